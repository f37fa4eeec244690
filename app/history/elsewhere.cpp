// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/elsewhere.h"

#include "app/history/database.h"
#include "app/history/history_reader.h"
#include "app/history/upgrade.h"
#include "app/settings_file.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace kpwatch {
namespace {

namespace fs = std::filesystem;

// Any other file is only in the way of the folder of a record.
bool isCopy(const fs::path& from) {
    std::error_code failed;
    return fs::is_regular_file(from, failed) && !misplacedFile(from);
}

// It is to grow there as well.
constexpr std::uintmax_t timesItsSize = 2;

// False if the old one cannot be read, or it was stopped. Throws StorageError if there is no room for it.
bool copied(const fs::path& from, const fs::path& to, const std::stop_token& stop, const Progress& progress) {
    std::error_code failed;
    if (!fs::exists(historyFile(from), failed))
        return false;
    requireRoom(historyFile(from), to, timesItsSize);
    try {
        backUp(from, historyFile(to), stop, progress);
        return true;
    } catch (const StorageError& error) {
        const bool is_full = (error.sqliteCode & 0xff) == SQLITE_FULL; // somebody else took the room
        if (is_full || (isCopy(from) && !stop.stop_requested()))       // nobody goes on with one that cannot be read
            throw;
        return false; // that `to` cannot be written is told by who opens it
    }
}

// Notes, events, exports, and what was chosen for it: nobody else knows them.
std::vector<fs::path> copyLists(const fs::path& from, const fs::path& to) {
    constexpr std::array<std::string_view, 9> lists{"notes.",        "events.",        "exports.",
                                                    "keep.json",     "sources",        "telling",
                                                    "settings.json", "watchlist.json", "place.json"};
    std::vector<fs::path> made;
    std::error_code failed;
    for (fs::directory_iterator entry(from, failed), end; !failed && entry != end; entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        const bool is_list =
            std::any_of(lists.begin(), lists.end(), [&](std::string_view list) { return name.starts_with(list); });
        std::error_code unreadable;
        if (is_list && entry->symlink_status(unreadable).type() == fs::file_type::regular &&
            fs::copy_file(entry->path(), to / name, unreadable))
            made.push_back(to / name);
    }
    return made;
}

// What was chosen for it, where it is not as shipped: it lies in the copy alone. What somebody chose there stays.
std::vector<fs::path> writeLists(const fs::path& to, const Chosen& held) {
    const ChosenFiles files = chosenFiles(to, {}, {});
    Change change;
    std::vector<fs::path> made;
    if (!(held.settings == Settings{}) && !fs::exists(files.settings)) {
        change.settings = settingsJson(held.settings);
        made.push_back(files.settings);
    }
    if (held.watchlist.json() != defaultWatchlist(held.settings).json() && !fs::exists(files.watchlist)) {
        change.watchlist = held.watchlist.json();
        made.push_back(files.watchlist);
    }
    keep(files, change);
    return made;
}

} // namespace

Chosen chosenIn(const fs::path& record, const Chosen& otherwise) {
    try {
        const HistoryReader reader(record);
        const std::string settings = reader.latestSettingsJson(), list = reader.latestWatchlistJson();
        Chosen held = otherwise;
        if (!settings.empty())
            held.settings = storedSettings(settings);
        if (!list.empty())
            held.watchlist = parseWatchlist(list, "watchlist stored in the history", held.settings);
        return held;
    } catch (const std::runtime_error&) { // of an earlier version, or unreadable: that is told by who shows it
        return otherwise;
    }
}

std::optional<Elsewhere> openElsewhere(const fs::path& from, const HistoryOptions& to, const Watchlist& watchlist,
                                       const Settings& settings, UtcTime now, const std::stop_token& stop,
                                       const Progress& progress) {
    std::error_code failed;
    if (fs::equivalent(from, to.directory, failed))
        throw InputError(to.directory.string() + " is where the record is already: choose another folder");
    const bool fresh = !fs::exists(to.directory, failed);
    makePrivateDirectory(to.directory);
    const bool is_copy = isCopy(from);
    if (is_copy && fs::exists(historyFile(to.directory), failed))
        throw InputError(to.directory.string() + " holds a record already: choose another folder");
    if (fs::exists(historyFile(to.directory), failed))
        return Elsewhere{std::make_unique<History>(to, watchlist, settings, now)};
    std::vector<fs::path> made;
    const std::vector<fs::path> before = backupsOf(to.directory);
    const auto undo = [&] {
        for (const fs::path& file : backupsOf(to.directory)) // an upgrade makes one first, whatever becomes of it
            if (std::ranges::count(before, file) == 0)
                made.push_back(file);
        for (const fs::path& file : made)
            fs::remove(file, failed);
        if (fresh)
            fs::remove(to.directory, failed); // if it is empty
    };
    try {
        const bool all = copied(from, to.directory, stop, progress);
        if (all)
            made.push_back(historyFile(to.directory));
        if (!stop.stop_requested()) {
            std::ranges::copy(copyLists(from, to.directory), std::back_inserter(made));
            Chosen lists{settings, watchlist};
            if (is_copy) {
                upgrade(to.directory, stop, {}); // its lists can be read afterwards
                lists = chosenIn(to.directory, lists);
                std::ranges::copy(writeLists(to.directory, lists), std::back_inserter(made));
            }
            Elsewhere there{std::make_unique<History>(to, lists.watchlist, lists.settings, now), !all};
            if (!stop.stop_requested())
                return there;
        }
    } catch (const std::runtime_error&) {
        undo();
        throw;
    }
    undo();
    return std::nullopt;
}

} // namespace kpwatch
