// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/judgement_store.h"

#include "app/history/judgement_text.h"
#include "app/history/migration.h"
#include "app/history/row_codec.h"
#include "app/history/writer_lock.h"

#include <SQLiteCpp/Transaction.h>

namespace kpwatch {

void storeJudgement(SQLite::Database& database, const Judgement& judgement) {
    SQLite::Statement insert(database, "INSERT INTO judgement(at_ms, hand, detail) VALUES (?, ?, ?)");
    run(insert, msOf(judgement.at), std::string(name(judgement.hand)), judgementDetail(judgement));
}

std::vector<Judgement> storedJudgements(SQLite::Database& database) {
    std::vector<Judgement> said;
    SQLite::Statement query(database, "SELECT id, at_ms, hand, detail FROM judgement ORDER BY id");
    while (query.executeStep())
        if (auto judgement = judgementFrom(utcOf(query.getColumn(1).getInt64()), query.getColumn(2).getString(),
                                           query.getColumn(3).getString())) {
            judgement->id = query.getColumn(0).getInt64();
            said.push_back(std::move(*judgement));
        }
    return said;
}

void recordJudgement(const std::filesystem::path& directory, const Judgement& judgement) {
    const std::filesystem::path file = historyFile(directory);
    if (std::filesystem::is_regular_file(directory))
        throw StorageError(directory.string() + " is a copy of a record: judge in the record itself.");
    std::error_code unknown; // as for who reads it
    if (!std::filesystem::exists(file, unknown) && !unknown)
        throw StorageError(file.string() + " does not exist: there is nothing yet to judge.");
    const WriterLock lock(file.parent_path());
    SQLite::Database database = openForWriting(file);
    migrate(database, file, migrations(), utcNow());
    translated(file, [&] {
        SQLite::Transaction transaction(database);
        storeJudgement(database, judgement);
        transaction.commit();
    });
}

} // namespace kpwatch
