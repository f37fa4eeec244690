// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a history that are whole whatever the writer does meanwhile, checked before they get their name. Any thread
// and any process; reads only.
#pragma once

#include "app/errors.h"
#include "probes/utc_time.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace kpwatch {

// Writes the record in DIR to FILE, which must not exist. Restored by opening: --history FILE reads it; as history.db
// in a folder of its own it is gone on with. Throws InputError if FILE exists, StorageError (no space, damaged, ...);
// FILE does not appear then.
// A stop cuts it short with an error. Told how far it is (0 to 1), in the same thread, as far as that is known.
using Progress = std::function<void(double share)>;
void backUp(const std::filesystem::path& history, const std::filesystem::path& file, const std::stop_token& stop = {},
            const Progress& progress = {});

// DIR/backups/history-<UTC>.db, the newest first, and those made before a migration.
std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& directory);

// The daily one, in three steps: whoever has time asks for it, its writer makes it (History::tend), and then it is
// checked, gets its name in DIR/backups, and the newest seven are kept. Returns whether one was due, which it is if the
// newest is older than a day and the disk has twice the record's size and 200 MiB free; and whether one was there.
// Throw StorageError.
bool requestBackup(const std::filesystem::path& directory, UtcTime now);
std::optional<std::filesystem::path> requestedBackup(const std::filesystem::path& directory);
void handOver(const std::filesystem::path& requested); // by its writer, once it is complete; throws StorageError
bool finishBackup(const std::filesystem::path& directory, const std::stop_token& stop = {});

// The whole file is one of ours and SQLite finds nothing wrong with it; else what it finds, at most ten sentences.
std::vector<std::string> faultsOf(const std::filesystem::path& file, const std::stop_token& stop = {});
// The same of a record that somebody may be writing: a big one is looked at in a copy of its own, where there is room
// for it, for a look at the whole holds its log back for seconds.
std::vector<std::string> faultsOfRecord(const std::filesystem::path& file, const std::stop_token& stop = {});

std::string compactUtc(UtcTime time); // "20260305T170205Z": sorts by time, and is safe in a file name anywhere
// Throws StorageError, with how much it takes and how much more has to be freed, unless the disk of `place` has `times`
// the size of the file free.
void requireRoom(const std::filesystem::path& file, const std::filesystem::path& place, std::uintmax_t times);
// How many bytes more have to be freed there; nullopt: none, or nobody knows (/proc has no size), and writing will
// tell.
std::optional<std::uintmax_t> lackingRoom(const std::filesystem::space_info& space, std::uintmax_t needed);
std::string mebibytes(std::uintmax_t bytes);        // "57 MiB", rounded up
void syncToDisk(const std::filesystem::path& path); // a file, or the names in a directory; throws StorageError

} // namespace kpwatch
