// SPDX-License-Identifier: GPL-3.0-or-later
// QCustomPlot, to compare with. Apart, because its header needs Qt's keywords. GUI thread.
#pragma once

#include <QList>
#include <QPointF>

#include <memory>

class CustomPlot {
  public:
    explicit CustomPlot(const QList<QPointF>& points); // 1600 x 600
    ~CustomPlot();
    void drawWith(double first); // the first point at another height

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};
