// SPDX-License-Identifier: GPL-3.0-or-later
// The manual (resources/manual) in a window of its own, with the numbers that are in force instead of the usual ones.
// Nothing in it comes from a network, and nothing it links to leaves the computer. GUI thread.
#pragma once

#include "app/settings.h"

#include <QDialog>

class QBoxLayout;
class QTextBrowser;

namespace kpwatch {

// A page with the settings in force written into it. A number that a setting gives is followed by that setting's name
// as a comment: "3<!-- confirm_failures -->". Names that are no setting stay as they are.
QString withNumbersInForce(const QString& html, const Settings& settings);

class ManualWindow : public QDialog {
    Q_OBJECT
  public:
    explicit ManualWindow(const Settings& settings, QWidget* parent = nullptr);

  private:
    void addSearch(QBoxLayout& bar, QTextBrowser& pages);
};

} // namespace kpwatch
