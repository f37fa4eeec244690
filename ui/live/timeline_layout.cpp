// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/timeline_layout.h"

#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kpwatch {

qreal axisHeight() { return std::round(42 * textScale()); }

// More slowly than the text: a narrow window still has to have a plot.
qreal gutterWidth() { return std::round(262 + 230 * (textScale() - 1)); }

static qreal smallLane(qreal text_height) { return std::max(24.0, text_height + 6); }
static qreal smallHeading(qreal text_height) { return text_height + 2; }

qreal smallestHeight(qreal text_height) {
    return axisHeight() + 2 * smallHeading(text_height) + 5 * smallLane(text_height) + 8;
}

namespace {
struct Heights {
    qreal lane = 0, heading = 0, target = 0;

    qreal of(RowKind kind) const { return kind == RowKind::Heading ? heading : kind == RowKind::Lane ? lane : target; }
    qreal all(const std::vector<TimelineRow>& rows) const {
        return std::accumulate(rows.begin(), rows.end(), 0.0,
                               [this](qreal sum, const TimelineRow& row) { return sum + of(row.kind); });
    }
};
} // namespace

// Lanes grow first, then the room above headings; on a tall screen lanes go on growing, and what is left even then is
// room above headings: a card is never left empty below.
static Heights heightsFor(const std::vector<TimelineRow>& rows, qreal free, qreal text_height) {
    const qreal scale = textScale(), usual = 36 * scale, tall = 144 * scale, roomAbove = 22;
    const auto count = [&](RowKind kind) {
        return std::max(1.0, static_cast<qreal>(std::ranges::count(rows, kind, &TimelineRow::kind)));
    };
    const qreal small = std::max(20 * scale, text_height + 4);
    Heights heights{smallLane(text_height), smallHeading(text_height), small};
    const auto grow = [&](RowKind kind, qreal& height, qreal most) {
        height = std::clamp(std::floor(height + (free - heights.all(rows)) / count(kind)), height, most);
    };
    grow(RowKind::Lane, heights.lane, usual);
    grow(RowKind::Heading, heights.heading, heights.heading + roomAbove);
    if (free - heights.all(rows) < 12 * scale * count(RowKind::Lane)) // not for a few pixels
        return heights;
    if (const Heights roomy{heights.lane, heights.heading, std::max(small, 32 * scale)}; roomy.all(rows) <= free)
        heights = roomy;
    grow(RowKind::Lane, heights.lane, tall);
    grow(RowKind::Heading, heights.heading, free);
    return heights;
}

// No row is cut through where the pinned ones begin, as long as nobody scrolls, and no heading stands there without
// one.
static qreal wholeRowsWithin(const TimelineLayout& layout, qreal height) {
    qreal whole = 0;
    for (const TimelineRow& row : layout.rows)
        if (!row.pinned && row.kind != RowKind::Heading && row.top + row.height <= height)
            whole = std::max(whole, row.top + row.height);
    return whole > 0 ? whole : std::clamp(height, 0.0, std::max(0.0, layout.contentHeight));
}

TimelineLayout timelineLayout(const TimelineData& data, const ViewState& view, qreal height, qreal text_height) {
    const qreal scale = textScale(), free = height - axisHeight() - 8;
    TimelineLayout layout;
    layout.rows = rowsOf(data, view, true);
    if (Heights{72 * scale, text_height + 40, 32 * scale}.all(layout.rows) > free)
        layout.rows = rowsOf(data, view, false);
    const Heights heights = heightsFor(layout.rows, free, text_height);
    for (TimelineRow& row : layout.rows) {
        qreal& top = row.pinned ? layout.pinnedHeight : layout.contentHeight;
        row.top = top;
        row.height = heights.of(row.kind);
        top += row.height;
    }
    layout.viewHeight = wholeRowsWithin(layout, height - axisHeight() - layout.pinnedHeight - 8);
    return layout;
}

qreal topOf(const TimelineLayout& layout, const TimelineRow& row, qreal scroll) {
    return row.pinned ? axisHeight() + layout.viewHeight + row.top : axisHeight() + row.top - scroll;
}

const TimelineRow* rowAt(const TimelineLayout& layout, qreal y, qreal scroll) {
    const bool inPinned = y >= axisHeight() + layout.viewHeight;
    for (const TimelineRow& row : layout.rows) {
        const qreal top = topOf(layout, row, scroll);
        if (row.pinned == inPinned && row.lane && y >= std::max(top, axisHeight()) && y < top + row.height)
            return &row;
    }
    return nullptr;
}

} // namespace kpwatch
