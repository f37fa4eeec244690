// SPDX-License-Identifier: GPL-3.0-or-later
// A story as a run of the program leaves it on disk: its rows, and the spans of the judge that watched it.
#pragma once

#include "app/story/replay.h"
#include "tests/support/story.h"

#include <filesystem>

namespace kpwatch::test {

// What the judge made of it.
Replayed record(const Story& story, int end, const std::filesystem::path& directory);
Replayed record(const Story::Rows& rows, const Watchlist& watchlist, const std::filesystem::path& directory);

// All sites lose checks for half an hour, then fall silent at 9000 s, the name servers at 9600, the routers at 10200;
// all are back at 14000. Ends at 16000.
Story siege(Watchlist watchlist = storyWatchlist());
inline constexpr int siegeEnd = 16000;

} // namespace kpwatch::test
