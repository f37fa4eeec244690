// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/opened_history.h"

#include "app/settings_file.h"
#include "ui/cli/time_argument.h"

#include <iostream>

namespace kpwatch {

OpenedHistory openHistory(const CommonOptions& common) {
    HistoryReader reader(common.history);
    if (const auto newer = reader.newer())
        std::cerr << *newer << '\n';         // what is shown may not be all
    if (reader.latestSettingsJson().empty()) // its file comes before its first rows
        throw StorageError("the history in " + common.history.string() +
                           " is just being made by another program: ask again in a moment");
    Settings settings = common.settings ? loadSettings(*common.settings) : storedSettings(reader.latestSettingsJson());
    Watchlist watchlist = parseWatchlist(reader.latestWatchlistJson(), "watchlist stored in the history", settings);
    return {std::move(reader), std::move(settings), std::move(watchlist)};
}

TimeRange rangeOf(const RangeOptions& options, UtcTime now) {
    const TimeRange range{parseTimeArgument(options.from, "--from", now), parseTimeArgument(options.to, "--to", now)};
    if (range.begin >= range.end)
        throw InputError("--from " + options.from + " is not before --to " + options.to + ": swap them");
    return range;
}

} // namespace kpwatch
