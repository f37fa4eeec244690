// SPDX-License-Identifier: GPL-3.0-or-later
// Routes as lanes of a time line, from what public sources said. One thread per reader; throws StorageError.
#pragma once

#include "app/history/history_reader.h"
#include "app/story/route_lane.h"

namespace kpwatch {

// When nobody listened to public sources within the range, of which these are the readings.
std::vector<TimeRange> unheardOver(const HistoryReader& reader, const std::vector<RouteReading>& readings,
                                   TimeRange range);

// Reads the readings of the range and of the days before it that tell what is usual.
LanesOfRoutes routesOver(const HistoryReader& reader, TimeRange range, UtcTime now);

// The same for one who asks again and again: what was read is kept, and only what was added since is read.
class RouteMemory {
  public:
    LanesOfRoutes over(const HistoryReader& reader, TimeRange range, UtcTime now);
    std::size_t kept() const { return m_readings.size(); }
    std::size_t readSoFar() const { return m_read; } // readings, since the beginning

  private:
    bool isStill(const HistoryReader& reader, TimeRange wanted) const;
    void keep(std::vector<RouteReading> fresh);

    UtcTime m_begin;                      // all from then on,
    UtcTime m_end;                        // up to but without this
    std::vector<RouteReading> m_readings; // in order of time
    std::size_t m_read = 0;
};

// What public sources answered, in order of time; an hour of it in memory, for a state of all routes is long.
void eachAnswer(const HistoryReader& reader, TimeRange range, const std::function<void(const SourceAnswer&)>& visit);

} // namespace kpwatch
