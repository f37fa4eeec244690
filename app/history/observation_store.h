// SPDX-License-Identifier: GPL-3.0-or-later
// Writes checks and events. What repeats from check to check (who was asked, from where, what the answer said) is kept
// once and named by its number. Private to history/; may throw SQLite::Exception; within the caller's transaction.
#pragma once

#include "app/history/rollup_store.h"
#include "app/history/row_codec.h"
#include "app/history/seal_store.h"

#include <map>
#include <tuple>
#include <unordered_map>

namespace kpwatch {

class ObservationStore {
  public:
    ObservationStore(SQLite::Database& database, std::int64_t run, SealStore& seals);

    // False if it is there already. If another row has its start, it gets the next free millisecond.
    bool add(std::int64_t series, const Observation& row);
    void add(const Event& event);
    // Whether so many rows wait in `recent` that they should be moved to their places, and moving them.
    bool shouldSettle();
    void settle();
    // To be called when a transaction was rolled back: numbers given in it are not on disk.
    void forget();

  private:
    bool isStored(std::int64_t series, std::int64_t at_ms, const Observation& row);
    std::int64_t circumstanceOf(const Observation& row);
    std::optional<std::int64_t> detailOf(const Observation& row);
    const std::string& epochAt(UtcTime time);
    std::int64_t seqOfLatest(std::int64_t at_ms); // of events
    void recall();

    SQLite::Database& m_database;
    const StoredWords m_words;
    const std::int64_t m_run;
    RollupStore m_rollups;
    SealStore& m_seals;
    bool m_recalled = false;
    std::int64_t m_waiting = 0; // rows in `recent`
    SQLite::Statement m_insert, m_findEqual, m_insertEvent, m_insertCircumstance, m_insertDetail;
    std::map<UtcTime, std::string> m_epochs; // since when which one is in force
    std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> m_circumstances; // epoch, peer, source
    std::unordered_map<std::string, std::int64_t> m_details;
};

} // namespace kpwatch
