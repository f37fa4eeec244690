// SPDX-License-Identifier: GPL-3.0-or-later
// The chart that goes into an evidence pack: an incident for an article, light, drawn by the code that draws every
// other. GUI thread, or any thread of an application without windows.
#pragma once

#include "ui/export/chart_source.h"

#include <string>

namespace kpwatch {

// PNG, with the routes where somebody told of them. Equal sources give equal bytes.
std::string packChart(const ChartSource& source, const Settings& settings);

} // namespace kpwatch
