// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/last_row.h"

#include "app/history/overtaken.h"
#include "app/history/roster.h"
#include "app/story/presence.h"

namespace kpwatch {
namespace {

std::optional<UtcTime> onlyTime(SQLite::Database& database, const std::string& sql) {
    SQLite::Statement query(database, sql);
    query.executeStep();
    const std::optional<std::int64_t> ms = optionalAt(query, 0);
    return ms ? std::optional(utcOf(*ms)) : std::nullopt;
}

// One look per series at the first or last key; without the nested query all rows would be read.
std::string perSeries(const std::string& edge_of_series) {
    return "(SELECT (" + edge_of_series + ") AS ms FROM series WHERE vantage = " + std::to_string(ownVantage) + ")";
}

// Nothing that was recorded came after the stop.
std::optional<UtcTime> stoppedAt(SQLite::Database& database, UtcTime latest) {
    constexpr std::chrono::milliseconds rounded{1}; // the end of a check is, upwards
    SQLite::Statement last(database, "SELECT at_ms, kind FROM event WHERE " +
                                         notOvertaken("0", "event.at_ms", "event.seq") +
                                         " ORDER BY at_ms DESC, seq DESC LIMIT 1");
    if (!last.executeStep() || last.getColumn(1).getString() != "stopped")
        return std::nullopt;
    const UtcTime stopped = utcOf(last.getColumn(0).getInt64());
    return stopped + rounded >= latest ? std::optional(stopped) : std::nullopt;
}

} // namespace

std::optional<UtcTime> earliestRow(SQLite::Database& database) {
    // A fresh file begins with an epoch of the one before it; and where we are proves no watching.
    return onlyTime(database, "SELECT min(ms) FROM (SELECT * FROM (SELECT at_ms AS ms FROM event WHERE kind <> 'epoch' "
                              "ORDER BY at_ms, seq LIMIT 1) UNION ALL SELECT min(at_ms) "
                              "FROM recent UNION ALL SELECT ms FROM " +
                                  perSeries("SELECT min(at_ms) FROM observation WHERE observation.series = series.id") +
                                  ")");
}

std::optional<UtcTime> earliestObservation(SQLite::Database& database) {
    return onlyTime(database, "SELECT min(ms) FROM (SELECT min(at_ms) AS ms FROM recent UNION ALL SELECT ms FROM " +
                                  perSeries("SELECT min(at_ms) FROM observation WHERE observation.series = series.id") +
                                  ")");
}

std::optional<UtcTime> latestRow(SQLite::Database& database, UtcTime began_before) {
    const std::string before = "at_ms < " + std::to_string(msOf(began_before)) + " AND ";
    return onlyTime(
        database,
        "SELECT max(ms) FROM (SELECT * FROM (SELECT at_ms AS ms FROM event WHERE " + before +
            notOvertaken("0", "event.at_ms", "event.seq") +
            " ORDER BY at_ms DESC LIMIT 1) UNION ALL SELECT max(at_ms + (elapsed_us + 999) / 1000) FROM recent WHERE " +
            before + notOvertaken("recent.series", "recent.at_ms", "0") + " UNION ALL SELECT ms FROM " +
            perSeries("SELECT at_ms + (elapsed_us + 999) / 1000 FROM observation WHERE observation.series = series.id "
                      "AND " +
                      before + notOvertaken("observation.series", "observation.at_ms", "0") +
                      " ORDER BY at_ms DESC LIMIT 1") +
            ")");
}

std::optional<UtcTime> watchedUntil(SQLite::Database& database) {
    const std::optional<UtcTime> latest = latestRow(database);
    return latest ? stoppedAt(database, *latest).value_or(*latest) : latest;
}

std::optional<UtcTime> presentUntil(SQLite::Database& database) {
    const std::optional<UtcTime> latest = latestRow(database);
    return latest ? stoppedAt(database, *latest).value_or(*latest + Presence::provenFor) : latest;
}

} // namespace kpwatch
