// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/route_reader.h"

namespace kpwatch {

LanesOfRoutes routesOver(const HistoryReader& reader, TimeRange range, UtcTime now) {
    const std::vector<RouteReading> readings = reader.readings({range.begin - usualOver, range.end});
    return lanesOf(routeLanes(readings, range, now), range);
}

} // namespace kpwatch
