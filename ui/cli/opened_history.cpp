// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/opened_history.h"

#include "app/history/set_aside.h"
#include "app/settings_file.h"
#include "ui/cli/time_argument.h"

#include <iostream>

namespace kpwatch {

OpenedHistory openHistory(const CommonOptions& common) {
    HistoryReader reader(common.history);
    if (const auto newer = reader.newer())
        std::cerr << *newer << '\n'; // what is shown may not be all
    if (!awaitingRepair(common.history).empty())
        std::cerr << "The record was damaged, and what can be salvaged of it is not joined yet: only what was seen "
                     "since is shown.\n";
    if (reader.latestSettingsJson().empty()) // its file comes before its first rows
        throw StorageError("the history in " + common.history.string() +
                           " holds nothing yet: ask again in a moment if a program has just begun to watch, else start "
                           "watching into it or name another one by --history");
    Settings settings = common.settings ? loadSettings(*common.settings) : storedSettings(reader.latestSettingsJson());
    Watchlist watchlist = parseWatchlist(reader.latestWatchlistJson(), "watchlist stored in the history", settings);
    return {std::move(reader), std::move(settings), std::move(watchlist)};
}

TimeRange rangeOf(const RangeOptions& options, UtcTime now) {
    const TimeRange range{parseTimeArgument(options.from, "--from", now), parseTimeArgument(options.to, "--to", now)};
    if (range.begin >= range.end && options.from == RangeOptions().from)
        throw InputError("--to " + options.to + " is not after " + options.from +
                         ", where a range begins that has no --from: give one, too");
    if (range.begin >= range.end)
        throw InputError("--from " + options.from + " is not before --to " + options.to + ": swap them");
    return range;
}

} // namespace kpwatch
