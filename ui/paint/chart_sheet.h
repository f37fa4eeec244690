// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet a published chart is drawn on, for the files that draw its parts. Any thread that may paint.
#pragma once

#include "ui/paint/chart.h"
#include "ui/paint/lanes.h"
#include "ui/paint/time_axis.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace kpwatch {

// A chart being drawn from the top down; what is left in the middle belongs to the plot.
struct Sheet {
    QPainter& painter;
    const ChartPreset& preset;
    const Timeline& timeline;
    const ChartFacts& facts;
    const Theme& theme;
    TimeRange range; // of the axis

    qreal left() const { return preset.margin; }
    qreal right() const { return preset.size.width() - preset.margin; }
    qreal width() const { return right() - left(); }
    qreal readable(qreal px) const { return std::max(px, preset.smallest); }
    qreal plotLeft() const { return left() + preset.gutter; }
    TimeAxis axis() const { return {range, plotLeft(), right()}; }
    // Of the device, so that lanes are binned to real pixels.
    qreal scale() const {
        return std::max<qreal>(0.1, std::abs(painter.worldTransform().m11()) * painter.device()->devicePixelRatioF());
    }
    // Of a name beside a bar in a row of this height, of what stands under it, and the height of both.
    qreal namePx(qreal row) const { return readable(std::min(preset.label, row * 0.6)); }
    qreal beneathPx(qreal name) const { return std::min(name, readable(name * 0.72)); }
    static qreal twoLines(qreal name, qreal beneath) { return name * 1.25 + beneath * 1.3; }
    // That a row needs to be read: its name and what stands in its bar.
    qreal smallestRow() const { return preset.smallest * (preset.namesAbove ? 2.3 : 1.45); }
};

// A name beside or above a bar.
struct ChartRow {
    QString name, shortName, beneath; // beneath, or beside a name above its bar: the host, or a total
    // Room of the bar, and the size of text that may stand in it; 0 if none may.
    std::function<void(const QRectF& bar, qreal labelPx)> paint;
    QString aside{};    // beside a name above its bar alone, before what is beneath, which gives way to it
    bool total = false; // beneath is a total, to which the name gives way
};

struct ChartRows {
    std::vector<ChartRow> rows;
    std::function<QString(std::size_t shown)> rest; // what is said of those that cannot be shown
};

// In order, as many as can be read; the rest is told in a line of its own.
void paintRows(const Sheet& sheet, const QRectF& plot, const ChartRows& rows);
// How many rows there will be.
int rowCount(const Sheet& sheet);
// How lanes are drawn in print; `labelPx` of 0: nothing is written into them.
LaneStyle printedLanes(const Sheet& sheet, qreal labelPx);

// Whether a state is wide enough in some lane to be made out; a legend names no other.
bool isSeen(const Sheet& sheet, Verdict verdict);
// That names and their totals need beside a plot of this height: the totals beneath, or in the same line where rows are
// many and low.
qreal totalsWidth(const Sheet& sheet, qreal plotHeight);
void paintLaneRows(const Sheet& sheet, const QRectF& plot);
void paintOrderRows(const Sheet& sheet, const QRectF& plot);
void paintResponse(const Sheet& sheet, const QRectF& plot);

// Both clocks above `bottom`, the grid from `top`; returns where the plot ends. Its height alone: axisHeight().
qreal paintAxis(const Sheet& sheet, qreal top, qreal bottom);
qreal axisHeight(const Sheet& sheet);

} // namespace kpwatch
