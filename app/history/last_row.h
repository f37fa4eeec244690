// SPDX-License-Identifier: GPL-3.0-or-later
// Until when the rows of a history prove that somebody watched. Private to history/.
#pragma once

#include "app/history/row_codec.h"

namespace kpwatch {

// Rows prove presence for this long (rules of the manual, "not-monitored").
inline constexpr std::chrono::seconds presenceOfRow{90};

// The earliest start and the latest end of an observation or event of our own, of the earliest without epochs, of the
// latest without what is overtaken (overtaken.h). Throw SQLite::Exception.
std::optional<UtcTime> earliestRow(SQLite::Database& database);
std::optional<UtcTime> latestRow(SQLite::Database& database, UtcTime began_before = UtcTime::max());
// Until when somebody may have watched, as far as the rows say: until it was stopped, else for as long as they prove
// presence.
std::optional<UtcTime> watchedUntil(SQLite::Database& database);
// The earliest check alone.
std::optional<UtcTime> earliestObservation(SQLite::Database& database);

} // namespace kpwatch
