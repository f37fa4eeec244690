// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a new history of what is left in a damaged one, record by record, and of its backups. A new table of the schema
// is known by the types of its columns; if it looks like another one, carved_row.cpp has to tell them apart. Private to
// history/.
#pragma once

#include "app/history/database.h"
#include "probes/utc_time.h"

#include <stop_token>
#include <string>
#include <vector>

namespace kpwatch {

struct Salvaged {
    std::int64_t observations = 0, events = 0;
    std::int64_t fromBackup = 0; // of the observations
    std::int64_t pages = 0, pagesDamaged = 0;
    std::int64_t missing = 0;      // observations that are sealed and not there
    std::vector<std::string> gaps; // one sentence per series and stretch of days, at most 20
    bool seriesLost = false;       // some rows belong to a series whose name is lost
};

struct Wreck {
    std::filesystem::path damaged;
    std::vector<std::filesystem::path> backups; // those of this schema and of the same record; others are passed over
    std::stop_token stop{};                     // ends it with an error
};

// Fills `fresh`, which must not exist, from the damaged file and the backups. What is known to be missing is recorded
// as gaps, the chain of seals begins anew with the reason. The file is complete and synced when this returns. Throws
// StorageError.
Salvaged salvage(const Wreck& wreck, const std::filesystem::path& fresh, UtcTime now);

} // namespace kpwatch
