// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what a judge changed, and no more: most changes only move the end of an open span, which is not stored.
// Private to history/; every function may throw SQLite::Exception and belongs in the caller's transaction.
#pragma once

#include "app/history/row_codec.h"
#include "app/story/judge.h"

namespace kpwatch {

// What stands in a lane from that moment on if nobody says more: the program was closed.
inline Span closedFrom(UtcTime moment) {
    Span closed;
    closed.range = {moment, moment};
    closed.verdict = Verdict::NotMonitored;
    closed.reason = Reason::Closed;
    return closed;
}

class SpanStore {
  public:
    explicit SpanStore(SQLite::Database& database);

    void apply(std::int64_t series, const SpanChange& change);
    // Ends the open span of a series at `horizon`, or where it begins if that is later, and goes on as not-monitored
    // (closed): for a program that finds the spans of one that was killed.
    void closeAfter(UtcTime horizon, std::int64_t series);
    void closeAllAfter(UtcTime horizon);
    // To be called when a transaction was rolled back.
    void forget() { m_tails.clear(); }

  private:
    std::vector<StoredSpan> storedFrom(std::int64_t series, UtcTime from);
    void write(std::int64_t series, const StoredSpan& stored);
    void endDownBefore(UtcTime from, std::int64_t series, const Onset& ended);
    void replace(std::int64_t series, const std::vector<StoredSpan>& before, const std::vector<StoredSpan>& after);

    SQLite::Statement m_read, m_erase, m_write;
    SQLite::Statement m_openSeries, m_said;
    std::unordered_map<std::int64_t, StoredSpan> m_tails; // the last of each series, as on disk
};

} // namespace kpwatch
