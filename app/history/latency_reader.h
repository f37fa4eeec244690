// SPDX-License-Identifier: GPL-3.0-or-later
// Response times and loss of one series over any range, from the coarsest summaries that are no wider than a pixel,
// from the rows themselves when zoomed in. Private to history/; may throw SQLite::Exception.
#pragma once

#include "app/history/history_reader.h"
#include "app/history/rollup_store.h"

#include <map>
#include <set>

namespace kpwatch {

class LatencyReader {
  public:
    explicit LatencyReader(SQLite::Database& database);

    // In equal columns, those without a decided check left out.
    std::vector<LatencyPoint> points(std::int64_t series, TimeRange range, int columns);

  private:
    using Columns = std::map<std::int64_t, ResponseSummary>;
    std::optional<std::size_t> levelFor(std::int64_t series, TimeRange range, int columns);
    std::set<std::int64_t> prunedDays(std::int64_t series, TimeRange range);

    SQLite::Database& m_database;
    SummaryRow m_row;
    SQLite::Statement m_rows, m_recent, m_rollups;
};

} // namespace kpwatch
