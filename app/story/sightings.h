// SPDX-License-Identifier: GPL-3.0-or-later
// From who is seen at a moment to what is worth a row: that somebody began, that many more have its route, that it
// ended. Pure; one thread.
#pragma once

#include "app/story/route_table.h"

namespace kpwatch {

std::optional<RouteSighting::What> sightingNamed(std::string_view word); // as name() does

// Those of a range, and what stood when it began: the latest word before it of each, if that is not that it ended. In
// the order given, which is that of time.
std::vector<RouteSighting> sightingsWithin(const std::vector<RouteSighting>& sightings, TimeRange range);

class Strangers {
  public:
    // Adds what changed since the last time; `now_there` as RouteTable::strange() counts them.
    void note(const std::map<StrangeRoute, int>& now_there, UtcTime at, std::vector<RouteSighting>& sightings);

  private:
    std::map<StrangeRoute, int> m_told;
};

} // namespace kpwatch
