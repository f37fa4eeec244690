// SPDX-License-Identifier: GPL-3.0-or-later
// The plot of a chart of what stopped answering first: a rung each, with a tinted band in which it happened and a
// numbered disc. A shared number means that nobody can say which came first. Minutes, not seconds: it is read as copy.
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_sheet.h"
#include "ui/paint/chart_words.h"

#include <QFontMetricsF>

#include <algorithm>

namespace kpwatch {

namespace {

using words::Tr;

struct RungPainter {
    const Sheet& sheet;
    const Rung& rung;
    const QRectF& bar;
    qreal labelPx;

    void fill(qreal from, qreal to, qreal height, const QColor& colour) const {
        if (from < to)
            sheet.painter.fillRect(QRectF(from, bar.center().y() - height / 2, to - from, height), colour);
    }

    void paint() const {
        const TimeAxis axis = sheet.axis();
        const qreal after = rung.range.after ? axis.xAt(*rung.range.after) : axis.left, by = axis.xAt(rung.range.by);
        QColor tint = sheet.theme.down;
        tint.setAlphaF(0.2F);
        const qreal line = bar.height() * 0.16;
        fill(axis.left, after, line, sheet.theme.up);
        fill(after, by, bar.height(), tint);
        if (rung.range.after)
            fill(after, after + 2, bar.height(), sheet.theme.down);
        const qreal until = rung.until ? std::min(axis.xAt(*rung.until), axis.right) : axis.right;
        fill(by, until, bar.height(), sheet.theme.down);
        if (rung.answered)
            fill(std::max(axis.xAt(rung.answered->begin), until),
                 axis.xAt(std::min({rung.answered->end, axis.range.end, sheet.timeline.now})), line, sheet.theme.up);
        const qreal disc = std::max({bar.height() * 0.9, labelPx * 1.2, sheet.readable(0) * 1.3}); // its number in it
        paintDisc({by, bar.center().y()}, disc);
        paintTime(by + disc * 0.7, until, axis.right);
    }

    void paintDisc(QPointF centre, qreal size) const {
        sheet.painter.setPen(QPen(sheet.theme.surface, 3));
        sheet.painter.setBrush(sheet.theme.text);
        sheet.painter.drawEllipse(centre, size / 2, size / 2);
        const QFont face = printFont(sheet.readable(std::floor(size * 0.62)), 700);
        const QString number = rung.rank > 0 ? QString::number(rung.rank) : QStringLiteral("–");
        const QFontMetricsF metrics(face);
        sheet.painter.setFont(face);
        sheet.painter.setPen(sheet.theme.surface);
        sheet.painter.drawText(centre + QPointF(-metrics.horizontalAdvance(number) / 2, metrics.capHeight() / 2),
                               number);
    }

    // On the bar, or behind it where that is too short.
    void paintTime(qreal left, qreal barEnd, qreal right) const {
        const QFont face = printFont(labelPx, 600);
        const QFontMetricsF metrics(face);
        const QString text = rungMinutes(rung);
        const qreal width = metrics.horizontalAdvance(text);
        const bool onBar = left + width <= barEnd;
        const qreal from = onBar ? left : std::max(left, barEnd + labelPx * 0.4);
        if (labelPx <= 0 || from + width > right)
            return;
        if (!onBar) // the line of answering goes on there
            fill(from - labelPx * 0.2, from + width + labelPx * 0.2, bar.height(), sheet.theme.surface);
        sheet.painter.setFont(face);
        sheet.painter.setPen(onBar ? sheet.theme.onDown : sheet.theme.text);
        sheet.painter.drawText(QPointF(from, bar.center().y() + metrics.capHeight() / 2), text);
    }
};

// Of the rungs for which there is no room. Who shares the number of the last one shown is not later than that one.
QString restOf(const std::vector<Rung>& rungs, std::size_t shown) {
    const std::size_t left = rungs.size() - shown;
    const int number = rungs[shown - 1].rank;
    std::size_t alike = 0;
    for (std::size_t index = shown; index < rungs.size() && number > 0; ++index)
        alike += rungs[index].rank == number ? 1 : 0;
    if (alike == 0)
        return Tr::tr("and %1 more, later or without a place in the order").arg(left);
    return alike == left ? Tr::tr("and %1 more, also number %2").arg(left).arg(number)
                         : Tr::tr("and %1 more, %2 of them also number %3").arg(left).arg(alike).arg(number);
}

} // namespace

void paintOrderRows(const Sheet& sheet, const QRectF& plot) {
    const std::vector<Rung>& rungs = sheet.facts.order->rungs;
    ChartRows rows;
    for (const Rung& rung : rungs)
        rows.rows.push_back({rung.label, rung.shortLabel, {}, [&sheet, &rung](const QRectF& bar, qreal labelPx) {
                                 RungPainter{sheet, rung, bar, labelPx}.paint();
                             }});
    rows.rest = [&](std::size_t shown) { return restOf(rungs, shown); };
    paintRows(sheet, plot, rows);
}

} // namespace kpwatch
