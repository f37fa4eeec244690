// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/upgrade.h"

#include "app/history/doctor.h"
#include "app/history/history_reader.h"
#include "app/history/migration.h"
#include "app/history/set_aside.h"
#include "app/history/writer_lock.h"

namespace kpwatch {

bool needsUpgrade(const std::filesystem::path& directory) {
    const std::filesystem::path file = historyFile(directory);
    try {
        if (!HistoryReader::exists(directory))
            return false;
        SQLite::Database database = openForReading(file);
        return translated(file, [&] {
            const int stored = userVersion(database);
            return stored > 0 && stored < schemaVersion();
        });
    } catch (const StorageError&) {
        return false;
    }
}

void upgrade(const std::filesystem::path& directory, const std::stop_token& stop, const Progress& progress) {
    const WriterLock lock(directory);
    finishRepair(directory);
    finishSettingAside(directory);
    const std::filesystem::path file = historyFile(directory);
    SQLite::Database database = openForWriting(file);
    migrate(database, file, migrations(), utcNow(), stop, progress);
}

} // namespace kpwatch
