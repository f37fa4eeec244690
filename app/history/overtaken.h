// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that our clock wrote before it was set back, and through whose time it goes once more. They stay as they are and
// are judged no more, for they are of another moment than they say. Private to history/; may throw SQLite::Exception.
#pragma once

#include "app/history/row_codec.h"

namespace kpwatch {

// The clock was set back to `at`: whatever lies after it is overtaken.
void markOvertaken(SQLite::Database& database, UtcTime at);
// The clock was set ahead over that range: what lies in it has not been overtaken.
void unmark(SQLite::Database& database, TimeRange skipped);
bool anyMarked(SQLite::Database& database, TimeRange range);

// A condition of SQL: the row of these columns is not overtaken.
std::string notOvertaken(const std::string& series, const std::string& at_ms, const std::string& seq);

} // namespace kpwatch
