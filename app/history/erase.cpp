// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/erase.h"

#include "app/history/backup.h"
#include "app/history/database.h"
#include "app/history/writer_lock.h"

#include <algorithm>
#include <array>
#include <string>

namespace kpwatch {
namespace {

namespace fs = std::filesystem;

// The record, its log, its remains and its copies; notes, events and the list of exports; what was chosen for it.
bool isOurs(const std::string& name) {
    constexpr std::array<std::string_view, 13> beginnings{
        "asked-",    "history.", "history-", "backup-v",      "notes.",         "events.",   "exports.",
        "keep.json", "sources",  "telling",  "settings.json", "watchlist.json", "place.json"};
    return name == "writer.lock" || name == "writer.aside" ||
           std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return name.starts_with(beginning); });
}

void refuseFile(const fs::path& directory) {
    std::error_code failed;
    if (fs::is_regular_file(directory, failed))
        throw InputError(directory.string() +
                         " is a file: name the folder of a record; a copy of one is erased by deleting it");
}

void collect(const fs::path& folder, Erasable& found) {
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        std::error_code unknown;
        const bool plain = entry->is_regular_file(unknown) || entry->is_symlink(unknown) || entry->is_socket(unknown);
        const bool backups = entry->path().filename() == "backups" && !entry->is_symlink(unknown);
        if (backups && entry->is_directory(unknown))
            continue;
        if (!plain || !isOurs(entry->path().filename().string())) {
            found.left.push_back(entry->path());
            continue;
        }
        found.files.push_back(entry->path());
        if (!entry->is_symlink(unknown) && !entry->is_socket(unknown))
            found.bytes += entry->file_size(unknown);
    }
}

} // namespace

Erasable erasable(const fs::path& directory) {
    refuseFile(directory);
    Erasable found;
    collect(directory, found);
    std::sort(found.files.begin(), found.files.end(), [](const fs::path& one, const fs::path& other) {
        const auto rank = [](const fs::path& file) { return file.filename() == "history.db" ? 0 : 1; };
        return std::pair(rank(one), one) < std::pair(rank(other), other);
    });
    collect(directory / "backups", found);
    return found;
}

bool isErasedWith(const fs::path& directory, const fs::path& file) {
    std::error_code failed;
    const fs::path folder = fs::weakly_canonical(fs::absolute(file, failed), failed).parent_path();
    return isOurs(file.filename().string()) &&
           (fs::equivalent(folder, directory, failed) || fs::equivalent(folder, directory / "backups", failed));
}

void eraseEverything(const fs::path& directory) {
    refuseFile(directory);
    std::error_code failed;
    if (!fs::is_directory(directory, failed))
        return;
    const WriterLock lock(directory);
    std::optional<fs::path> stays;
    for (const fs::path& file : erasable(directory).files)
        if (file.filename() != "writer.lock" && !fs::remove(file, failed) && failed)
            stays = file;
    fs::remove(directory / "backups", failed); // if it is empty
    if (stays)
        throw StorageError(stays->string() + " could not be erased: make its folder writable for yourself and erase "
                                             "again.");
    syncToDisk(directory);
    fs::remove(directory / "writer.lock", failed); // who waits for it sees that it is another's by then
    fs::remove(directory, failed);
}

} // namespace kpwatch
