// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_reader.h"
#include "app/history/keeping.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"

#include <iostream>

namespace kpwatch {

int runKeep(const CommonOptions& common, const KeepOptions& options) {
    if (!HistoryReader::exists(common.history))
        throw StorageError(common.history.string() + " holds no record yet: start watching first, or name another "
                                                     "directory with --history.");
    if (options.forEver)
        keepRaw(common.history, std::nullopt);
    else if (options.months)
        keepRaw(common.history, options.months);
    const std::optional<int> months = rawMonthsKept(common.history);
    if (common.json)
        std::cout << documentText({{"raw_months", months ? nlohmann::ordered_json(*months) : nullptr}});
    else if (months)
        std::cout << "Single checks are kept for " << *months << (*months == 1 ? " month" : " months")
                  << ", and around every down time for ever.\n";
    else
        std::cout << "Single checks are kept for ever.\n";
    return 0;
}

} // namespace kpwatch
