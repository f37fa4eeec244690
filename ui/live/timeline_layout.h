// SPDX-License-Identifier: GPL-3.0-or-later
// How high the rows of the timeline are, and where they lie. Pure; any thread.
#pragma once

#include "ui/live/timeline_rows.h"

namespace kpwatch {

struct TimelineLayout {
    std::vector<TimelineRow> rows;
    qreal contentHeight = 0; // of the rows that scroll
    qreal viewHeight = 0;    // of the part of the widget they scroll in
    qreal pinnedHeight = 0;
    bool operator==(const TimelineLayout&) const = default;
};

// They grow with the text.
qreal axisHeight();
qreal gutterWidth();
inline constexpr qreal plotMargin = 20;

// `height` is that of the whole widget, which is filled; `text_height` that of a name, which rows never get below.
// Where there is room for all, lanes of several targets are open unless they were closed.
TimelineLayout timelineLayout(const TimelineData& data, const ViewState& view, qreal height, qreal text_height);

// With the four sites and our own line to be seen, as low as rows get.
qreal smallestHeight(qreal text_height);

// The row at `y` of the widget, nullptr between rows; headings do not count.
const TimelineRow* rowAt(const TimelineLayout& layout, qreal y, qreal scroll);
// Its top in the widget.
qreal topOf(const TimelineLayout& layout, const TimelineRow& row, qreal scroll);

} // namespace kpwatch
