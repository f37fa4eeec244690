// SPDX-License-Identifier: GPL-3.0-or-later
// Where judgements lie in history.db. One thread per connection.
#pragma once

#include "app/story/judgement.h"

#include <filesystem>

namespace SQLite {
class Database;
}

namespace kpwatch {

// Adds one within the caller's transaction; its id is given by the record. May throw SQLite::Exception.
void storeJudgement(SQLite::Database& database, const Judgement& judgement);
// All that was ever said, in that order. May throw SQLite::Exception.
std::vector<Judgement> storedJudgements(SQLite::Database& database);

// For who does not record at the moment: takes the writer's lock, adds one, and lets go. On disk when it returns.
// Throws WriterBusyError, StorageError (also where there is no history yet).
void recordJudgement(const std::filesystem::path& directory, const Judgement& judgement);

} // namespace kpwatch
