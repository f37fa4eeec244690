// SPDX-License-Identifier: GPL-3.0-or-later
// Where what public sources said lies in history.db. One thread per connection; all may throw SQLite::Exception.
#pragma once

#include "app/story/second_opinion.h"
#include "app/story/span.h"

namespace SQLite {
class Database;
}

namespace kpwatch {

// Adds within the caller's transaction. A reading of a moment that is there already stays as it was.
void storeNews(SQLite::Database& database, const SourceNews& news);

// In order of time.
std::vector<RouteReading> storedReadings(SQLite::Database& database, TimeRange range);
// How many these are, without reading what they say.
std::size_t storedReadingCount(SQLite::Database& database, TimeRange range);
// In order of time, first those that stood when the range began.
std::vector<RouteSighting> storedSightings(SQLite::Database& database, TimeRange range);
// Those that touch the range: by prefix and in order of time; in the order they were told.
std::vector<RouteStretch> storedStretches(SQLite::Database& database, TimeRange range);
std::vector<PastTold> storedPast(SQLite::Database& database, TimeRange range);
// With their bodies where these were kept.
std::vector<SourceAnswer> storedAnswers(SQLite::Database& database, TimeRange range);

// What public platforms measured, out of their answers.
OutsideReadings storedOutsideReadings(SQLite::Database& database, TimeRange range);

} // namespace kpwatch
