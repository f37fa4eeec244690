// SPDX-License-Identifier: GPL-3.0-or-later
// The plot of a chart of lanes: who answered when.
#include "app/words/down_length.h"
#include "app/words/label.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_sheet.h"
#include "ui/paint/chart_words.h"

#include <QFontMetricsF>

#include <algorithm>
#include <span>

namespace kpwatch {

namespace {

using words::Tr;

bool wasSilent(const Lane* lane) {
    return std::ranges::find(lane->spans, Verdict::Down, &Span::verdict) != lane->spans.end();
}

// Routes are few, and part of the story also where they stayed.
bool hasStory(const Lane* lane) { return lane->kind == LaneKind::Routes || wasSilent(lane); }

// When the routes went, in words: where names stand above, bars on a telephone have no room for it.
QString goneWords(const Lane& lane) {
    const std::vector<DownLength> lengths = downLengths(lane);
    if (lengths.empty() || lengths.front().atLeast)
        return {};
    const UtcTime first = lengths.front().whole.begin;
    return lengths.size() == 1 ? goneAt(first, lane)
                               : Tr::tr("gone %1 times, first at %2").arg(lengths.size()).arg(momentIn(first, lane));
}

ChartRow rowOf(const Sheet& sheet, const Lane& lane, bool first) {
    ChartRow row{words::label(lane.label), words::label(lane.shortLabel), words::cleaned(lane.host), {}};
    const bool routes = lane.kind == LaneKind::Routes;
    if (routes) {
        row.beneath = routeCredit(sheet.facts);
        row.aside = goneWords(lane);
    } else if (sheet.facts.totals) {
        row.beneath = totalWithoutAnswer(lane);
        row.total = true;
    }
    row.paint = [&sheet, &lane, first, routes](const QRectF& bar, qreal labelPx) {
        LaneStyle style = printedLanes(sheet, labelPx);
        style.withoutAnswer = first && !routes;
        style.goneSince = routes && !sheet.preset.namesAbove;
        style.ownLine = lane.kind == LaneKind::OwnLine;
        paintLane(sheet.painter, bar, lane, sheet.axis(), sheet.theme, style);
    };
    return row;
}

} // namespace

bool isSeen(const Sheet& sheet, Verdict verdict) {
    if (sheet.facts.order)
        return true;
    constexpr int leastPx = 2;
    LaneStyle style = printedLanes(sheet, 0);
    style.devicePixelRatio = 1; // the same words in every scale
    return std::ranges::any_of(drawnLanes(sheet.timeline, sheet.facts), [&](const Lane* lane) {
        style.ownLine = lane->kind == LaneKind::OwnLine;
        return std::ranges::any_of(binned(lane->spans, sheet.axis(), style), [&](const PixelRun& run) {
            return run.verdict == verdict && run.to - run.from >= leastPx;
        });
    });
}

qreal totalsWidth(const Sheet& sheet, qreal plotHeight) {
    const std::vector<const Lane*> lanes = drawnLanes(sheet.timeline, sheet.facts);
    const qreal row = plotHeight / std::max<qreal>(1, static_cast<qreal>(lanes.size()));
    const qreal px = sheet.namePx(row);
    const QFontMetricsF face(printFont(px, 500));
    const QFontMetricsF small(printFont(sheet.readable(0), 400));
    qreal names = 0, totals = 0;
    for (const Lane* lane : lanes) {
        names = std::max(names, face.horizontalAdvance(words::label(lane->label)));
        if (lane->kind != LaneKind::Routes)
            totals = std::max(totals, small.horizontalAdvance(totalWithoutAnswer(*lane)));
    }
    constexpr qreal most = 0.45; // of the sheet's width: the rest is the plot's
    return std::min(row >= sheet.twoLines(px, sheet.beneathPx(px)) ? totals : names + sheet.readable(0) + totals,
                    sheet.preset.size.width() * most);
}

int rowCount(const Sheet& sheet) {
    if (sheet.facts.order)
        return static_cast<int>(sheet.facts.order->rungs.size());
    const auto lanes = static_cast<int>(drawnLanes(sheet.timeline, sheet.facts).size());
    return sheet.facts.response ? lanes + 3 : lanes; // the line takes the room of three
}

LaneStyle printedLanes(const Sheet& sheet, qreal labelPx) {
    LaneStyle style;
    style.devicePixelRatio = sheet.scale();
    style.durations = labelPx > 0;
    style.labelPx = labelPx;
    style.smallestMark = 4;
    style.rounded = true;
    return style;
}

// Of hosts for which there is no room: how many, and how many of them have a story.
static QString hostsLeft(std::ptrdiff_t count, std::ptrdiff_t silent) {
    const QString more = Tr::tr("and %1 more").arg(count);
    if (silent == 0)
        return (count == 1 ? Tr::tr("%1, not seen to stop answering") : Tr::tr("%1, none seen to stop answering"))
            .arg(more);
    return silent == count ? Tr::tr("%1, silent for a time").arg(more)
                           : Tr::tr("%1, %2 of them silent for a time").arg(more).arg(silent);
}

// The same of routes, of which legend and source speak all the same.
static QString routesLeft(std::ptrdiff_t count, std::ptrdiff_t gone) {
    const QString more = count == 1 ? Tr::tr("and a row of routes") : Tr::tr("and %1 rows of routes").arg(count);
    if (gone == 0)
        return Tr::tr("%1, not seen to go").arg(more);
    return gone == count ? Tr::tr("%1, gone for a time").arg(more)
                         : Tr::tr("%1, %2 of them gone for a time").arg(more).arg(gone);
}

// Of the lanes for which there is no room.
static QString restOf(std::span<const Lane* const> left) {
    const auto isRoutes = [](const Lane* lane) { return lane->kind == LaneKind::Routes; };
    const auto routes = std::ranges::count_if(left, isRoutes);
    const auto gone = std::ranges::count_if(left, [&](const Lane* lane) { return isRoutes(lane) && wasSilent(lane); });
    const auto hosts = std::ssize(left) - routes, silent = std::ranges::count_if(left, wasSilent) - gone;
    QStringList said;
    if (hosts > 0)
        said << hostsLeft(hosts, silent);
    if (routes > 0)
        said << routesLeft(routes, gone);
    return said.join(QStringLiteral("; "));
}

void paintLaneRows(const Sheet& sheet, const QRectF& plot) {
    std::vector<const Lane*> lanes = drawnLanes(sheet.timeline, sheet.facts);
    if (static_cast<qreal>(lanes.size()) * sheet.smallestRow() > plot.height()) // those come first that have a story
        std::ranges::stable_partition(lanes, hasStory);
    ChartRows rows;
    for (const Lane* lane : lanes)
        rows.rows.push_back(rowOf(sheet, *lane, lane == lanes.front()));
    rows.rest = [&](std::size_t shown) { return restOf(std::span<const Lane* const>(lanes).subspan(shown)); };
    paintRows(sheet, plot, rows);
}

} // namespace kpwatch
