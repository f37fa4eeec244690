// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/whole_copy.h"

#include "app/history/backup.h"
#include "app/history/held_file.h"
#include "app/history/history.h"
#include "app/history/stepped_copy.h"

#include <sqlite3.h>

#include <algorithm>
#include <thread>
#include <unistd.h>

namespace kpwatch {
namespace {

namespace fs = std::filesystem;

constexpr int pagesAtOnce = 256; // short also where others have the processor
constexpr int restartsBorne = 3; // a commit of somebody else makes the pieces begin anew
constexpr std::chrono::milliseconds lookAgain{50};
constexpr std::chrono::minutes patience{2}; // without any progress

void refuseOthers(SQLite::Database& database, const fs::path& source) {
    if (database.execAndGet("PRAGMA application_id").getInt() != historyApplicationId)
        throw StorageError(source.string() + " is no history of KPWatch: name another directory with --history.");
}

StorageError cutShort(const fs::path& source) {
    return StorageError(source.string() + " was not copied: it was stopped.");
}

void inOneLook(SQLite::Database& database, const fs::path& copy, const std::stop_token& stop) {
    const std::stop_callback cut(stop, [&database] { sqlite3_interrupt(database.getHandle()); });
    SQLite::Statement vacuum(database, "VACUUM INTO ?"); // fills an empty file, and so keeps its mode
    run(vacuum, copy.string());
}

// False if somebody writes so often that it would not come to an end.
bool inPieces(SQLite::Database& database, const fs::path& source, const fs::path& copy, const std::stop_token& stop,
              const std::function<void(double share)>& progress) {
    SteppedCopy copying(database, copy, pagesAtOnce);
    int restarts = 0, before = 0, waits = 0;
    while (!copying.step()) {
        if (stop.stop_requested())
            throw cutShort(source);
        const int left = copying.remaining();
        if (progress)
            progress(1 - static_cast<double>(left) / std::max(1, copying.pages()));
        waits = left == before ? waits + 1 : 0;
        if (left == before) // somebody has it for himself
            std::this_thread::sleep_for(lookAgain);
        if ((before != 0 && left > before && ++restarts >= restartsBorne) || waits * lookAgain > patience)
            return false;
        before = left;
    }
    return true;
}

// What was asked for; gone from the folder again however that ends.
class Request {
  public:
    explicit Request(const fs::path& directory)
        : m_named(directory / "backups" /
                  ("asked-" + std::to_string(::getpid()) + '-' + compactUtc(utcNow()) + ".db")) {
        makePrivateDirectory(m_named.parent_path());
        // First: who finds the other without it takes it for left.
        m_waiting.emplace(suffixed(m_named, copyIsWaitedFor));
        makePrivateFile(wanted());
    }
    ~Request() {
        std::error_code failed;
        for (const char* suffix : {".wanted", ".unchecked", ".wanted-journal", copyIsWaitedFor})
            fs::remove(suffixed(m_named, suffix), failed);
    }
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;

    fs::path wanted() const { return suffixed(m_named, ".wanted"); }
    fs::path made() const { return suffixed(m_named, ".unchecked"); }

  private:
    const fs::path m_named;
    std::optional<HeldFile> m_waiting;
};

void moveTo(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    if (failed) // on another disk
        fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

void fromItsWriter(const fs::path& source, const fs::path& copy, const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const fs::path directory = source.parent_path();
    const Request request(directory);
    std::uintmax_t grown = 0;
    std::error_code unknown;
    for (auto last = Clock::now(); !fs::exists(request.made(), unknown);) {
        std::error_code gone;
        const std::uintmax_t bytes = fs::file_size(request.wanted(), gone);
        if (stop.stop_requested())
            throw cutShort(source);
        if (fs::exists(request.made(), unknown))
            break;
        if (gone || Clock::now() - last > patience || !isBeingWritten(directory))
            throw StorageError("The program that records into " + directory.string() +
                               " did not make the copy that it was asked for: see what its window says, or end it "
                               "and try again.");
        if (bytes != grown)
            last = Clock::now();
        grown = bytes;
        std::this_thread::sleep_for(lookAgain);
    }
    moveTo(request.made(), copy);
}

} // namespace

void copyWhole(const fs::path& source, const fs::path& copy, const std::stop_token& stop,
               const std::function<void(double share)>& progress) {
    translated(source, [&] {
        SQLite::Database database = openForReading(source);
        refuseOthers(database, source);
        if (fs::file_size(source) <= readAtOnce) {
            inOneLook(database, copy, stop);
            return;
        }
        if (!inPieces(database, source, copy, stop, progress))
            fromItsWriter(source, copy, stop);
    });
    translated(copy, [&] { openForWriting(copy).exec("PRAGMA journal_mode = DELETE"); });
}

} // namespace kpwatch
