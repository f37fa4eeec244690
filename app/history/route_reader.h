// SPDX-License-Identifier: GPL-3.0-or-later
// Routes as lanes of a time line, from what public sources said. One thread per reader; throws StorageError.
#pragma once

#include "app/history/history_reader.h"
#include "app/story/route_lane.h"

namespace kpwatch {

// Reads the readings of the range and of the days before it that tell what is usual.
LanesOfRoutes routesOver(const HistoryReader& reader, TimeRange range, UtcTime now);

} // namespace kpwatch
