// SPDX-License-Identifier: GPL-3.0-or-later
// The errors that are thrown in this program. Each carries one sentence for the person: what is wrong with which file,
// key or host, and the way out. Caught where it can be told: main, the recorder, the reader, the dialog that asked.
#pragma once

#include <stdexcept>
#include <string>

namespace kpwatch {

// A file, option or value given by the person cannot be used. Exit code 2.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Our own disk or history file fails. Exit code 3.
struct StorageError : std::runtime_error {
    explicit StorageError(const std::string& sentence, int sqlite_code = 0)
        : std::runtime_error(sentence), sqliteCode(sqlite_code) {}
    int sqliteCode; // extended SQLite result code, 0 if it was not SQLite
};

// Another program is the writer of this history. Exit code 4.
struct WriterBusyError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace kpwatch
