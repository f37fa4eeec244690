// SPDX-License-Identifier: GPL-3.0-or-later
// Help: every key and every gesture there is, in one list; what the menu has is read from the menu. GUI thread.
#pragma once

#include <QAction>
#include <QDialog>

namespace kpwatch {

class KeysDialog : public QDialog {
    Q_OBJECT
  public:
    explicit KeysDialog(const QList<QAction*>& actions, QWidget* parent = nullptr);
};

} // namespace kpwatch
