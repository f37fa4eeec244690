// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the timeline as it stands in the window: gutter, axis with both clocks, lanes, now line, crosshair. A free
// function of values, so that a test can draw it without a widget. Any thread that may paint.
#pragma once

#include "ui/live/timeline_layout.h"
#include "ui/theme.h"

#include <QPainter>

namespace kpwatch {

struct TimelinePicture {
    const TimelineLayout* layout = nullptr;
    TimeAxis axis;
    UtcTime now;
    bool live = true; // the values are of now, whatever is in view
    QSizeF size;
    qreal scroll = 0;
    std::string selected; // lane id
    bool focused = false; // a ring around the selected row
    std::optional<UtcTime> crosshair;
    std::optional<TimeRange> selection; // being marked
    qreal devicePixelRatio = 1;
    std::optional<QRectF> dirty{}; // nothing outside has to be painted; all of it without
    bool wants(const QRectF& part) const { return !dirty || dirty->intersects(part); }
};

void paintTimeline(QPainter& painter, const TimelinePicture& picture, const Theme& theme);

// A lane's bar where something is known about it. What lies before our first row is a dotted line: nothing was missed,
// there was no watching yet; and nothing at all is drawn after the last span.
struct KnownStyle {
    qreal devicePixelRatio = 1;
    bool lengths = true; // of outages, written in them
};
void paintKnown(QPainter& painter, const QRectF& bar, const Lane& lane, const TimeAxis& axis, const Theme& theme,
                const KnownStyle& known);

} // namespace kpwatch
