// SPDX-License-Identifier: GPL-3.0-or-later
// The summaries of 10 minutes, 2 hours and a day. They cover the rows of `observation` exactly: who moves rows there
// folds them here in the same transaction, so that no crash leaves one without the other. Private to history/; may
// throw SQLite::Exception; within the caller's transaction.
#pragma once

#include "app/history/database.h"
#include "app/history/response_summary.h"
#include "app/history/row_codec.h"

#include <array>

namespace kpwatch {

inline constexpr std::int64_t dayMs = 86'400'000;
// Of level 0, 1, 2. Each divides the next and a day.
inline constexpr std::array<std::int64_t, 3> rollupMs{600'000, 7'200'000, dayMs};

// A row as summaries see it.
class SummaryRow {
  public:
    explicit SummaryRow(SQLite::Database& database);
    // What a query has to select, in this order, from a table of observations.
    static constexpr const char* columns = "series, at_ms, elapsed_us, stage, failure, recheck, tries, resolve_us, "
                                           "coalesce(first_byte_us, connect_us)";
    void addTo(ResponseSummary& summary, SQLite::Statement& row);

  private:
    bool asksNameServer(std::int64_t series);

    const StoredWords m_words;
    SQLite::Statement m_layer;
    std::unordered_map<std::int64_t, bool> m_isDns; // series
};

ResponseSummary summaryFrom(SQLite::Statement& row, int column); // checks, lost, ..., histogram

class RollupStore {
  public:
    explicit RollupStore(SQLite::Database& database);

    // Adds all that waits in `recent`.
    void foldRecent();
    // Of all series, from this time on. Until it is done, the raw rows are read.
    void makeAgain(UtcTime from);
    // Makes again some days of one series that has to be, at most a month. False if nothing was to do.
    bool makeSomeAgain();

  private:
    std::int64_t fold(SQLite::Statement& rows); // how many
    void add(std::int64_t series, std::size_t level, std::int64_t bucket, const ResponseSummary& more);
    std::int64_t makeDayAgain(std::int64_t series, std::int64_t day);

    SQLite::Database& m_database;
    SummaryRow m_row;
    SQLite::Statement m_recent, m_ofDay, m_read, m_write;
};

} // namespace kpwatch
