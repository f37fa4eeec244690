// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/own_addresses.h"

#include "app/history/database.h"

namespace kpwatch {

std::vector<std::string> ownAddresses(const std::filesystem::path& history) {
    const std::filesystem::path file = historyFile(history);
    SQLite::Database database = openForReading(file);
    return translated(file, [&] {
        std::vector<std::string> addresses;
        SQLite::Statement query(database,
                                "SELECT DISTINCT source FROM circumstance WHERE source <> '' ORDER BY source");
        while (query.executeStep())
            addresses.push_back(query.getColumn(0).getString());
        return addresses;
    });
}

} // namespace kpwatch
