// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_lanes.h"

#include "app/story/state_track.h"
#include "app/words/down_length.h"
#include "app/words/label.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/paint/chart_words.h"
#include "ui/paint/clock_rows.h"
#include "ui/paint/lanes.h"
#include "ui/paint/text_block.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace kpwatch {

using words::Tr;

static qreal rowHeight() { return 28 * textScale(); }
static qreal nameWidth() { return 190 * textScale(); }

IncidentLanes::IncidentLanes(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("The whole incident"));
}

void IncidentLanes::setTimeline(const Timeline& timeline, const std::vector<std::string>& routeSources,
                                const std::set<std::string>& leftOut) {
    m_timeline = timeline;
    m_leftOut = leftOut;
    ChartFacts facts;
    facts.routeSources = routeSources;
    m_credit = routeCredit(facts);
    setAccessibleDescription(lanesInWords(timeline, leftOut));
    setFixedHeight(sizeHint().height());
    update();
}

QSize IncidentLanes::sizeHint() const {
    return {720, qCeil(clockRowsHeight() + rowHeight() * static_cast<qreal>(m_timeline.lanes.size()))};
}

QSize IncidentLanes::minimumSizeHint() const { return {420, sizeHint().height()}; }

// After its name where there is room: whose word a lane of routes is, as in the charts, or that it does not count.
static void paintBesideName(QPainter& painter, const QRectF& row, const Lane& lane, const QString& text) {
    const qreal used = QFontMetricsF(kpwatch::font(13, 500)).horizontalAdvance(words::label(lane.label)) + 6;
    const QFont small = kpwatch::font(11, 400);
    painter.setFont(small);
    painter.setPen(themeInForce().text3);
    painter.drawText(row.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(text, small, std::max<qreal>(0, nameWidth() - 12 - used)));
}

void IncidentLanes::paintEvent(QPaintEvent* /*event*/) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    const TimeAxis axis{m_timeline.range, nameWidth(), static_cast<qreal>(width())};
    paintClockRows(painter, QRectF(rect()), axis, theme);
    const QFont face = kpwatch::font(13, 500);
    QRectF row(0, clockRowsHeight(), width(), rowHeight());
    for (const Lane& lane : m_timeline.lanes) {
        painter.setFont(face);
        painter.setPen(theme.text);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         elided(words::label(lane.label), face, nameWidth() - 12));
        LaneStyle style;
        style.ownLine = lane.kind == LaneKind::OwnLine;
        style.goneSince = lane.kind == LaneKind::Routes;
        if (style.goneSince)
            paintBesideName(painter, row, lane, m_credit);
        if (m_leftOut.contains(lane.id))
            paintBesideName(painter, row, lane, Tr::tr("left out"));
        style.rounded = style.soFar = true; // no other lengths than beside it
        style.labelPx = 11 * textScale();
        style.devicePixelRatio = devicePixelRatioF();
        paintLane(painter, QRectF(axis.left, row.top() + 4, axis.right - axis.left, row.height() - 8), lane, axis,
                  theme, style);
        row.translate(0, rowHeight());
    }
}

QString lanesInWords(const Timeline& timeline, const std::set<std::string>& leftOut) {
    QStringList said;
    for (const Lane& lane : timeline.lanes) {
        if (lane.kind == LaneKind::Routes) {
            said << routeInWords(lane);
            continue;
        }
        const QString label = words::label(lane.label);
        const QString name = leftOut.contains(lane.id) ? Tr::tr("%1, left out by hand").arg(label) : label;
        QStringList downs;
        for (const DownLength& down : downLengths(lane))
            downs << words::lengthSoFar(down);
        const QStringList gaps = untold(lane);
        const bool heard =
            std::ranges::any_of(lane.spans, [](const Span& span) { return saysSomething(span.verdict); });
        if (!downs.isEmpty() || gaps.isEmpty() || (heard && lane.kind != LaneKind::OwnLine))
            said << (downs.isEmpty() ? Tr::tr("%1: never down.").arg(name)
                                     : Tr::tr("%1: not answering for %2.").arg(name, downs.join(QStringLiteral(", "))));
        if (!gaps.isEmpty())
            said << QStringLiteral("%1: %2.").arg(name, gaps.join(QStringLiteral(", ")));
    }
    return said.join(QLatin1Char(' '));
}

} // namespace kpwatch
