// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history.h"

#include "app/history/backup.h"
#include "app/history/doctor.h"
#include "app/history/judgement_store.h"
#include "app/history/last_row.h"
#include "app/history/migration.h"
#include "app/history/observation_store.h"
#include "app/history/overtaken.h"
#include "app/history/retention.h"
#include "app/history/rollup_store.h"
#include "app/history/roster.h"
#include "app/history/seal_store.h"
#include "app/history/set_aside.h"
#include "app/history/source_store.h"
#include "app/history/span_digest.h"
#include "app/history/span_reader.h"
#include "app/history/span_store.h"
#include "app/history/stepped_copy.h"
#include "app/history/writer_lock.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <map>
#include <random>
#include <stdexcept>
#include <sys/stat.h>

namespace kpwatch {
namespace {

// Nobody else writes, and readers are in nobody's way: who holds a lock all the same is not waited for, lest the end of
// the program wait with it.
constexpr int writeBusyMs = 200;
constexpr std::chrono::milliseconds copyAtOnce{40};

// A vantage's name is drawn once: two people's records never collide, and it says nothing about either.
std::string freshVantageName() {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::random_device chance;
    std::string drawn;
    for (int i = 0; i < 16; ++i)
        drawn += digits[chance() % digits.size()];
    return drawn;
}

SQLite::Database prepared(const std::filesystem::path& file, UtcTime now) {
    finishRepair(file.parent_path());
    finishSettingAside(file.parent_path());
    makePrivateFile(file);
    SQLite::Database database = openForWriting(file);
    migrate(database, file, migrations(), now);
    useWriteAheadLog(database, file);
    // KiB, half the usual: a batch changes a few hundred pages of one.
    translated(file, [&] { database.exec("PRAGMA cache_size = -1024"); });
    return database;
}

void stamp(SQLite::Database& database, const std::filesystem::path& file, bool simulated, UtcTime now) {
    SQLite::Statement meta(database, "SELECT simulated FROM meta");
    if (!meta.executeStep()) {
        SQLite::Statement create(database, "INSERT INTO meta VALUES (1, ?, ?)");
        run(create, std::int64_t{simulated ? 1 : 0}, msOf(now));
        SQLite::Statement vantage(database, "INSERT INTO vantage VALUES (?, ?, 'this computer')");
        run(vantage, ownVantage, freshVantageName());
    } else if ((meta.getColumn(0).getInt() != 0) != simulated) {
        throw StorageError(file.string() +
                           (simulated ? " holds real measurements, a simulation must not be added: "
                                      : " holds a simulation, real measurements must not be added: ") +
                           "choose another directory with --history.");
    }
}

std::int64_t begunRun(SQLite::Database& database, UtcTime now) {
    SQLite::Statement begin(database, "INSERT INTO run(began_ms, program) VALUES (?, ?)");
    run(begin, msOf(now), std::string(KPWATCH_VERSION));
    return database.getLastInsertRowid();
}

void backUpFrom(SQLite::Database& database, const std::filesystem::path& file) {
    std::filesystem::path copy = file;
    copy += ".part";
    makePrivateFile(copy);
    SQLite::Statement vacuum(database, "VACUUM INTO ?");
    run(vacuum, copy.string());
    syncToDisk(copy);
    std::filesystem::rename(copy, file);
}

} // namespace

struct History::Impl {
    Impl(const HistoryOptions& options, const Watchlist& watchlist, const Settings& settings, UtcTime now)
        : file(historyFile(options.directory)), lock(options.directory), database(prepared(file, now)) {
        translated(file, [&] {
            spans.emplace(database);
            SQLite::Transaction transaction(database);
            stamp(database, file, options.simulated, now);
            series = enrolled(database, watchlist, settings, now);
            if (now >= createdAt())
                markOvertaken(database, now);
            goesOn = options.savedUntil && presentUntil(database) >= options.savedUntil;
            const std::optional<UtcTime> watched = watchedUntil(database);
            if (!goesOn && watched && *watched < now)
                spans->closeAllAfter(*watched);
            uncleanEnd = database
                             .execAndGet("SELECT coalesce((SELECT ended_ms IS NULL FROM run ORDER BY id DESC LIMIT "
                                         "1), 0)")
                             .getInt() != 0;
            written = whichFile(file.parent_path());
            runId = begunRun(database, now);
            transaction.commit();
            seals.emplace(database);
            rollups.emplace(database);
            retention.emplace(database, options.directory);
            digest.emplace(database);
            rows.emplace(database, runId, *seals);
            database.setBusyTimeout(writeBusyMs);
            lock.keepFile();
        });
    }

    std::size_t write(const Batch& batch) {
        try {
            return tryWrite(batch);
        } catch (...) {
            rows->forget(); // what they remember of a batch that was rolled back is not on disk
            spans->forget();
            throw;
        }
    }

    std::size_t tryWrite(const Batch& batch) {
        std::size_t fresh = 0;
        if (isGone())
            throw StorageError(file.string() + " was removed or moved while it was being written: put it back, or stop "
                                               "and start watching.");
        SQLite::Transaction transaction(database);
        for (const Event& event : batch.events) { // first: an observation lies in the epoch that began before it
            if (const auto* const step = std::get_if<ClockStep>(&event.what))
                clockWasSet(event.at, std::chrono::milliseconds(step->by_ms));
            rows->add(event);
        }
        for (const Observation& observation : batch.observations)
            fresh += rows->add(seriesOf(observation.target), observation) ? 1 : 0;
        for (const SpanChange& change : batch.spans)
            spans->apply(seriesOf(change.target), change);
        for (const Judgement& judgement : batch.judgements)
            storeJudgement(database, judgement);
        storeNews(database, batch.news);
        if (batch.lost)
            noteLost(*batch.lost);
        if (rows->shouldSettle())
            rows->settle();
        transaction.commit();
        return fresh;
    }

    void clockWasSet(UtcTime to, std::chrono::milliseconds by) {
        if (by.count() > 0)
            unmark(database, {to - by, to});
        else if (to >= createdAt())
            markOvertaken(database, to);
    }

    UtcTime createdAt() { return utcOf(database.execAndGet("SELECT created_ms FROM meta").getInt64()); }

    void settle() {
        SQLite::Transaction transaction(database);
        rows->settle();
        transaction.commit();
    }

    void noteLost(const NotStored& lost) const {
        SQLite::Statement note(database, "INSERT INTO gap VALUES (?, ?, ?, NULL, ?, ?)");
        kpwatch::run(note, msOf(utcNow()), msOf(lost.range.begin), msOf(lost.range.end), lost.rows,
                     std::string(notStoredReason));
    }

    // Commits to a file without a name succeed, and are for nobody.
    bool isGone() const {
        const std::optional<FileIdentity> named = whichFile(file.parent_path());
        return !named || named != written;
    }

    bool putBack() {
        try {
            if (!isGone() || std::filesystem::exists(file))
                return false;
            makePrivateDirectory(file.parent_path());
            backUpFrom(database, file);
            return true;
        } catch (const std::exception&) {
            return false; // it was worth a try
        }
    }

    bool tend(UtcTime now) {
        try {
            SQLite::Transaction transaction(database);
            const bool worked = rollups->makeSomeAgain() || seals->sealNext(now) || sealOthers(now) ||
                                retention->pruneOne(now) || digest->makeOne(now);
            transaction.commit();
            const bool copied = copySome(); // in turn with the rest: who asked for it waits
            return worked || copied;
        } catch (...) {
            giveUpCopy();
            seals->forget();
            others.clear();
            retention->forget();
            throw;
        }
    }

    // It is asked for again where there is room.
    void giveUpCopy() {
        const std::filesystem::path part = copy ? copy->file() : std::filesystem::path();
        copy.reset();
        std::error_code failed;
        if (!part.empty())
            std::filesystem::remove(part, failed);
    }

    // A backup that was asked for.
    bool copySome() {
        const auto wanted = requestedBackup(file.parent_path());
        if (!wanted) {
            copy.reset();
            return false;
        }
        if (!copy || copy->file() != *wanted)
            copy.emplace(database, *wanted);
        bool complete = false;
        for (const auto end = std::chrono::steady_clock::now() + copyAtOnce;
             !complete && std::chrono::steady_clock::now() < end;)
            complete = copy->step();
        if (!complete)
            return true;
        copy.reset();
        handOver(*wanted);
        return false;
    }

    bool sealOthers(UtcTime now) {
        SQLite::Statement query(database, "SELECT id FROM vantage WHERE id <> 1");
        std::vector<std::int64_t> vantages;
        while (query.executeStep())
            vantages.push_back(query.getColumn(0).getInt64());
        query.reset();
        for (const std::int64_t vantage : vantages)
            if (others.try_emplace(vantage, database, vantage).first->second.sealNext(now))
                return true;
        return false;
    }

    std::int64_t seriesOf(TargetId target) const {
        const auto found = series.find(target);
        if (found == series.end()) // our bug: ids are only made by the watchlist this was opened with
            throw std::logic_error("a row of a target that is not in the watchlist");
        return found->second;
    }

    void endRun() const {
        SQLite::Statement end(database, "UPDATE run SET ended_ms = ? WHERE id = ?");
        run(end, msOf(utcNow()), runId);
    }

    void truncateLog() const {
        SQLite::Statement checkpoint(database, "PRAGMA wal_checkpoint(TRUNCATE)");
        checkpoint.executeStep(); // a reader in the way is no error: the next one does it
    }

    std::filesystem::path file;
    WriterLock lock;
    SQLite::Database database;
    SeriesOf series;
    std::int64_t runId = 0;
    bool goesOn = false, uncleanEnd = false, left = false;
    std::optional<FileIdentity> written; // the file that is open
    std::optional<SpanStore> spans;
    std::optional<SealStore> seals;
    std::map<std::int64_t, SealStore> others; // chains of other vantages, to whose rows nothing is added meanwhile
    std::optional<RollupStore> rollups;
    std::optional<Retention> retention;
    std::optional<SpanDigest> digest;
    std::optional<SteppedCopy> copy;
    std::optional<ObservationStore> rows; // last: it uses the seals
};

std::optional<FileIdentity> whichFile(const std::filesystem::path& directory) {
    struct stat named {};
    if (::stat(historyFile(directory).c_str(), &named) != 0)
        return std::nullopt;
    return FileIdentity{named.st_dev, named.st_ino};
}

History::History(const HistoryOptions& options, const Watchlist& watchlist, const Settings& settings, UtcTime now) {
    makePrivateDirectory(options.directory);
    m_impl = std::make_unique<Impl>(options, watchlist, settings, now);
}

History::~History() {
    if (m_impl->left)
        return;
    try {
        m_impl->settle();
        m_impl->endRun();
        m_impl->database.setBusyTimeout(0); // a reader may stay for long
        m_impl->truncateLog();
    } catch (const SQLite::Exception&) {
        // Nothing is lost: the log is read again at the next start, which sees a run without an end.
        return;
    }
}

std::size_t History::append(const Batch& batch) {
    if (batch.empty())
        return 0;
    return translated(m_impl->file, [&] { return m_impl->write(batch); });
}

void History::recordConsent(const Consent& consent) {
    translated(m_impl->file, [&] {
        SQLite::Statement insert(m_impl->database, "INSERT INTO consent(at_ms, way, text) VALUES (?, ?, ?)");
        run(insert, msOf(consent.at), name(consent.way), consent.text);
    });
}

void History::checkpoint() {
    translated(m_impl->file, [&] {
        m_impl->settle();
        m_impl->truncateLog();
    });
}

bool History::goesOn() const { return m_impl->goesOn; }

bool History::followsUncleanEnd() const { return m_impl->uncleanEnd; }

void History::leaveAsItIs() {
    m_impl->left = true;
    m_impl->copy.reset();
    sqlite3_db_config(m_impl->database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

bool History::isOvertaking(TimeRange range) const {
    return translated(m_impl->file, [&] { return anyMarked(m_impl->database, range); });
}

UtcTime History::createdAt() const {
    return translated(m_impl->file, [&] { return m_impl->createdAt(); });
}

bool History::isGone() const { return m_impl->isGone(); }

bool History::putBack() { return m_impl->putBack(); }

bool History::tend(UtcTime now) {
    return translated(m_impl->file, [&] { return m_impl->tend(now); });
}

} // namespace kpwatch
