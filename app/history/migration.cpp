// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/migration.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <vector>

namespace kpwatch {
namespace {

constexpr std::size_t backupsKept = 2;
constexpr double copying = 0.5;           // of the whole work
constexpr int lookForStopEvery = 100'000; // steps of SQLite's machine: some milliseconds

// While it lives, a statement of that database ends with an error once a stop is asked for.
class Stoppable {
  public:
    Stoppable(SQLite::Database& database, std::stop_token stop)
        : m_stop(std::move(stop)), m_handle(database.getHandle()) {
        const auto isOver = [](void* asked) { return static_cast<std::stop_token*>(asked)->stop_requested() ? 1 : 0; };
        sqlite3_progress_handler(m_handle, lookForStopEvery, isOver, &m_stop);
    }
    ~Stoppable() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    Stoppable(const Stoppable&) = delete;
    Stoppable& operator=(const Stoppable&) = delete;

  private:
    std::stop_token m_stop;
    sqlite3* m_handle;
};

void dropOldBackups(const std::filesystem::path& directory) {
    std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> backups;
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("backup-v") && name.ends_with(".db"))
            backups.emplace_back(entry.last_write_time(), entry.path());
    }
    std::sort(backups.rbegin(), backups.rend());
    for (std::size_t i = backupsKept; i < backups.size(); ++i)
        std::filesystem::remove(backups[i].second);
}

// A copy has its name only once it is whole, so one that is there already will do.
void keepCopy(SQLite::Database& database, const std::filesystem::path& file, UtcTime now, const std::stop_token& stop,
              const Progress& progress) {
    const std::filesystem::path copy =
        file.parent_path() / ("backup-v" + std::to_string(userVersion(database)) + "-" + compactUtc(now) + ".db");
    try {
        requireRoom(file, file.parent_path(), 2); // of the copy, and of what the steps rewrite
        if (!std::filesystem::exists(copy))
            backUp(file, copy, stop, [&](double share) { progress(share * copying); });
        dropOldBackups(file.parent_path());
    } catch (const std::filesystem::filesystem_error& error) {
        throw fileError(file.parent_path(), error.code().value());
    }
}

} // namespace

int schemaVersion() { return static_cast<int>(migrations().size()); }

StorageError newerHistory(const std::filesystem::path& file, int version) {
    return StorageError(file.string() + " was written by a newer KPWatch (schema " + std::to_string(version) +
                        ", this one reads " + std::to_string(schemaVersion()) +
                        "): it is read as far as it can be, and nothing is written; use that version to go on.");
}

StorageError olderHistory(const std::filesystem::path& file, int version, bool is_copy) {
    return StorageError(file.string() + " is of an older KPWatch (schema " + std::to_string(version) +
                        (is_copy ? "): go on with it in a folder of its own, which is brought up to date."
                                 : "): start watching once with this version, which brings it up to date."));
}

void migrate(SQLite::Database& database, const std::filesystem::path& file, std::span<const std::string_view> steps,
             UtcTime now, const std::stop_token& stop, const Progress& progress) {
    const auto tell = [&progress](double share) {
        if (progress)
            progress(share);
    };
    translated(file, [&] {
        const int known = static_cast<int>(steps.size());
        const int stored = userVersion(database);
        if (stored > known)
            throw StorageError(file.string() + " was written by a newer KPWatch (schema " + std::to_string(stored) +
                               ", this one writes " + std::to_string(known) +
                               "): use that version, or choose another directory with --history.");
        if (stored == known)
            return;
        if (stored > 0)
            keepCopy(database, file, now, stop, tell);
        // All at once: who reads meanwhile, a window beside its collector, finds the old state or the new one.
        SQLite::Transaction transaction(database);
        {
            const Stoppable stoppable(database, stop);
            for (int version = stored; version < known; ++version) {
                tell(copying + (1 - copying) * (version - stored) / (known - stored));
                if (stop.stop_requested())
                    throw StorageError(file.string() + " was not brought up to date: stopped.");
                database.exec(std::string(steps[static_cast<std::size_t>(version)]));
            }
        }
        database.exec("PRAGMA user_version = " + std::to_string(known));
        transaction.commit();
    });
}

} // namespace kpwatch
