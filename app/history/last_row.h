// SPDX-License-Identifier: GPL-3.0-or-later
// Until when the rows of a history prove that somebody watched. Private to history/.
#pragma once

#include "app/history/row_codec.h"

namespace kpwatch {

// The earliest start and the latest end of an observation or event of our own, of the earliest without epochs, of the
// latest without what is overtaken (overtaken.h). Throw SQLite::Exception.
std::optional<UtcTime> earliestRow(SQLite::Database& database);
std::optional<UtcTime> latestRow(SQLite::Database& database, UtcTime began_before = UtcTime::max());
// The last moment of watching on record: when it was stopped, else the end of the latest row.
std::optional<UtcTime> watchedUntil(SQLite::Database& database);
// The same of who still watches, whose next row is not due yet: for as long as the latest one proves presence.
std::optional<UtcTime> presentUntil(SQLite::Database& database);
// The earliest check alone.
std::optional<UtcTime> earliestObservation(SQLite::Database& database);

} // namespace kpwatch
