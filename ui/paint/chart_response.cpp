// SPDX-License-Identifier: GPL-3.0-or-later
// The plot of a chart of response times: a line where there were answers, and below it the lane that says what there
// was where the line is broken.
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_sheet.h"
#include "ui/paint/chart_words.h"
#include "ui/paint/round_step.h"

#include <QFontMetricsF>

namespace kpwatch {

namespace {

using words::Tr;

struct Upwards { // milliseconds to pixels
    qreal top, bottom, highest;
    qreal yAt(qreal millis) const { return bottom - (bottom - top) * millis / highest; }
};

// Lines across with their milliseconds in the gutter.
void paintScale(const Sheet& sheet, const QRectF& plot, const Upwards& scale, qreal step) {
    const QFont face = printFont(sheet.readable(sheet.preset.axis * 0.85), 400);
    const qreal line = face.pixelSize() * 1.25;
    const int steps = qRound(scale.highest / step);
    const int every = std::max(1, qCeil(steps * line * 1.1 / std::max<qreal>(1, scale.bottom - scale.top)));
    for (int index = 0; index <= steps; ++index) {
        const qreal y = scale.yAt(index * step);
        sheet.painter.fillRect(QRectF(plot.left(), y - 0.75, plot.width(), 1.5), sheet.theme.grid);
        if (index % every != 0)
            continue;
        const QString text = Tr::tr("%1 ms").arg(qRound64(index * step));
        const qreal width = QFontMetricsF(face).horizontalAdvance(text) + 2;
        sheet.painter.setFont(face);
        sheet.painter.setPen(sheet.theme.text3);
        sheet.painter.drawText(QRectF(plot.left() - width - sheet.preset.axis * 0.4, y - line / 2, width, line),
                               Qt::AlignRight | Qt::AlignVCenter, text);
    }
}

void paintRuns(const Sheet& sheet, const Upwards& scale) {
    const TimeAxis axis = sheet.axis();
    const qreal width = sheet.preset.axis * 0.11;
    const auto place = [&](const QPointF& point) {
        const auto at = sheet.range.begin + std::chrono::milliseconds(qRound64(point.x() * 1000));
        return QPointF(axis.xAt(at), scale.yAt(point.y()));
    };
    sheet.painter.setPen(QPen(sheet.theme.up, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    sheet.painter.setBrush(Qt::NoBrush);
    for (const QList<QPointF>& run : sheet.facts.response->runs) {
        QPolygonF line;
        for (const QPointF& point : run)
            line.append(place(point));
        if (line.size() == 1) // a line of one point would not be seen
            line.append(line.constFirst() + QPointF(0.1, 0));
        sheet.painter.drawPolyline(line);
    }
}

} // namespace

void paintResponse(const Sheet& sheet, const QRectF& plot) {
    const qreal strip = std::min(plot.height() * 0.4,
                                 sheet.smallestRow() * 1.15 * static_cast<qreal>(std::max(1, rowCount(sheet) - 3)));
    const QRectF below(plot.left(), plot.bottom() - strip, plot.width(), strip);
    const qreal step = roundStep(std::max<qreal>(1, sheet.facts.response->highest) * 1.05 / 4);
    const qreal steps = std::max<qreal>(1, std::ceil(sheet.facts.response->highest * 1.05 / step));
    const Upwards scale{plot.top() + sheet.preset.axis * 0.6, below.top() - sheet.preset.axis * 0.4, step * steps};
    if (scale.bottom > scale.top) {
        paintScale(sheet, plot, scale, step);
        paintRuns(sheet, scale);
    }
    paintLaneRows(sheet, below);
}

} // namespace kpwatch
