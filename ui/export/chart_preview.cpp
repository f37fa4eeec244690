// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_preview.h"

#include "ui/live/controls.h"

#include <algorithm>

namespace kpwatch {

ChartPreview::ChartPreview(QWidget* parent) : QWidget(parent) {
    setMinimumSize(480, 270);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartPreview::setChart(const ComposedChart& chart) {
    m_chart = chart;
    m_preset = chart.preset();
    setAccessibleName(altText(chart.timeline, chart.facts));
    update();
    Q_EMIT scaled();
}

void ChartPreview::setEye(Eye eye) {
    m_eye = eye;
    update();
}

qreal ChartPreview::scale() const {
    return std::min((width() - 2) / m_preset.size.width(), (height() - 2) / m_preset.size.height());
}

int ChartPreview::percent() const { return qRound(100 * scale() / m_preset.enlarged); }

void ChartPreview::resizeEvent(QResizeEvent*) { Q_EMIT scaled(); }

void ChartPreview::paintSheet(QPainter& painter) const {
    painter.scale(scale(), scale());
    painter.setClipRect(QRectF(QPointF(0, 0), m_preset.size));
    paintChart(painter, m_preset, m_chart.timeline, m_chart.facts, m_chart.theme());
}

void ChartPreview::paintEvent(QPaintEvent*) {
    const QSizeF size = m_preset.size * scale();
    const QRectF frame(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_eye == Eye::All) {
        painter.save();
        painter.translate(frame.topLeft());
        paintSheet(painter);
        painter.restore();
    } else {
        QImage image((size * devicePixelRatioF()).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(devicePixelRatioF());
        image.fill(m_chart.theme().surface);
        QPainter onto(&image);
        paintSheet(onto);
        onto.end();
        painter.drawImage(frame.topLeft(), asSeen(image, m_eye));
    }
    painter.setPen(themeInForce().border);
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5));
}

} // namespace kpwatch
