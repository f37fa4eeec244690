// SPDX-License-Identifier: GPL-3.0-or-later
// What an earlier run sent within the last minute, read back from the record, so that a program that is started again
// and again cannot exceed what may be asked. Any thread; reads the disk.
#pragma once

#include "app/watch/schedule.h"

#include <vector>

namespace kpwatch {

class HistoryReader;

struct SameMoment { // by both clocks
    UtcTime utc;
    SteadyTime steady;
};

// In order. Whom the earlier run was asking when it ended the record does not know: each target is counted once more at
// that moment, which is now unless it was ended in order. Throws StorageError.
std::vector<Schedule::Earlier> earlierChecks(const HistoryReader& reader, const Watchlist& watchlist,
                                             const SameMoment& now);

} // namespace kpwatch
