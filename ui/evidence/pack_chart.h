// SPDX-License-Identifier: GPL-3.0-or-later
// The chart that goes into an evidence pack: an incident for an article, light, drawn by the code that draws every
// other. GUI thread, or any thread of an application without windows.
#pragma once

#include "app/settings.h"
#include "app/story/timeline.h"

#include <string>

namespace kpwatch {

// PNG. Equal timelines give equal bytes.
std::string packChart(const Timeline& timeline, const Settings& settings, const std::string& incident);

} // namespace kpwatch
