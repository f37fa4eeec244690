// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a ladder as a widget; says the same in words to a screen reader. GUI thread.
#pragma once

#include "ui/paint/ladder.h"

#include <QWidget>

namespace kpwatch {

class LadderView : public QWidget {
    Q_OBJECT
  public:
    explicit LadderView(QWidget* parent = nullptr);
    void setLadder(const Ladder& ladder);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Ladder m_ladder;
};

} // namespace kpwatch
