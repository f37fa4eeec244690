// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/doctor.h"

#include "app/history/backup.h"
#include "app/history/history.h"
#include "app/history/last_row.h"
#include "app/history/migration.h"
#include "app/history/row_codec.h"
#include "app/history/salvage.h"
#include "app/history/writer_lock.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <sys/vfs.h>

namespace kpwatch {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 3> belonging{"", "-wal", "-shm"};

fs::path unfinished(const fs::path& directory) { return directory / "history.salvaging.db"; }
fs::path finished(const fs::path& directory) { return directory / "history.salvaged.db"; }

bool sameBytes(const fs::path& one, const fs::path& other) {
    std::ifstream a(one, std::ios::binary), b(other, std::ios::binary);
    std::array<char, 65536> left{}, right{};
    while (a && b) {
        a.read(left.data(), left.size());
        b.read(right.data(), right.size());
        if (a.gcount() != b.gcount() || !std::equal(left.begin(), left.begin() + a.gcount(), right.begin()))
            return false;
    }
    return a.eof() && b.eof();
}

// All three together: the log is worthless without its file, and the file without its log is an older one.
fs::path keptOriginal(const fs::path& file, UtcTime now) {
    std::uintmax_t bytes = 0;
    std::error_code failed;
    for (const char* suffix : belonging)
        if (fs::exists(suffixed(file, suffix), failed))
            bytes += fs::file_size(suffixed(file, suffix), failed);
    if (const auto lacking = lackingRoom(fs::space(file.parent_path(), failed), 2 * bytes))
        throw StorageError(file.string() + " cannot be repaired here, that takes " + mebibytes(2 * bytes) + ": free " +
                           mebibytes(*lacking) + " more on its disk.");
    fs::path kept = file.parent_path() / ("history.corrupt-" + compactUtc(now) + ".db");
    for (int number = 2; fs::exists(kept, failed); ++number)
        kept = file.parent_path() / ("history.corrupt-" + compactUtc(now) + "-" + std::to_string(number) + ".db");
    for (const char* suffix : belonging) {
        const fs::path from = suffixed(file, suffix), to = suffixed(kept, suffix);
        if (!fs::exists(from, failed))
            continue;
        fs::copy_file(from, to); // refuses to overwrite
        syncToDisk(to);
        if (!sameBytes(from, to))
            throw StorageError(to.string() + " did not become the same as its original: check the disk.");
    }
    syncToDisk(file.parent_path());
    return kept;
}

void measure(SQLite::Database& database, const fs::path& directory, bool is_copy, Diagnosis& found) {
    found.size.free = static_cast<std::uintmax_t>(database.execAndGet("PRAGMA freelist_count").getInt64() *
                                                  database.execAndGet("PRAGMA page_size").getInt64());
    std::error_code failed;
    for (const fs::path& backup : backupsOf(directory)) {
        found.size.backups += fs::file_size(backup, failed);
        const auto written = fs::last_write_time(backup, failed);
        const auto at = std::chrono::floor<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(written));
        if (!found.latestBackup || at > *found.latestBackup)
            found.latestBackup = at;
    }
    SQLite::Statement ended(database, "SELECT ended_ms IS NULL FROM run ORDER BY id DESC LIMIT 1");
    found.uncleanEnd =
        !is_copy && ended.executeStep() && ended.getColumn(0).getInt() != 0 && !isBeingWritten(directory);
    found.size.rawFrom = earliestObservation(database);
}

} // namespace

std::optional<std::string> placeWarning(const fs::path& directory) {
    struct statfs status {};
    if (::statfs(directory.c_str(), &status) != 0)
        return std::nullopt;
    // statfs(2), linux/magic.h
    constexpr std::array<std::pair<std::uint32_t, const char*>, 5> remote{
        {{0x6969, "NFS"}, {0xFF534D42, "SMB"}, {0xFE534D42, "SMB"}, {0x517B, "SMB"}, {0x65735546, "FUSE"}}};
    for (const auto& [magic, name] : remote)
        if (static_cast<std::uint32_t>(status.f_type) == magic)
            return directory.string() + " is on " + name +
                   ", where two programs may not see each other's locks: choose a directory on a disk of this "
                   "computer.";
    return std::nullopt;
}

std::optional<std::string> logWarning(const fs::path& directory) {
    constexpr std::uintmax_t tolerated = 64U << 20U;
    const fs::path log = suffixed(historyFile(directory), "-wal");
    std::error_code failed;
    const std::uintmax_t bytes = fs::file_size(log, failed);
    if (failed || bytes <= tolerated)
        return std::nullopt;
    return log.string() + " has grown to " + std::to_string(bytes >> 20U) +
           " MiB: another program keeps the record open; close it there. Nothing is lost, it only takes room.";
}

Diagnosis glanced(const fs::path& directory) {
    const fs::path file = historyFile(directory);
    std::error_code failed;
    if (!fs::exists(file, failed))
        throw StorageError(file.string() + " does not exist: name a directory with a record by --history.");
    Diagnosis found;
    for (const char* suffix : belonging)
        if (fs::exists(suffixed(file, suffix), failed))
            found.size.bytes += fs::file_size(suffixed(file, suffix), failed);
    found.placeWarning = placeWarning(file.parent_path());
    try {
        SQLite::Database database = openForReading(file);
        const bool is_copy = file == directory;
        if (const int version = userVersion(database); version > schemaVersion())
            found.newer = newerHistory(file, version).what();
        else if (version > 0 && version < schemaVersion())
            found.older = olderHistory(file, version, is_copy).what();
        measure(database, file.parent_path(), is_copy, found);
    } catch (const SQLite::Exception& error) {
        if (!found.newer) // whose tables may be others
            found.faults.emplace_back(error.what());
    }
    return found;
}

Diagnosis examined(const fs::path& directory) {
    Diagnosis found = glanced(directory);
    if (const std::vector<std::string> faults = faultsOfRecord(historyFile(directory)); !faults.empty())
        found.faults = faults;
    return found;
}

Repair repaired(const fs::path& directory, UtcTime now) {
    const WriterLock lock(directory);
    refuseWhileAside(directory);
    const fs::path file = historyFile(directory);
    try {
        finishRepair(directory);
        Repair repair;
        repair.original = keptOriginal(file, now);
        for (const char* suffix : {"", "-journal", "-wal", "-shm"})
            fs::remove(suffixed(unfinished(directory), suffix)); // of an attempt that was cut short
        const Salvaged back = salvage({.damaged = file, .backups = backupsOf(directory)}, unfinished(directory), now);
        syncToDisk(unfinished(directory));
        fs::rename(unfinished(directory), finished(directory));
        syncToDisk(directory);
        finishRepair(directory);
        repair.observations = back.observations;
        repair.fromBackup = back.fromBackup;
        repair.missing = back.missing;
        repair.pages = back.pages;
        repair.pagesDamaged = back.pagesDamaged;
        repair.gaps = back.gaps;
        repair.seriesLost = back.seriesLost;
        return repair;
    } catch (const fs::filesystem_error& error) {
        throw fileError(directory, error.code().value());
    }
}

// The old log goes first: it would be played into whatever file has its name.
void finishRepair(const fs::path& directory) {
    std::error_code failed;
    if (!fs::exists(finished(directory), failed))
        return;
    const fs::path file = directory / "history.db";
    for (const char* suffix : {"-wal", "-shm"})
        fs::remove(suffixed(file, suffix), failed);
    fs::rename(finished(directory), file, failed);
    if (failed)
        throw fileError(file, failed.value());
    syncToDisk(directory);
}

} // namespace kpwatch
