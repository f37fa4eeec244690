// SPDX-License-Identifier: GPL-3.0-or-later
// A picture that was opened again (chart_in_png): whether the record still says what it shows. Any thread.
#pragma once

#include "app/evidence/chart_export.h"
#include "ui/paint/chart.h"

#include <QString>

namespace kpwatch {

enum class StillTrue {
    Same,     // the record says to this day what the picture shows
    Changed,  // it says something else now
    NoRecord, // nothing is recorded here of that time
    Simulated // the picture shows a simulation
};

struct Reopened {
    ChartExport chart;
    StillTrue still = StillTrue::NoRecord;
};

// Against what the record says now of the picture's range: all its lanes, those of targets as well; and against what a
// person says of it now.
StillTrue stillTrue(const ChartExport& chart, const Timeline& recorded, const std::vector<Lane>& target_lanes);
bool isSaidAlike(const ChartExport& chart, const ChartFacts& now);

// What is told of it when it opens.
QString reopenedSentence(const Reopened& reopened);

} // namespace kpwatch
