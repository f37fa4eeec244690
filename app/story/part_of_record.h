// SPDX-License-Identifier: GPL-3.0-or-later
// What may be said while only a part of the record can be read, for the rest is being repaired or is still to come.
// Pure; any thread.
#pragma once

#include "app/story/timeline.h"

namespace kpwatch {

// Who ever answered stands in what is being repaired.
void takeBackNeverAnswered(LiveStatus& live);
// A record with this first row, or none, holds more than its first hour: what is under way now is not seen for the
// first time.
bool reachesBack(const std::optional<UtcTime>& firstRow, UtcTime now);

} // namespace kpwatch
