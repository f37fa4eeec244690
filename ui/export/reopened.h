// SPDX-License-Identifier: GPL-3.0-or-later
// A picture that opens itself again: what was drawn stands in its text chunks, and is read as the word of a stranger.
// Any thread.
#pragma once

#include "app/evidence/chart_export.h"

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

// Pixels are not decoded, and nothing is read of files larger than 64 MiB. Throws InputError naming the file: it is no
// PNG, none of ours, or damaged.
ChartExport readChart(const QString& file);

// Against what the record says now of the picture's range: all its lanes, those of targets as well.
StillTrue stillTrue(const ChartExport& chart, const Timeline& recorded, const std::vector<Lane>& target_lanes);

// What is told of it when it opens.
QString reopenedSentence(const Reopened& reopened);

} // namespace kpwatch
