// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/overtaken.h"

#include "app/history/roster.h"

namespace kpwatch {

void markOvertaken(SQLite::Database& database, UtcTime at) {
    const std::string own = "series AS s WHERE s.vantage = " + std::to_string(ownVantage);
    SQLite::Statement mark(database,
                           "INSERT OR IGNORE INTO overtaken SELECT o.series, o.at_ms, 0 FROM observation AS o, " + own +
                               " AND o.series = s.id AND o.at_ms > ?1 UNION ALL SELECT r.series, "
                               "r.at_ms, 0 FROM recent AS r, " +
                               own +
                               " AND r.series = s.id AND r.at_ms > ?1 UNION ALL SELECT 0, at_ms, seq "
                               "FROM event WHERE at_ms > ?1");
    run(mark, msOf(at));
}

void unmark(SQLite::Database& database, TimeRange skipped) {
    SQLite::Statement unmark(database, "DELETE FROM overtaken WHERE at_ms >= ? AND at_ms < ?");
    run(unmark, msOf(skipped.begin), msOf(skipped.end));
}

bool anyMarked(SQLite::Database& database, TimeRange range) {
    SQLite::Statement any(database, "SELECT 1 FROM overtaken WHERE at_ms >= ? AND at_ms < ? LIMIT 1");
    return bound(any, msOf(range.begin), msOf(range.end)).executeStep();
}

std::string notOvertaken(const std::string& series, const std::string& at_ms, const std::string& seq) {
    return "NOT EXISTS (SELECT 1 FROM overtaken WHERE overtaken.series = " + series +
           " AND overtaken.at_ms = " + at_ms + " AND overtaken.seq = " + seq + ")";
}

} // namespace kpwatch
