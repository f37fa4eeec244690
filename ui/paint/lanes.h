// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the spans of one lane: severity is height as well as hue, absence is drawn as absence. Any thread.
#pragma once

#include "app/story/timeline.h"
#include "ui/paint/time_axis.h"
#include "ui/theme.h"

#include <QPainter>
#include <QRectF>

namespace kpwatch {

// One pixel column's state: the worst wins, gaps win from half the column up; see the rule at binned().
struct PixelRun {
    int from = 0, to = 0; // device pixels from the axis' left edge, half-open
    Verdict verdict = Verdict::NotMonitored;
    const Span* span = nullptr; // the longest one in it, for labels
};

struct LaneStyle {
    bool ownLine = false;  // gaps win at any length
    bool durations = true; // written inside down blocks where they fit
    bool onsetTint = true; // down: tinted from `after` to `by`, solid from `by`
    qreal devicePixelRatio = 1;
    qreal labelPx = 11;
    qreal smallestMark = 3;     // nothing bad is ever thinner, dp
    bool withoutAnswer = false; // "8 h 12 min without answer" in the block
    bool goneSince = false;     // of routes: "gone at 02:17, 8 h 12 min", the marker in its own lane
    bool rounded = false;       // for print: what goes on is rounded, too ("about 8 h 10 min"), and marked "as of"
    bool soFar = false;         // rounded, and what goes on as its incident is told: "at least 8 min"
};

// Down, then blocked-here, error-page, degraded, unknown win at any length; own-connection-down and not-monitored only
// from half the column up (at any length on our own line's lane); up needs at least one real answer.
std::vector<PixelRun> binned(const std::vector<Span>& spans, const TimeAxis& axis, const LaneStyle& style);

// The bar of one lane inside `rect` (the full height of the lane's row is the caller's).
void paintLane(QPainter& painter, const QRectF& rect, const Lane& shown, const TimeAxis& axis, const Theme& theme,
               const LaneStyle& style = {});

// A sample of a state for legends.
void paintLegendSample(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme);

} // namespace kpwatch
