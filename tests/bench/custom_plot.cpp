// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_KEYWORDS
#include "tests/bench/custom_plot.h"

#include <qcustomplot.h>

struct CustomPlot::Impl {
    QCustomPlot plot;
};

CustomPlot::CustomPlot(const QList<QPointF>& points) : m_impl(new Impl) {
    QVector<double> x, y;
    for (const QPointF& point : points) {
        x.append(point.x());
        y.append(point.y());
    }
    m_impl->plot.resize(1600, 600);
    m_impl->plot.addGraph()->setData(x, y, true);
    m_impl->plot.rescaleAxes();
    m_impl->plot.show();
}

CustomPlot::~CustomPlot() = default;

void CustomPlot::drawWith(double first) {
    m_impl->plot.graph(0)->data()->begin()->value = first;
    m_impl->plot.replot(QCustomPlot::rpImmediateRefresh);
}
