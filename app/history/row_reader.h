// SPDX-License-Identifier: GPL-3.0-or-later
// Reads checks and events in pieces, so that no statement stays open while somebody looks at the rows (an open one
// would hold the write-ahead log back). Private to history/; may throw SQLite::Exception.
#pragma once

#include "app/history/history_reader.h"
#include "app/history/roster.h"
#include "app/history/row_codec.h"

#include <deque>
#include <unordered_map>

namespace kpwatch {

class RowReader {
  public:
    explicit RowReader(SQLite::Database& database, std::int64_t vantage = ownVantage);

    enum class Which { All, Judged, Overtaken }; // see overtaken.h; those that are not are judged
    void visitAll(const SeriesOf& series, TimeRange range, Which which, const HistoryReader::RowVisitor& visit,
                  const std::stop_token& stop);
    // The judged rows of one series alone, in order of start.
    void visitSeries(std::int64_t series, TargetId target, TimeRange range,
                     const std::function<void(const Observation&)>& visit, const std::stop_token& stop);
    std::vector<Observation> latest(std::int64_t series, TargetId target, const HistoryReader::Latest& wanted);
    std::optional<Observation> latestAnswer(std::int64_t series, TargetId target, UtcTime at);

    std::optional<Event> latestEvent(const std::vector<std::string>& kinds, UtcTime before);
    std::optional<Event> latestButStart(UtcTime before); // of any kind but "started"

    // Up to one piece of rows that start in the range, in order of start.
    std::deque<Observation> observations(std::int64_t series, TargetId target, TimeRange range);
    bool isOvertaken(std::int64_t series, std::int64_t at_ms, std::int64_t seq = 0);
    // Up to one piece of events in the range that come after (range.begin, seq).
    struct EventRow {
        std::int64_t at_ms = 0, seq = 0;
        std::optional<Event> event; // none if its kind is of a later program
    };
    std::deque<EventRow> events(TimeRange range, std::int64_t after_seq);

  private:
    struct Circumstance {
        std::string peer, source;
    };
    Observation observationFrom(SQLite::Statement& row, TargetId target);
    const Circumstance& circumstance(std::int64_t id);
    const Detail& detail(std::int64_t id);

    SQLite::Database& m_database;
    const StoredWords m_words;
    SQLite::Statement m_observations, m_events, m_circumstance, m_detail, m_latest, m_latestAnswer, m_overtaken;
    std::unordered_map<std::int64_t, Circumstance> m_circumstances;
    std::unordered_map<std::int64_t, Detail> m_details;
};

} // namespace kpwatch
