// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/consent.h"

#include "app/history/history_reader.h"
#include "app/history/migration.h"
#include "app/history/row_codec.h"
#include "app/history/set_aside.h"

namespace kpwatch {

namespace {

// Words of a later version stand for a way that this one does not know: then the person is asked.
std::optional<Consent> consentFrom(SQLite::Statement& row) {
    try {
        return Consent{utcOf(row.getColumn(0).getInt64()), parseWayOut(row.getColumn(1).getString()),
                       row.getColumn(2).getString()};
    } catch (const InputError&) {
        return std::nullopt;
    }
}

std::optional<Consent> consentIn(const std::filesystem::path& file) {
    SQLite::Database database = openForReading(file);
    return translated(file, [&]() -> std::optional<Consent> {
        const int version = userVersion(database);
        if (!database.tableExists("consent"))
            return std::nullopt;
        SQLite::Statement latest(database, std::string("SELECT at_ms, way, ") + (version < 2 ? "''" : "text") +
                                               " FROM consent ORDER BY rowid DESC LIMIT 1");
        return latest.executeStep() ? consentFrom(latest) : std::nullopt;
    });
}

} // namespace

std::optional<Consent> latestConsent(const std::filesystem::path& directory) {
    if (!HistoryReader::exists(directory))
        return std::nullopt;
    try {
        return consentIn(historyFile(directory));
    } catch (const StorageError& error) {
        if (tellsDamage(error))
            return std::nullopt;
        throw;
    }
}

bool needsConsent(const std::optional<Consent>& latest, const WayOut& way) {
    return !std::holds_alternative<ObserveOnly>(way) && (!latest || latest->way != way);
}

} // namespace kpwatch
