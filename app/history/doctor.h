// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a history, and making it whole again without throwing anything away. For `kpwatch doctor` and for
// a start after an unclean end. Blocks for seconds; not for the GUI thread.
#pragma once

#include "app/errors.h"
#include "probes/utc_time.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

struct RecordSize {
    std::uintmax_t bytes = 0;       // history.db and what belongs to it
    std::uintmax_t free = 0;        // of these, to be filled again
    std::uintmax_t backups = 0;     // kept beside it
    std::optional<UtcTime> rawFrom; // checks are kept one by one from here on
};

struct Diagnosis {
    std::vector<std::string> faults; // sentences of SQLite; none: the file is sound
    bool uncleanEnd = false;         // the last run was killed; of a copy, whose run went on elsewhere, nobody knows
    RecordSize size;
    std::optional<UtcTime> latestBackup;
    std::optional<std::string> placeWarning; // the folder is on a network file system
    std::optional<std::string> newer;        // a newer program wrote it, which alone may repair it
    std::optional<std::string> older;        // an older one did, and it was not brought up to date yet
};
// All but the faults: without reading the file as a whole.
Diagnosis glanced(const std::filesystem::path& directory);
// Reads only, also while somebody watches. Throws StorageError if there is nothing to look at.
Diagnosis examined(const std::filesystem::path& directory);

// One sentence if the folder is on a network file system or the like.
std::optional<std::string> placeWarning(const std::filesystem::path& directory);

// One sentence if the log beside the record grows because another program keeps the record open for reading.
std::optional<std::string> logWarning(const std::filesystem::path& directory);

struct Repair {
    std::filesystem::path original; // the damaged file as it was, bit for bit, -wal and -shm beside it
    std::int64_t observations = 0, fromBackup = 0, missing = 0;
    std::int64_t pages = 0, pagesDamaged = 0;
    std::vector<std::string> gaps; // what is known to be missing, at most 20 sentences
    bool seriesLost = false;
};
// Keeps the original, puts what can be salvaged in its place. Whatever moment it is killed at: the original is there,
// and calling it again goes on. Throws WriterBusyError if somebody watches, StorageError (no space: it needs twice the
// size).
Repair repaired(const std::filesystem::path& directory, UtcTime now);

// Finishes a repair that was cut short before its last step; a writer calls it before it opens. Under the writer's
// lock.
void finishRepair(const std::filesystem::path& directory);

} // namespace kpwatch
