// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/backup.h"

#include "app/history/database.h"
#include "app/history/held_file.h"
#include "app/history/whole_copy.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace kpwatch {
namespace {

constexpr std::size_t backupsKept = 7;
constexpr std::uintmax_t spared = 200U << 20U; // watching needs some of it
constexpr std::chrono::hours backupEvery{24};
constexpr std::size_t faultsTold = 10;
constexpr double copying = 0.8;                 // of the time; the rest is the look at the copy
constexpr const char* requested = ".wanted";    // behind the name of a daily one: its writer is to fill it
constexpr const char* unchecked = ".unchecked"; // it is complete
constexpr const char* daily = "history-";       // before its time
constexpr const char* asked = "asked-";         // of whoever wants a copy now, and fetches it himself

std::filesystem::path directoryOf(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

std::vector<std::filesystem::path> newestFirst(const std::filesystem::path& directory, const std::string& prefix) {
    std::vector<std::pair<std::string, std::filesystem::path>> found; // by the time in their names
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(directory, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(prefix) && name.ends_with("Z.db"))
            found.emplace_back(name.substr(name.size() - std::min<std::size_t>(name.size(), 19)), entry->path());
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<std::filesystem::path> paths;
    paths.reserve(found.size());
    for (auto& each : found)
        paths.push_back(std::move(each.second));
    return paths;
}

// The name of the next daily one, if it is time for it and there is room.
std::optional<std::filesystem::path> dueBackup(const std::filesystem::path& directory, UtcTime now) {
    const std::filesystem::path folder = directory / "backups";
    const std::string name = "history-" + compactUtc(now) + ".db";
    const std::vector<std::filesystem::path> kept = newestFirst(folder, "history-");
    const std::string due = "history-" + compactUtc(now - backupEvery) + ".db";
    // One that seems to come from the future was made while the clock was wrong: it does not hold the next one up.
    if (!kept.empty() && kept.front().filename().string() > due && kept.front().filename().string() <= name)
        return std::nullopt;
    std::error_code failed;
    const std::uintmax_t bytes = std::filesystem::file_size(historyFile(directory), failed);
    const std::filesystem::space_info space = std::filesystem::space(directory, failed);
    return failed || space.available < 2 * bytes + spared ? std::nullopt : std::optional(folder / name);
}

void dropOld(const std::filesystem::path& folder) {
    std::error_code failed;
    const std::vector<std::filesystem::path> kept = newestFirst(folder, "history-");
    for (std::size_t i = backupsKept; i < kept.size(); ++i)
        std::filesystem::remove(kept[i], failed);
}

std::optional<std::filesystem::path> firstNamed(const std::filesystem::path& folder, const std::string& beginning,
                                                const char* ending) {
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed))
        if (const std::string name = entry->path().filename().string();
            name.starts_with(beginning) && name.ends_with(std::string("Z.db") + ending))
            return entry->path();
    return std::nullopt;
}

// One that somebody asked for and still waits for; what is left of others goes.
std::optional<std::filesystem::path> askedFor(const std::filesystem::path& folder) {
    auto wanted = firstNamed(folder, asked, requested);
    if (!wanted)
        return std::nullopt;
    std::filesystem::path base = *wanted;
    base.replace_extension();
    if (isHeld(suffixed(base, copyIsWaitedFor)))
        return wanted;
    std::error_code failed;
    for (const char* ending : {requested, unchecked, copyIsWaitedFor})
        std::filesystem::remove(suffixed(base, ending), failed);
    return std::nullopt;
}

// Two who look at once would write the same copy.
class LookLock {
  public:
    explicit LookLock(const std::filesystem::path& folder)
        : m_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
          m_alone(m_folder >= 0 && ::flock(m_folder, LOCK_EX | LOCK_NB) == 0) {}
    ~LookLock() {
        if (m_folder >= 0)
            ::close(m_folder);
    }
    LookLock(const LookLock&) = delete;
    LookLock& operator=(const LookLock&) = delete;
    bool isAlone() const { return m_alone; }

  private:
    const int m_folder;
    const bool m_alone;
};

} // namespace

std::string compactUtc(UtcTime time) {
    std::string text = isoUtc(time).substr(0, 19);
    std::erase_if(text, [](char letter) { return letter == '-' || letter == ':'; });
    return text + "Z";
}

std::string mebibytes(std::uintmax_t bytes) {
    constexpr std::uintmax_t each = 1U << 20U;
    return std::to_string((bytes + each - 1) / each) + " MiB";
}

std::optional<std::uintmax_t> lackingRoom(const std::filesystem::space_info& space, std::uintmax_t needed) {
    constexpr std::uintmax_t unknown = static_cast<std::uintmax_t>(-1); // where space() failed
    if (space.capacity == 0 || space.capacity == unknown || space.available >= needed)
        return std::nullopt;
    return needed - space.available;
}

void requireRoom(const std::filesystem::path& file, const std::filesystem::path& place, std::uintmax_t times) {
    std::error_code failed;
    const std::uintmax_t bytes = std::filesystem::file_size(file, failed);
    if (failed)
        return;
    if (const auto lacking = lackingRoom(std::filesystem::space(place, failed), times * bytes))
        throw StorageError(file.string() + " is to be copied, which takes " + mebibytes(times * bytes) +
                           " on the disk of " + place.string() + ": free " + mebibytes(*lacking) + " more.");
}

std::vector<std::string> faultsOfRecord(const std::filesystem::path& file, const std::stop_token& stop) {
    std::error_code failed;
    const std::filesystem::path folder = directoryOf(file);
    const std::uintmax_t bytes = std::filesystem::file_size(file, failed);
    const std::filesystem::space_info space = std::filesystem::space(folder, failed);
    if (failed || bytes <= readAtOnce || space.available < 2 * bytes + spared)
        return faultsOf(file, stop);
    const LookLock lock(folder);
    if (!lock.isAlone())
        return faultsOf(file, stop);
    std::filesystem::path copy = file;
    copy += ".look"; // one that was left by a kill is overwritten
    bool copied = false;
    try {
        makePrivateFile(copy);
        copyWhole(file, copy, stop);
        copied = true;
    } catch (const StorageError&) {
        copied = false; // what that means the file itself has to say
    }
    std::vector<std::string> faults =
        stop.stop_requested() ? std::vector<std::string>{} : faultsOf(copied ? copy : file, stop);
    std::filesystem::remove(copy, failed);
    return faults;
}

// VACUUM INTO does not promise that its copy survives a power cut.
void syncToDisk(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const int failed = descriptor < 0 || ::fsync(descriptor) != 0 ? errno : 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (failed != 0)
        throw fileError(path, failed);
}

std::vector<std::string> faultsOf(const std::filesystem::path& file, const std::stop_token& stop) {
    std::vector<std::string> faults;
    try {
        SQLite::Database database = openForReading(file);
        const std::stop_callback cut(stop, [&database] { sqlite3_interrupt(database.getHandle()); });
        if (database.execAndGet("PRAGMA application_id").getInt() != historyApplicationId)
            return {"it is no history of KPWatch, or its beginning is lost"};
        SQLite::Statement check(database, "PRAGMA quick_check(10)");
        while (check.executeStep() && faults.size() < faultsTold)
            if (const std::string said = check.getColumn(0).getString(); said != "ok")
                faults.push_back(said);
    } catch (const StorageError& error) {
        faults.emplace_back(error.what());
    } catch (const SQLite::Exception& error) {
        faults.emplace_back(error.what());
    }
    return faults;
}

void backUp(const std::filesystem::path& history, const std::filesystem::path& file, const std::stop_token& stop,
            const Progress& progress) {
    std::error_code failed;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, failed)))
        throw InputError(file.string() + " exists already: name another file, a backup overwrites nothing");
    const std::filesystem::path source = historyFile(history);
    if (!std::filesystem::exists(source, failed))
        throw StorageError(source.string() + " does not exist: name a directory with a record by --history.");
    requireRoom(source, directoryOf(file), 1);
    std::filesystem::path copy = file;
    copy += ".part";
    std::filesystem::remove(copy, failed); // of an attempt that was cut short
    try {
        makePrivateFile(copy);
        copyWhole(source, copy, stop, [&progress](double share) {
            if (progress)
                progress(share * copying);
        });
        if (const std::vector<std::string> faults = faultsOf(copy, stop); !faults.empty())
            throw StorageError(source.string() + " could not be copied whole (" + faults.front() +
                               "): run 'kpwatch doctor'.");
        syncToDisk(copy);
        std::filesystem::rename(copy, file);
        syncToDisk(directoryOf(file));
    } catch (const std::filesystem::filesystem_error& error) {
        std::filesystem::remove(copy, failed);
        throw fileError(file, error.code().value());
    } catch (const StorageError& error) {
        std::filesystem::remove(copy, failed);
        const std::string said = error.what();
        if (said.starts_with(copy.string())) // by the name that was asked for
            throw StorageError(file.string() + said.substr(copy.string().size()), error.sqliteCode);
        throw;
    }
}

std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& directory) {
    std::vector<std::filesystem::path> all = newestFirst(directory / "backups", "history-");
    for (auto& before : newestFirst(directory, "backup-v"))
        all.push_back(std::move(before));
    return all;
}

bool requestBackup(const std::filesystem::path& directory, UtcTime now) {
    const auto due = dueBackup(directory, now);
    if (!due)
        return false;
    makePrivateDirectory(due->parent_path());
    if (!firstNamed(due->parent_path(), daily, requested))
        makePrivateFile(suffixed(*due, requested));
    return true;
}

std::optional<std::filesystem::path> requestedBackup(const std::filesystem::path& directory) {
    const auto now = askedFor(directory / "backups");
    return now ? now : firstNamed(directory / "backups", daily, requested);
}

void handOver(const std::filesystem::path& copy) {
    std::filesystem::path complete = copy;
    std::error_code failed;
    std::filesystem::rename(copy, complete.replace_extension(unchecked), failed);
    if (failed)
        throw fileError(copy, failed.value());
}

bool finishBackup(const std::filesystem::path& directory, const std::stop_token& stop) {
    const auto copy = firstNamed(directory / "backups", daily, unchecked);
    if (!copy)
        return false;
    std::error_code failed;
    try {
        // A file that is opened where it lies must need no log beside it.
        translated(*copy, [&] { openForWriting(*copy).exec("PRAGMA journal_mode = DELETE"); });
        if (const std::vector<std::string> faults = faultsOf(*copy, stop); !faults.empty())
            throw StorageError(copy->string() + " did not become whole (" + faults.front() +
                               "): run 'kpwatch doctor'.");
        syncToDisk(*copy);
        std::filesystem::path named = *copy;
        std::filesystem::rename(*copy, named.replace_extension(), failed);
        if (failed)
            throw fileError(*copy, failed.value());
        syncToDisk(copy->parent_path());
        dropOld(copy->parent_path());
        return true;
    } catch (const StorageError&) {
        std::filesystem::remove(*copy, failed);
        throw;
    }
}

} // namespace kpwatch
