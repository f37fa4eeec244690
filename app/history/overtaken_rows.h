// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a record are not judged, for their clock was set back (HistoryReader::judgedRows): whoever hands rows
// on marks them. Throws StorageError; any thread once made.
#pragma once

#include "app/history/history_reader.h"

#include <set>

namespace kpwatch {

class OvertakenRows {
  public:
    OvertakenRows(const HistoryReader& reader, const Watchlist& watchlist, TimeRange range,
                  const std::stop_token& stop = {});
    bool contains(const Observation& row) const { return m_checks.contains({row.target, row.startedAt}); }
    bool contains(const Event& row) const;

  private:
    std::set<std::pair<TargetId, UtcTime>> m_checks;
    std::vector<Event> m_events;
};

} // namespace kpwatch
