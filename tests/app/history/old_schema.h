// SPDX-License-Identifier: GPL-3.0-or-later
// Histories as earlier programs left them.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

namespace kpwatch::testing {

// Takes back what the migrations after that version did to the file, which nobody else may have open. A migration that
// is added is undone here as well.
inline void backToSchema(const std::filesystem::path& file, int version) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    if (version < 9)
        database.exec("DROP TABLE overtaken");
    if (version < 8) {
        for (const char* table : {"source_sighting", "source_stretch", "source_past"})
            database.exec(std::string("DROP TABLE ") + table);
        if (version >= 6)
            database.exec("ALTER TABLE source_reading DROP COLUMN peers_elsewhere");
    }
    if (version < 7) {
        database.exec("DROP TABLE span_digest");
        for (const char* trigger : {"span_added", "span_changed", "span_removed"})
            database.exec(std::string("DROP TRIGGER ") + trigger);
    }
    if (version < 6) {
        database.exec("DROP TABLE source_reading");
        database.exec("DROP TABLE source_answer");
    }
    if (version < 5) {
        database.exec("DROP TABLE foreign_event");
        database.exec("DROP TABLE foreign_list");
        database.exec("ALTER TABLE seal DROP COLUMN vantage");
    }
    if (version < 4) {
        database.exec("DROP TABLE judgement");
        database.exec("DROP INDEX epoch_event");
    }
    if (version < 3)
        for (const char* table : {"rollup", "rollup_todo", "seal_secret", "seal", "leaf", "late_row", "pruned", "gap"})
            database.exec(std::string("DROP TABLE ") + table);
    if (version < 2)
        database.exec("ALTER TABLE consent DROP COLUMN text");
    database.exec("PRAGMA user_version = " + std::to_string(version));
}

} // namespace kpwatch::testing
