// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/elsewhere.h"

#include "app/history/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace kpwatch {
namespace {

namespace fs = std::filesystem;

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
        if ((error.sqliteCode & 0xff) == SQLITE_FULL) // somebody else took the room
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

} // namespace

std::optional<Elsewhere> openElsewhere(const fs::path& from, const HistoryOptions& to, const Watchlist& watchlist,
                                       const Settings& settings, UtcTime now, const std::stop_token& stop,
                                       const Progress& progress) {
    std::error_code failed;
    if (fs::equivalent(from, to.directory, failed))
        throw InputError(to.directory.string() + " is where the record is already: choose another folder");
    const bool fresh = !fs::exists(to.directory, failed);
    makePrivateDirectory(to.directory);
    if (fs::exists(historyFile(to.directory), failed))
        return Elsewhere{std::make_unique<History>(to, watchlist, settings, now)};
    std::vector<fs::path> made;
    const auto undo = [&] {
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
            Elsewhere there{std::make_unique<History>(to, watchlist, settings, now), !all};
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
