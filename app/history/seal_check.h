// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the record is what was sealed. For `kpwatch verify --history`. Reads only; any thread, one call at a time.
#pragma once

#include "app/errors.h"
#include "probes/utc_time.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

struct SealVerdict {
    int fullDays = 0, prunedDays = 0;
    std::int64_t rows = 0;               // that were looked at
    std::optional<std::string> differs;  // the first that does: which day and series, and how; none: all is intact
    std::vector<std::string> restarts;   // when the chain began anew, and why
    std::optional<std::string> lastSeal; // its hash: who keeps it elsewhere can tell a chain that was made anew
};

// Of DIR/history.db, or of a backup. Throws StorageError if it cannot be opened at all.
SealVerdict checkedSeals(const std::filesystem::path& history);

} // namespace kpwatch
