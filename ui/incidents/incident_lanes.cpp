// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_lanes.h"

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

namespace kpwatch {

using words::Tr;

static qreal rowHeight() { return 28 * textScale(); }
static qreal nameWidth() { return 190 * textScale(); }

IncidentLanes::IncidentLanes(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("The whole incident"));
}

void IncidentLanes::setTimeline(const Timeline& timeline, const std::vector<std::string>& routeSources) {
    m_timeline = timeline;
    ChartFacts facts;
    facts.routeSources = routeSources;
    m_credit = routeCredit(facts);
    setAccessibleDescription(lanesInWords(timeline));
    setFixedHeight(sizeHint().height());
    update();
}

QSize IncidentLanes::sizeHint() const {
    return {720, qCeil(clockRowsHeight() + rowHeight() * static_cast<qreal>(m_timeline.lanes.size()))};
}

QSize IncidentLanes::minimumSizeHint() const { return {420, sizeHint().height()}; }

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
            paintCredit(painter, row, lane);
        style.rounded = style.soFar = true; // no other lengths than beside it
        style.labelPx = 11 * textScale();
        style.devicePixelRatio = devicePixelRatioF();
        paintLane(painter, QRectF(axis.left, row.top() + 4, axis.right - axis.left, row.height() - 8), lane, axis,
                  theme, style);
        row.translate(0, rowHeight());
    }
}

// Whose word a lane of routes is, after its name where there is room, as in the charts.
void IncidentLanes::paintCredit(QPainter& painter, const QRectF& row, const Lane& lane) const {
    const qreal used = QFontMetricsF(kpwatch::font(13, 500)).horizontalAdvance(words::cleaned(lane.label)) + 6;
    const QFont small = kpwatch::font(11, 400);
    painter.setFont(small);
    painter.setPen(themeInForce().text3);
    painter.drawText(row.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(m_credit, small, std::max<qreal>(0, nameWidth() - 12 - used)));
}

QString lanesInWords(const Timeline& timeline) {
    QStringList said;
    for (const Lane& lane : timeline.lanes) {
        if (lane.kind == LaneKind::Routes) {
            said << routeInWords(lane);
            continue;
        }
        QStringList downs;
        for (const DownLength& down : downLengths(lane))
            downs << words::lengthSoFar(down);
        said << (downs.isEmpty() ? Tr::tr("%1: never down.").arg(words::label(lane.label))
                                 : Tr::tr("%1: not answering for %2.")
                                       .arg(words::label(lane.label), downs.join(QStringLiteral(", "))));
    }
    return said.join(QLatin1Char(' '));
}

} // namespace kpwatch
