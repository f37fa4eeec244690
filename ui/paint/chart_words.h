// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the published chart that nobody may switch off. Any thread.
#pragma once

#include "ui/paint/chart.h"

#include <vector>

namespace kpwatch {

std::vector<const Lane*> siteLanes(const Timeline& timeline);
// The states that occur in the sites' lanes, in the legend's order; gaps included.
std::vector<Verdict> occurringStates(const Timeline& timeline);
QString legendWord(Verdict verdict); // as words::state, but "No answer", which the source line defines

// Tool, version, where from, what "No answer" means by the settings in force, the caveat; "SIMULATED" where it is.
QString sourceLine(const Timeline& timeline, const ChartFacts& facts);
QString dateSpan(TimeRange range); // "Thu 5 – Fri 6 March 2026"

} // namespace kpwatch
