// SPDX-License-Identifier: GPL-3.0-or-later
// The ground of a pane on the right: white or dark, with a line towards the page; scrolls. GUI thread.
#pragma once

#include <QScrollArea>

namespace kpwatch {

class PaneFrame : public QScrollArea {
    Q_OBJECT
  public:
    explicit PaneFrame(QWidget* parent);

  protected:
    bool event(QEvent* event) override;
};

} // namespace kpwatch
