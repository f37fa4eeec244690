// SPDX-License-Identifier: GPL-3.0-or-later
// Where those who ask the sources of routes hand over what they hear. All is called from the thread they ask in.
#pragma once

#include "app/story/source_news.h"

#include <functional>

namespace kpwatch {

struct Outlet {
    std::function<void(SourceNews)> news;
    std::function<void()> keep; // who was asked when, to disk
    // What RIPE's collectors see now; whether that is anything else than before.
    std::function<bool(const std::vector<RouteReading>&)> changed;
};

} // namespace kpwatch
