// SPDX-License-Identifier: GPL-3.0-or-later
// What went out, as it is listed: an entry, and what of its numbers the record says otherwise by now. Values; any
// thread.
#pragma once

#include "app/desk/exports.h"
#include "app/evidence/chart_export.h"
#include "ui/export/chart_style.h"

namespace kpwatch {

struct WentOut {
    Exported entry;
    std::vector<std::string> changed; // "began: …, now …"; empty: what went out still holds
    std::string unknown;              // why that cannot be said: one sentence; empty otherwise
};

// What was written once more.
struct Remade {
    std::string file;         // empty: it was stopped
    bool withoutLogo = false; // for that cannot be read any more
};

Exported exportedChart(const QString& file, const ChartExport& chart, const ChartStyle& style);

// A chart from the list, as it was asked for. Throws InputError if the entry cannot be read.
struct ChartAgain {
    ChartExport chart;
    ChartStyle style;
    QString language; // of its words: "ko"; empty: not recorded
};
ChartAgain chartAgain(const Exported& exported);

// Where the same file is written once more: "outage.png" beside it as "outage-2.png", or the first that is free.
std::string fileBeside(const std::string& file);

} // namespace kpwatch
