// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/backup.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"

#include <iostream>

namespace kpwatch {

int runBackup(const CommonOptions& common, const std::filesystem::path& output) {
    backUp(common.history, output);
    const std::uintmax_t bytes = std::filesystem::file_size(output);
    if (common.json)
        std::cout << documentText({{"file", output.string()}, {"bytes", bytes}});
    else
        std::cout << "The record is copied to " << output.string() << " (" << bytes / 1024
                  << " KiB) and checked. Look into it with --history " << output.string()
                  << "; to go on with it, put it as history.db into a folder of its own.\n";
    return 0;
}

} // namespace kpwatch
