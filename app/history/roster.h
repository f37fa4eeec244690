// SPDX-License-Identifier: GPL-3.0-or-later
// Which row of `series` a target of this run's watchlist writes to and is read from. Private to history/.
#pragma once

#include "app/history/database.h"
#include "app/watchlist.h"

#include <unordered_map>

namespace kpwatch {

inline constexpr std::int64_t ownVantage = 1;
inline constexpr const char* ownLineSlug = "own-line";

using SeriesOf = std::unordered_map<TargetId, std::int64_t>;

// Makes what is missing, and a new version of each target, of the watchlist and of the settings that differ from those
// in force: of a target by time, for the clock may have been set back; of a clock before the record's first day, the
// latest. Within the caller's transaction. Throws SQLite::Exception.
SeriesOf enrolled(SQLite::Database& database, const Watchlist& watchlist, const Settings& settings, UtcTime now);

// The series of a vantage that exist, of targets, controls and our own line.
SeriesOf knownSeries(SQLite::Database& database, const Watchlist& watchlist, std::int64_t vantage = ownVantage);

} // namespace kpwatch
