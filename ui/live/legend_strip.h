// SPDX-License-Identifier: GPL-3.0-or-later
// All eight states of a lane with their words; always visible, so that no picture needs prior knowledge. GUI
// thread.
#pragma once

#include <QWidget>

namespace kpwatch {

class LegendStrip : public QWidget {
    Q_OBJECT
  public:
    explicit LegendStrip(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int arrange(int width, QPainter* painter) const; // returns the height used; paints if there is a painter
};

} // namespace kpwatch
