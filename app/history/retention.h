// SPDX-License-Identifier: GPL-3.0-or-later
// Removes single checks that are old, whole sealed leaves at a time: a leaf's hash stays, so that the chain still
// holds. Kept for ever: events, spans, summaries of two hours and more, and the days before, of and after every down
// time. Private to history/; may throw SQLite::Exception; within the caller's transaction.
#pragma once

#include "app/history/database.h"
#include "probes/utc_time.h"

#include <vector>

namespace kpwatch {

class Retention {
  public:
    // For as long as keeping.h says of that directory, in months of 30.44 days.
    Retention(SQLite::Database& database, std::filesystem::path directory)
        : m_database(database), m_directory(std::move(directory)) {}

    // Removes one leaf that is older, if there is one. False if not; it then looks again on the next day, or once
    // another length was chosen.
    bool pruneOne(UtcTime now);
    // To be called when a transaction was rolled back.
    void forget() { m_day = -1; }

  private:
    struct LeafKey {
        std::int64_t series = 0, day = 0;
    };
    std::vector<LeafKey> due(std::int64_t before_day);

    SQLite::Database& m_database;
    const std::filesystem::path m_directory;
    std::optional<int> m_months; // for which m_due was found
    std::int64_t m_day = -1;     // for which m_due was found
    std::vector<LeafKey> m_due;
};

} // namespace kpwatch
