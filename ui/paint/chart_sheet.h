// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet a published chart is drawn on, for the files that draw its parts (chart.cpp, chart_rows.cpp). Any thread
// that may paint.
#pragma once

#include "ui/paint/chart.h"
#include "ui/paint/time_axis.h"

#include <algorithm>
#include <cmath>

namespace kpwatch {

// A chart being drawn from the top down; what is left in the middle belongs to the lanes.
struct Sheet {
    QPainter& painter;
    const ChartPreset& preset;
    const Timeline& timeline;
    const ChartFacts& facts;
    const Theme& theme;

    qreal left() const { return preset.margin; }
    qreal right() const { return preset.size.width() - preset.margin; }
    qreal width() const { return right() - left(); }
    qreal readable(qreal px) const { return std::max(px, preset.smallest); }
    qreal plotLeft() const { return left() + preset.gutter; }
    TimeAxis axis() const { return {timeline.range, plotLeft(), right()}; }
    // Of the device, so that lanes are binned to real pixels.
    qreal scale() const {
        return std::max<qreal>(0.1, std::abs(painter.worldTransform().m11()) * painter.device()->devicePixelRatioF());
    }
};

// The lanes of the sites inside the plot, each with its name beside or above it.
void paintRows(const Sheet& sheet, const QRectF& plot);

} // namespace kpwatch
