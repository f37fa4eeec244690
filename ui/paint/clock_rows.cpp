// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/clock_rows.h"

#include "app/words/words.h"

#include <QFontMetricsF>

#include <algorithm>

namespace kpwatch {

qreal clockRowsHeight() { return 40 * textScale(); }

// In the middle over its place, but never past the edge.
static QRectF placed(qreal x, qreal width, const QRectF& within) {
    const qreal left = std::clamp(x - width / 2, within.left(), std::max(within.left(), within.right() - width));
    return {left, within.top(), width, within.height()};
}

void paintClockRows(QPainter& painter, const QRectF& rect, const TimeAxis& axis, const Theme& theme) {
    const qreal scale = textScale(), row = clockRowsHeight() / 2;
    const QRectF names(rect.left(), rect.top(), axis.left - rect.left() - 10, row);
    const QRectF upper(axis.left, rect.top(), rect.right() - axis.left, row), lower = upper.translated(0, row - 3);
    painter.setFont(font(11, 600));
    painter.setPen(theme.text2);
    painter.drawText(names, Qt::AlignRight | Qt::AlignVCenter, words::zoneName(axis.range.begin));
    painter.setFont(font(11));
    painter.setPen(theme.text3);
    painter.drawText(names.translated(0, row - 3), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("UTC"));
    for (const Tick& tick : axis.ticks(86 * scale)) {
        const qreal x = axis.xAt(tick.at);
        const QFont kst = font(12, tick.strong ? 600 : 400), utc = font(11);
        painter.setFont(kst);
        painter.setPen(tick.strong ? theme.text : theme.text2);
        painter.drawText(placed(x, QFontMetricsF(kst).horizontalAdvance(tick.kst) + 2, upper), Qt::AlignCenter,
                         tick.kst);
        painter.setFont(utc);
        painter.setPen(theme.text3);
        painter.drawText(placed(x, QFontMetricsF(utc).horizontalAdvance(tick.utc) + 2, lower), Qt::AlignCenter,
                         tick.utc);
        painter.setPen(theme.grid);
        painter.drawLine(QPointF(x, rect.top() + clockRowsHeight()), QPointF(x, rect.bottom()));
    }
}

} // namespace kpwatch
