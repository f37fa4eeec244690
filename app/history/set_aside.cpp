// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/set_aside.h"

#include "app/history/backup.h"
#include "app/history/doctor.h"
#include "app/history/join.h"
#include "app/history/migration.h"
#include "app/history/roster.h"
#include "app/history/row_codec.h"
#include "app/history/salvage.h"
#include "app/history/writer_lock.h"
#include "app/whole_file.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>

namespace kpwatch {
namespace {

namespace fs = std::filesystem;

// The file itself last: once it has its new name, all is done.
constexpr std::array<const char*, 3> belonging{"-wal", "-shm", ""};

constexpr std::uintmax_t spared = 200U << 20U; // watching needs some of it

fs::path listOf(const fs::path& directory) { return directory / "history.repairing"; }
fs::path salvagedBeside(const fs::path& directory) { return directory / "history.beside.db"; }

// What the person would otherwise be asked again, or what the judge cannot know from a fresh file.
struct CarriedOver {
    struct Agreed {
        std::int64_t at_ms;
        std::string way, text;
    };
    struct Line {
        std::int64_t at_ms;
        std::string detail;
    };
    struct Said {
        std::int64_t id, at_ms;
        std::string hand, detail;
    };
    std::string vantage;
    bool simulated = false;
    std::optional<Agreed> consent;
    std::optional<Line> epoch;
    std::vector<Said> judgements; // as stored: later ones go on with their numbers
};

template <typename Read>
void ifReadable(const Read& read) {
    try {
        read();
    } catch (const std::exception&) {
        return; // it lies in the damaged part
    }
}

// A torn page may hold anything, whatever a column was declared as.
CarriedOver readFrom(const fs::path& file) {
    CarriedOver carried;
    ifReadable([&] {
        SQLite::Database database = openForReading(file);
        ifReadable([&] {
            carried.vantage = database.execAndGet("SELECT name FROM vantage WHERE id = 1").getString();
            carried.simulated = database.execAndGet("SELECT simulated FROM meta").getInt() != 0;
        });
        ifReadable([&] {
            SQLite::Statement consent(database, "SELECT at_ms, way, text FROM consent WHERE typeof(at_ms) = 'integer' "
                                                "ORDER BY rowid DESC LIMIT 1");
            if (consent.executeStep())
                carried.consent = {consent.getColumn(0).getInt64(), consent.getColumn(1).getString(),
                                   consent.getColumn(2).getString()};
        });
        ifReadable([&] {
            SQLite::Statement epoch(database,
                                    "SELECT at_ms, detail FROM event WHERE kind = 'epoch' AND typeof(at_ms) = "
                                    "'integer' ORDER BY at_ms DESC, seq DESC LIMIT 1");
            if (epoch.executeStep())
                carried.epoch = {epoch.getColumn(0).getInt64(), epoch.getColumn(1).getString()};
        });
        ifReadable([&] {
            SQLite::Statement said(database, "SELECT id, at_ms, hand, detail FROM judgement WHERE typeof(at_ms) = "
                                             "'integer' ORDER BY id");
            while (said.executeStep())
                carried.judgements.push_back({said.getColumn(0).getInt64(), said.getColumn(1).getInt64(),
                                              said.getColumn(2).getString(), said.getColumn(3).getString()});
        });
    });
    return carried;
}

// Who we are and by which way out, as the latest backup knows it: what came after it may have changed the rest.
CarriedOver readFromBackup(const fs::path& directory) {
    CarriedOver carried;
    for (const fs::path& backup : backupsOf(directory)) {
        CarriedOver known = readFrom(backup);
        carried.vantage = known.vantage;
        carried.simulated = known.simulated;
        carried.epoch = known.epoch;
        if (!carried.vantage.empty())
            break;
    }
    return carried;
}

void makeFresh(const fs::path& file, const CarriedOver& carried, UtcTime now) {
    makePrivateFile(file);
    SQLite::Database database = openForWriting(file);
    migrate(database, file, migrations(), now);
    translated(file, [&] {
        SQLite::Transaction transaction(database);
        if (carried.vantage.empty())
            return; // made by the writer that opens it
        SQLite::Statement meta(database, "INSERT INTO meta VALUES (1, ?, ?)");
        run(meta, std::int64_t{carried.simulated ? 1 : 0}, msOf(now));
        SQLite::Statement vantage(database, "INSERT INTO vantage VALUES (?, ?, 'this computer')");
        run(vantage, ownVantage, carried.vantage);
        if (carried.consent) {
            SQLite::Statement consent(database, "INSERT INTO consent(at_ms, way, text) VALUES (?, ?, ?)");
            run(consent, carried.consent->at_ms, carried.consent->way, carried.consent->text);
        }
        if (carried.epoch) {
            SQLite::Statement epoch(database, "INSERT INTO event VALUES (?, 0, 'epoch', ?)");
            run(epoch, carried.epoch->at_ms, carried.epoch->detail);
        }
        SQLite::Statement said(database, "INSERT INTO judgement(id, at_ms, hand, detail) VALUES (?, ?, ?, ?)");
        for (const auto& [id, at_ms, hand, detail] : carried.judgements)
            run(said, id, at_ms, hand, detail);
        transaction.commit();
    });
}

void writeList(const fs::path& directory, const std::vector<fs::path>& kept) {
    std::string names;
    for (const fs::path& each : kept)
        names += each.filename().string() + '\n';
    writeBesideRecord(listOf(directory), names);
    syncToDisk(directory);
}

fs::path freeName(const fs::path& directory, UtcTime now) {
    const std::string base = "history.corrupt-" + compactUtc(now);
    fs::path kept = directory / (base + ".db");
    for (int number = 2; fs::exists(kept); ++number)
        kept = directory / (base + "-" + std::to_string(number) + ".db");
    return kept;
}

void removeDatabase(const fs::path& database) {
    std::error_code failed;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(suffixed(database, suffix), failed);
}

// Two who salvage write files of the same names: the list that both work off is locked.
class SalvageLock {
  public:
    explicit SalvageLock(const fs::path& directory)
        : m_descriptor(::open(listOf(directory).c_str(), O_RDWR | O_CLOEXEC)) {
        if (m_descriptor < 0 || ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
            return;
        ::close(m_descriptor);
        throw WriterBusyError("Another program already repairs the record in " + directory.string() +
                              ": let it finish, or end it first.");
    }
    ~SalvageLock() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    SalvageLock(const SalvageLock&) = delete;
    SalvageLock& operator=(const SalvageLock&) = delete;

  private:
    int m_descriptor;
};

void addTo(Repair& all, const Salvaged& one) {
    all.observations += one.observations;
    all.fromBackup += one.fromBackup;
    all.missing += one.missing;
    all.pages += one.pages;
    all.pagesDamaged += one.pagesDamaged;
    all.gaps.insert(all.gaps.end(), one.gaps.begin(), one.gaps.end());
    all.seriesLost = all.seriesLost || one.seriesLost;
}

} // namespace

bool tellsDamage(const StorageError& error) {
    const int code = error.sqliteCode & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

std::vector<fs::path> awaitingRepair(const fs::path& directory) {
    std::vector<fs::path> kept;
    std::ifstream list(listOf(directory));
    for (std::string name; std::getline(list, name);)
        if (name.starts_with("history.corrupt-") && name.find('/') == std::string::npos)
            kept.push_back(directory / name);
    return kept;
}

void finishSettingAside(const fs::path& directory) try {
    const std::vector<fs::path> waiting = awaitingRepair(directory);
    if (waiting.empty() || fs::exists(waiting.back()))
        return;
    const fs::path file = directory / "history.db";
    for (const char* suffix : belonging)
        if (fs::exists(suffixed(file, suffix)) && !fs::exists(suffixed(waiting.back(), suffix)))
            fs::rename(suffixed(file, suffix), suffixed(waiting.back(), suffix));
    for (const char* suffix : {"-wal", "-shm"}) // of a reader that looked in between
        fs::remove(suffixed(file, suffix));
    syncToDisk(directory);
} catch (const fs::filesystem_error& error) {
    throw fileError(directory, error.code().value());
}

fs::path makeRoom(const fs::path& directory, UtcTime now) {
    const WriterLock lock(directory);
    const fs::path file = historyFile(directory);
    try {
        finishSettingAside(directory);
        CarriedOver carried = readFrom(file);
        if (carried.vantage.empty())
            carried = readFromBackup(directory);
        std::vector<fs::path> waiting = awaitingRepair(directory);
        waiting.push_back(freeName(directory, now));
        writeList(directory, waiting);
        finishSettingAside(directory);
        makeFresh(file, carried, now);
        return waiting.back();
    } catch (const fs::filesystem_error& error) {
        throw fileError(directory, error.code().value());
    }
}

Repair salvageBeside(const fs::path& directory, UtcTime now, const std::stop_token& stop) {
    const fs::path result = salvagedBeside(directory), part = directory / "history.salvaging.db",
                   further = directory / "history.salvaging-further.db";
    const SalvageLock lock(directory);
    Repair repair;
    for (const fs::path& stale : {result, part, further})
        removeDatabase(stale);
    std::uintmax_t bytes = 0;
    std::error_code failed;
    for (const fs::path& kept : awaitingRepair(directory))
        bytes += fs::file_size(kept, failed);
    if (const auto lacking = lackingRoom(fs::space(directory, failed), bytes + spared))
        throw StorageError(directory.string() + " has no room for what can be salvaged: free " + mebibytes(*lacking) +
                           " more on its disk.");
    bool first = true;
    for (const fs::path& kept : awaitingRepair(directory)) {
        const fs::path fresh = first ? part : further;
        addTo(repair, salvage({.damaged = kept, .backups = backupsOf(directory), .stop = stop}, fresh, now));
        repair.original = kept;
        if (!first) {
            joinInto(part, fresh);
            removeDatabase(fresh);
        }
        first = false;
    }
    syncToDisk(part);
    fs::rename(part, result);
    return repair;
}

static void joinUnderLock(const fs::path& directory) {
    const fs::path salvaged = salvagedBeside(directory);
    joinInto(salvaged, directory / "history.db");
    syncToDisk(salvaged);
    fs::rename(salvaged, directory / "history.salvaged.db");
    syncToDisk(directory);
    fs::remove(listOf(directory));
    finishRepair(directory);
}

void joinSalvaged(const fs::path& directory) try {
    const WriterLock lock(directory);
    joinUnderLock(directory);
} catch (const fs::filesystem_error& error) {
    throw fileError(directory, error.code().value());
}

Repair repairSetAside(const fs::path& directory, UtcTime now) try {
    const WriterLock lock(directory);
    refuseWhileAside(directory);
    finishRepair(directory);
    Repair repair = salvageBeside(directory, now);
    joinUnderLock(directory);
    return repair;
} catch (const fs::filesystem_error& error) {
    throw fileError(directory, error.code().value());
}

} // namespace kpwatch
