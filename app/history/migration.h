// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered, append-only migrations of history.db. Private to history/.
#pragma once

#include "app/history/backup.h"
#include "app/history/database.h"
#include "probes/utc_time.h"

#include <span>
#include <string_view>

namespace kpwatch {

// Step n (counted from 1) takes a file from user_version n - 1 to n. Embedded from schema/*.sql at build.
std::span<const std::string_view> migrations();

// The user_version this program writes and reads.
int schemaVersion();
// For who only reads a file of a version above it.
StorageError newerHistory(const std::filesystem::path& file, int version);
// And of one below it; a copy is brought up to date elsewhere.
StorageError olderHistory(const std::filesystem::path& file, int version, bool is_copy);

// Brings an open file to the last of `steps`, in one transaction together with its user_version: nobody ever reads a
// state between. A file that holds something is first copied whole to backup-v<version>-<UTC>.db beside it, of which
// the newest two are kept. Throws StorageError; also if the file is of a later version than the steps reach, without
// touching it. A stop cuts it short with an error, and nothing has changed.
void migrate(SQLite::Database& database, const std::filesystem::path& file, std::span<const std::string_view> steps,
             UtcTime now, const std::stop_token& stop = {}, const Progress& progress = {});

} // namespace kpwatch
