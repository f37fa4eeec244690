// SPDX-License-Identifier: GPL-3.0-or-later
// All that ever was watched, as one watchlist: for a file that is to hold every check there is. Pure; any thread.
#pragma once

#include "app/story/watched_then.h"

#include <string>
#include <vector>

namespace kpwatch {

struct EverWatched {
    Watchlist list;                   // today's; behind it who was in another, as it stood there last and switched off
    std::vector<std::string> leftOut; // "old-site: ...": what cannot stand in one list with the others
};
// A control that is none any more is one here: its checks tell of our own line at that time.
EverWatched everWatched(const Watchlist& today, const std::vector<WatchlistVersion>& versions,
                        const Settings& settings);

} // namespace kpwatch
