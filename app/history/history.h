// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of the history: owns the only read-write connection in the world (architecture, law 8). Opened by the
// recorder; one thread. A kernel lock on DIR/writer.lock names the writer; everybody else uses HistoryReader.
#pragma once

#include "app/errors.h"
#include "app/history/consent.h"
#include "app/story/judge.h"
#include "app/story/judgement.h"
#include "app/story/source_news.h"
#include "app/story/timeline.h"

#include <filesystem>
#include <memory>

namespace kpwatch {

// Checks that had no room left in memory while the disk refused.
struct NotStored {
    TimeRange range;
    std::int64_t rows = 0;
};

// One transaction.
struct Batch {
    std::vector<Observation> observations;
    std::vector<Event> events;
    std::vector<SpanChange> spans;
    std::vector<Judgement> judgements; // their ids are given by the record
    SourceNews news;                   // of public sources
    std::optional<NotStored> lost;     // recorded as a gap
    bool empty() const {
        return observations.empty() && events.empty() && spans.empty() && judgements.empty() && news.empty() && !lost;
    }
};

struct HistoryOptions {
    std::filesystem::path directory; // made if missing, 0700; the file in it is history.db, 0600
    bool simulated = false;          // stamped into a new history; an existing one must agree
    // Of a watch that goes on and has saved all that it saw until then: in a file that holds it lanes stay open.
    std::optional<UtcTime> savedUntil{};
};

// One file, whatever its name is or was.
struct FileIdentity {
    std::uint64_t device = 0, number = 0;
    bool operator==(const FileIdentity&) const = default;
};

// That of the record in the directory, or of the copy of one; nullopt if there is none, or nobody can tell.
std::optional<FileIdentity> whichFile(const std::filesystem::path& directory);

// One sentence: a file that is no copy of a record either lies where the folder of one should be.
std::optional<std::string> misplacedFile(const std::filesystem::path& directory);

// Whether some program records into it at this moment. Does not wait; false if there is nothing there yet.
bool isBeingWritten(const std::filesystem::path& directory);

// Of a program that let go of its history for a moment: while this lives isBeingWritten() says so all the same, so that
// nobody who looks on takes it for gone. Keeps nobody from writing. Where it cannot be made it does nothing.
class WritersPlace {
  public:
    explicit WritersPlace(const std::filesystem::path& directory);
    ~WritersPlace();
    WritersPlace(const WritersPlace&) = delete;
    WritersPlace& operator=(const WritersPlace&) = delete;

  private:
    int m_descriptor = -1;
};

class History {
  public:
    // Takes the writer lock, opens or creates history.db, migrates it (after a VACUUM INTO copy), records a new run,
    // and a new version of each target, of the watchlist and of the settings where they differ from the latest stored.
    // Throws WriterBusyError (another program holds the lock), StorageError (file, code, way out; also a newer schema).
    History(const HistoryOptions& options, const Watchlist& watchlist, const Settings& settings, UtcTime now);
    ~History(); // TRUNCATE checkpoint unless somebody is in the way, closes, gives up the lock
    History(const History&) = delete;
    History& operator=(const History&) = delete;

    // All of it or nothing, on disk when it returns (WAL, synchronous=FULL). Returns how many observations are new:
    // equal duplicates are skipped; another one of the same target and start is stored 1 ms later (or 2, ...). Throws
    // StorageError, after 0.2 s if somebody holds a lock; the batch can be given again.
    std::size_t append(const Batch& batch);

    // Kept for ever.
    void recordConsent(const Consent& consent);

    // TRUNCATE checkpoint; call hourly.
    void checkpoint();

    // Does a piece of the housekeeping that is due at `now`, some tens of milliseconds of it, in a transaction of its
    // own: finished days are sealed, summaries made where they are missing, old checks removed. Returns whether more
    // may be due. Throws StorageError.
    bool tend(UtcTime now);

    // Whether the record holds what was written in that range by a clock that was set back since. A clock that comes
    // there again takes its place: it is judged no more.
    bool isOvertaking(TimeRange range) const;
    UtcTime createdAt() const; // a clock that shows less is wrong, and takes nothing's place

    // Lanes stayed open (`savedUntil`); else they end where the file does, and somebody has to say where they stand.
    bool goesOn() const;
    // The run before this one was killed, or the power failed: the file deserves a look.
    bool followsUncleanEnd() const;
    // The file is damaged: nothing more is written to it, not even at the end, so that it can be kept as it is.
    void leaveAsItIs();
    // history.db is no longer the file that is written to: it or its folder was removed, moved or replaced.
    bool isGone() const;
    // Puts a copy where the file that is gone was, while it can still be read. False if it cannot, or if something else
    // is there now.
    bool putBack();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
