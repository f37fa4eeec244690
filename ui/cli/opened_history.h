// SPDX-License-Identifier: GPL-3.0-or-later
// A history opened for reading, with the watchlist and settings it was recorded under. One thread.
#pragma once

#include "app/history/history_reader.h"
#include "ui/cli/commands.h"

namespace kpwatch {

struct OpenedHistory {
    HistoryReader reader;
    Settings settings;
    Watchlist watchlist;
};

// Throws StorageError or InputError. Settings given on the command line win over the stored ones.
OpenedHistory openHistory(const CommonOptions& common);

// From and to, checked: throws InputError if they are not times or the wrong way round.
TimeRange rangeOf(const RangeOptions& options, UtcTime now);

} // namespace kpwatch
