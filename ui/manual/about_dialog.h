// SPDX-License-Identifier: GPL-3.0-or-later
// What the program is, whose work it stands on, under which licences, and whom to thank for public data. GUI thread.
#pragma once

#include <QDialog>

namespace kpwatch {

class AboutDialog : public QDialog {
    Q_OBJECT
  public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace kpwatch
