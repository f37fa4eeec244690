// SPDX-License-Identifier: GPL-3.0-or-later
// How history.db is opened, by its one writer and by readers, and what its failures are called. Private to history/.
#pragma once

#include "app/errors.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <filesystem>
#include <optional>

namespace kpwatch {

inline constexpr int historyApplicationId = 0x4B505748; // "KPWH", see schema/001.sql

// DIR/history.db; a file is itself, so that a backup is opened where it lies.
std::filesystem::path historyFile(const std::filesystem::path& directory);
// What lies beside a file: history.db and "-wal".
std::filesystem::path suffixed(std::filesystem::path file, const char* suffix);

// One sentence: the file, what is wrong, the code, the way out.
StorageError storageError(const std::filesystem::path& file, const SQLite::Exception& error);
// The same for a failed call of the system; `error` is its errno.
StorageError fileError(const std::filesystem::path& file, int error);

// Makes the directory (0700) and an empty file (0600) where they are missing; leaves the mode of a directory that was
// there, but takes group and others off the file. Throws StorageError.
void makePrivateDirectory(const std::filesystem::path& directory);
void makePrivateFile(const std::filesystem::path& file);

// The only read-write connection; the file must exist, be it empty. The pragmas of a writer are set except the journal
// mode, which must wait for the schema. Throws StorageError, also if the file is somebody else's database.
SQLite::Database openForWriting(const std::filesystem::path& file);
// Write-ahead log on, its answer checked. Throws StorageError.
void useWriteAheadLog(SQLite::Database& database, const std::filesystem::path& file);
// Its folder cannot be written to, and nobody writes: then a reader cannot have the files beside it that SQLite wants,
// and needs none (sqlite.org/wal.html, "Read-Only Databases").
bool liesStill(const std::filesystem::path& file);
// Of a file that lies still, for as long as it does; and as one of those of a file that was put where another one's log
// lies, lest it be read with that, and held against who begins to write to it. Throws StorageError.
SQLite::Database openForReading(const std::filesystem::path& file);
// It was opened as one that lies still: changes are not seen.
bool readsAsStill(SQLite::Database& database);

int userVersion(SQLite::Database& database);

// Runs `work`; SQLite's exceptions leave it as StorageError.
template <typename Work>
decltype(auto) translated(const std::filesystem::path& file, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& error) {
        throw storageError(file, error);
    }
}

// Binding and reading of what SQLiteCpp does not know by itself.
void bindValue(SQLite::Statement& statement, int index, std::int64_t value);
void bindValue(SQLite::Statement& statement, int index, const std::string& value);
void bindValue(SQLite::Statement& statement, int index, const std::optional<std::int64_t>& value);
std::optional<std::int64_t> optionalAt(SQLite::Statement& statement, int column);

// Resets the statement and binds the values to its parameters in order. They are copied: its rows may be read later.
template <typename... Values>
SQLite::Statement& bound(SQLite::Statement& statement, const Values&... values) {
    statement.tryReset(); // its answer repeats an error already thrown
    int index = 0;
    (bindValue(statement, ++index, values), ...);
    return statement;
}

// Runs a statement that gives no rows. Leaves it reset, so that it holds no lock.
template <typename... Values>
int run(SQLite::Statement& statement, const Values&... values) {
    const auto bindInPlace = [&](int index, const auto& value) { // they are here until it has run
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
            statement.bindNoCopy(index, value);
        else
            bindValue(statement, index, value);
    };
    statement.tryReset(); // its answer repeats an error already thrown
    int index = 0;
    (bindInPlace(++index, values), ...);
    const int changed = statement.exec();
    statement.reset();
    return changed;
}

} // namespace kpwatch
