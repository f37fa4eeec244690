// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/salvage.h"

#include "app/history/carved_row.h"
#include "app/history/migration.h"
#include "app/history/rollup_store.h"
#include "app/history/roster.h"
#include "app/history/seal_store.h"
#include "app/story/presence.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <set>

namespace kpwatch {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t gapsTold = 20;

class Filling {
  public:
    Filling(SQLite::Database& database, const TableShapes& shapes) : m_database(database), m_shapes(shapes) {
        for (const std::string& table : shapes.salvaged())
            m_columns[table] = shapes.columnsOf(table);
        m_database.exec("DELETE FROM seal_secret"); // the old one is among the records, or lost with its rows' privacy
    }

    void add(CarvedRecord record) {
        const std::string table = m_shapes.tableOf(record);
        if (table.empty())
            return;
        SQLite::Statement& insert = statementFor(table, record);
        insert.tryReset();
        int index = 0;
        for (std::size_t i = 0; i < record.values.size(); ++i)
            bindCarved(insert, ++index, record.values[i], i == 0 ? record.rowid : std::nullopt);
        if (m_keptRowid.contains(table))
            insert.bind(++index, *record.rowid);
        insert.exec();
        insert.reset();
    }

  private:
    SQLite::Statement& statementFor(const std::string& table, const CarvedRecord& record) {
        const std::pair key(table, record.values.size()); // a row may be older than its table's latest column
        if (const auto known = m_inserts.find(key); known != m_inserts.end())
            return known->second;
        std::string names, marks;
        const std::vector<std::string>& columns = m_columns[table];
        for (std::size_t i = 0; i < record.values.size() && i < columns.size(); ++i) {
            names += (i == 0 ? "" : ", ") + columns[i];
            marks += i == 0 ? "?" : ", ?";
        }
        if (m_keptRowid.contains(table)) {
            names += ", rowid";
            marks += ", ?";
        }
        const std::string sql = "INSERT OR IGNORE INTO " + table + "(" + names + ") VALUES (" + marks + ")";
        return m_inserts.try_emplace(key, m_database, sql).first->second;
    }

    // The key of an ordinary table is stored as the row's number.
    static void bindCarved(SQLite::Statement& insert, int index, const CarvedValue& value,
                           std::optional<std::int64_t> key) {
        switch (value.kind) {
        case CarvedValue::Kind::Integer:
            insert.bind(index, value.integer);
            return;
        case CarvedValue::Kind::Text:
            insert.bind(index, value.bytes);
            return;
        case CarvedValue::Kind::Blob:
            insert.bind(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
            return;
        case CarvedValue::Kind::Real:
        case CarvedValue::Kind::Null:
            if (key)
                insert.bind(index, *key);
            else
                insert.bind(index);
        }
    }

    SQLite::Database& m_database;
    const TableShapes& m_shapes;
    std::map<std::string, std::vector<std::string>> m_columns;
    std::map<std::pair<std::string, std::size_t>, SQLite::Statement> m_inserts;
    const std::set<std::string> m_keptRowid{"consent", "watchlist_version", "settings_version",
                                            "foreign_list"}; // the last is in force
};

std::int64_t numberOf(SQLite::Database& database, const std::string& sql) {
    return database.execAndGet(sql).getInt64();
}

// What a backup of the same record still has. Derived rows are left out: they may have been another's once.
void addBackup(SQLite::Database& database, const TableShapes& shapes, const std::filesystem::path& backup) {
    try {
        SQLite::Database other = openForReading(backup); // refuses what cannot be opened
        const std::string owner = "SELECT coalesce((SELECT name FROM vantage WHERE id = 1), '')";
        const std::string ours = database.execAndGet(owner).getString();
        if (userVersion(other) != schemaVersion() || (!ours.empty() && other.execAndGet(owner).getString() != ours))
            return;
    } catch (const std::exception&) {
        return; // damaged as well
    }
    SQLite::Statement attach(database, "ATTACH ? AS backup");
    run(attach, backup.string());
    for (const std::string& name : shapes.salvaged())
        if (name != "span" && name != "rollup" && name != "late_row") {
            try {
                std::string copy = "INSERT OR IGNORE INTO main.";
                database.exec(copy.append(name).append(" SELECT * FROM backup.").append(name));
            } catch (const SQLite::Exception&) {
                continue; // as far as it could be read
            }
        }
    database.exec("DETACH backup");
}

// What rows refer to must be there, and its number never be given to something else.
void makeWhole(SQLite::Database& database, UtcTime now, Salvaged& salvaged) {
    const std::string time = std::to_string(msOf(now));
    database.exec("INSERT OR IGNORE INTO meta VALUES (1, 0, " + time + ")");
    database.exec("INSERT OR IGNORE INTO vantage VALUES (1, lower(hex(randomblob(8))), 'this computer')");
    database.exec("INSERT OR IGNORE INTO seal_secret VALUES (1, randomblob(32))");
    const std::string strangers =
        "(SELECT DISTINCT series FROM observation WHERE series NOT IN (SELECT id FROM series))";
    // A record of ourselves alone gives a series the number of its target (enrolled() makes both at once).
    database.exec("INSERT OR IGNORE INTO series SELECT id, 1, id FROM target WHERE id IN " + strangers +
                  " AND (SELECT count(*) FROM vantage) = 1");
    salvaged.seriesLost = numberOf(database, "SELECT count(*) FROM " + strangers) > 0;
    database.exec("INSERT OR IGNORE INTO target(slug) SELECT 'lost-' || id FROM series WHERE target NOT IN (SELECT id "
                  "FROM target) UNION SELECT 'lost-' || series FROM " +
                  strangers);
    database.exec(
        "INSERT INTO series SELECT s.series, 1, (SELECT id FROM target WHERE slug = 'lost-' || s.series) FROM " +
        strangers + " AS s");
    database.exec(
        "UPDATE series SET target = (SELECT id FROM target WHERE slug = 'lost-' || series.id) WHERE target NOT "
        "IN (SELECT id FROM target)");
    database.exec("INSERT OR IGNORE INTO run SELECT DISTINCT run, " + time + ", " + time +
                  ", 'lost' FROM circumstance");
    database.exec("INSERT OR IGNORE INTO run(began_ms, ended_ms, program) SELECT " + time + ", " + time +
                  ", 'salvage' WHERE NOT EXISTS (SELECT 1 FROM run)");
    database.exec(
        "INSERT OR IGNORE INTO circumstance SELECT max(circumstance), (SELECT max(id) FROM run), '', '', '' FROM "
        "observation HAVING max(circumstance) IS NOT NULL");
    database.exec(
        "INSERT OR IGNORE INTO detail SELECT max(detail), '' FROM observation HAVING max(detail) IS NOT NULL");
    database.exec("UPDATE run SET ended_ms = coalesce(ended_ms, " + time + ")");
    database.exec("DELETE FROM span WHERE series NOT IN (SELECT id FROM series)");
    database.exec("DELETE FROM observation WHERE (series, at_ms / 86400000) IN (SELECT series, day FROM pruned)");
}

// Verdicts follow on each other, and the last of ours is open: what is missing of them is told of no more.
void tellLostSpans(SQLite::Database& database) {
    SQLite::Statement tell(
        database, "INSERT INTO span SELECT series, end_ms, next, 'not-monitored', '', NULL, NULL, NULL, NULL, ? FROM "
                  "(SELECT series, end_ms, lead(begin_ms) OVER (PARTITION BY series ORDER BY begin_ms) AS next FROM "
                  "span) WHERE next > end_ms OR (next IS NULL AND end_ms IS NOT NULL AND series IN (SELECT id FROM "
                  "series WHERE vantage = ?))");
    run(tell, std::string(recordDamaged), ownVantage);
}

// Where rows of a series are missing.
class Holes {
  public:
    explicit Holes(SQLite::Database& database)
        : m_latest(database,
                   "SELECT at_ms - lag(at_ms) OVER (ORDER BY at_ms) FROM (SELECT at_ms FROM observation WHERE "
                   "series = ? ORDER BY at_ms DESC LIMIT 500) ORDER BY 1"),
          m_rows(database, "SELECT at_ms FROM observation WHERE series = ?1 AND at_ms >= coalesce((SELECT max(at_ms) "
                           "FROM observation WHERE series = ?1 AND at_ms < ?2), ?2) AND at_ms <= coalesce((SELECT "
                           "min(at_ms) FROM observation WHERE series = ?1 AND at_ms >= ?3), ?3) ORDER BY at_ms") {}

    std::vector<TimeRange> of(std::int64_t series, TimeRange range) {
        const auto unasked = std::max<std::chrono::milliseconds>(2 * usuallyApart(series), 5min) + 1min;
        std::vector<TimeRange> holes;
        UtcTime last = range.begin;
        const auto next = [&](UtcTime row) {
            const TimeRange hole{std::max(last, range.begin), std::min(row, range.end)};
            if (row - last > unasked && hole.begin < hole.end)
                holes.push_back(hole);
            last = row;
        };
        bound(m_rows, series, msOf(range.begin), msOf(range.end));
        while (m_rows.executeStep())
            next(utcOf(m_rows.getColumn(0).getInt64()));
        m_rows.reset();
        if (last < range.end)
            next(range.end);
        return holes;
    }

  private:
    // As it was asked of late.
    std::chrono::milliseconds usuallyApart(std::int64_t series) {
        const auto [known, fresh] = m_apart.try_emplace(series);
        if (!fresh)
            return known->second;
        std::vector<std::int64_t> apart;
        bound(m_latest, series);
        while (m_latest.executeStep())
            if (!m_latest.isColumnNull(0))
                apart.push_back(m_latest.getColumn(0).getInt64());
        m_latest.reset();
        return known->second = std::chrono::milliseconds{apart.empty() ? 0 : apart[apart.size() / 2]};
    }

    SQLite::Statement m_latest, m_rows;
    std::map<std::int64_t, std::chrono::milliseconds> m_apart;
};

class GapNotes {
  public:
    GapNotes(SQLite::Database& database, UtcTime now, const std::string& reason)
        : m_now(now), m_reason(reason), m_insert(database, "INSERT INTO gap VALUES (?, ?, ?, ?, ?, ?)") {}

    // Without a series, and so without a place in a lane: that something is missing, not from when to when.
    void add(TimeRange range, std::optional<std::int64_t> series, std::optional<std::int64_t> rows,
             const std::string& more = {}) {
        run(m_insert, msOf(m_now), msOf(range.begin), msOf(range.end), series, rows, m_reason + more);
    }

  private:
    UtcTime m_now;
    std::string m_reason;
    SQLite::Statement m_insert;
};

// In the first day of the record nobody watched before its first run.
UtcTime watchedFrom(SQLite::Database& database, TimeRange day) {
    SQLite::Statement first(database,
                            "SELECT min(began_ms), (SELECT min(day) FROM leaf WHERE series > 0) FROM run WHERE program "
                            "NOT IN ('lost', 'salvage')");
    first.executeStep();
    const auto began = optionalAt(first, 0), earliest = optionalAt(first, 1);
    const bool its = began && earliest && *earliest == msOf(day.begin) / dayMs && day.contains(utcOf(*began));
    return its ? utcOf(*began) : day.begin;
}

// Of sealed days it is known how many rows they had.
void noteSealedGaps(SQLite::Database& database, GapNotes& notes, Salvaged& salvaged) {
    SQLite::Statement short_days(
        database,
        "SELECT l.series, l.day, sum(l.rows) AS sealed, (SELECT count(*) FROM observation AS o WHERE o.series = "
        "l.series AND o.at_ms >= l.day * 86400000 AND o.at_ms < (l.day + 1) * 86400000) AS there FROM leaf AS l "
        "WHERE l.series > 0 AND l.seal = (SELECT max(seal) FROM leaf AS m WHERE m.series = l.series AND m.day = "
        "l.day AND m.part = l.part) AND NOT EXISTS (SELECT 1 FROM pruned AS p WHERE p.series = l.series AND "
        "p.day = l.day) GROUP BY l.series, l.day HAVING there < sealed ORDER BY l.day, l.series");
    Holes holes(database);
    while (short_days.executeStep()) {
        const std::int64_t series = short_days.getColumn(0).getInt64(), day = short_days.getColumn(1).getInt64();
        const std::int64_t lost = short_days.getColumn(2).getInt64() - short_days.getColumn(3).getInt64();
        TimeRange whole{utcOf(day * dayMs), utcOf((day + 1) * dayMs)};
        whole.begin = watchedFrom(database, whole);
        notes.add(whole, std::nullopt, lost);
        for (const TimeRange& hole : holes.of(series, whole))
            notes.add(hole, series, std::nullopt);
        salvaged.missing += lost;
        const std::string named = CanonicalRows(database).nameOf(series); // a number, if whose it was is lost as well
        if (salvaged.gaps.size() < gapsTold)
            salvaged.gaps.push_back(dayText(day) + ": " + std::to_string(lost) + " checks of " +
                                    named.substr(named.find('/') + 1) + " are missing");
    }
}

// Of the days since, only that rows may be missing, and where a series that was asked has none.
void noteUnsealedGaps(SQLite::Database& database, GapNotes& notes, UtcTime now, Salvaged& salvaged) {
    SQLite::Statement unsealed(database,
                               "SELECT coalesce((SELECT (max(day) + 1) * 86400000 FROM seal WHERE kind = 'day'), "
                               "min(at_ms)), max(at_ms) FROM observation");
    unsealed.executeStep();
    if (unsealed.isColumnNull(0)) {
        salvaged.gaps.emplace_back("nothing in it could be read: it is no record, or all of it is damaged");
        return;
    }
    const UtcTime from = utcOf(unsealed.getColumn(0).getInt64());
    const UtcTime latest = std::max(from, utcOf(unsealed.getColumn(1).getInt64()));
    unsealed.reset();
    notes.add({from, std::max(from, now)}, std::nullopt, std::nullopt, "; of these days, how much is not known");
    SQLite::Statement asked(database, "SELECT id FROM series WHERE EXISTS (SELECT 1 FROM observation WHERE series = "
                                      "series.id AND at_ms >= ?)"); // not long ago, and never since
    bound(asked, msOf(from) - dayMs);
    Holes holes(database);
    while (asked.executeStep())
        for (const TimeRange& hole : holes.of(asked.getColumn(0).getInt64(), {from, latest}))
            notes.add(hole, asked.getColumn(0).getInt64(), std::nullopt);
    if (salvaged.gaps.size() < gapsTold)
        salvaged.gaps.push_back(dayText(msOf(from) / dayMs) +
                                " and later: how much is missing is not known, for these days had "
                                "no seal or it is lost");
}

void sealAgain(SQLite::Database& database, const std::string& reason, UtcTime now) {
    RollupStore rollups(database);
    SQLite::Transaction transaction(database);
    std::vector<std::int64_t> vantages;
    SQLite::Statement query(database, "SELECT id FROM vantage ORDER BY id");
    while (query.executeStep())
        vantages.push_back(query.getColumn(0).getInt64());
    query.reset();
    for (const std::int64_t vantage : vantages) {
        SealStore seals(database, vantage);
        seals.cutAtBroken();
        seals.restart(reason, now);
    }
    // Of a seal that is lost: its number will be another's.
    database.exec("DELETE FROM leaf WHERE seal NOT IN (SELECT id FROM seal)");
    database.exec("DELETE FROM rollup_todo");
    rollups.makeAgain(UtcTime{});
    while (rollups.makeSomeAgain()) {}
    transaction.commit();
}

} // namespace

Salvaged salvage(const Wreck& wreck, const std::filesystem::path& fresh, UtcTime now) {
    return translated(fresh, [&] {
        makePrivateFile(fresh);
        SQLite::Database database = openForWriting(fresh);
        migrate(database, fresh, migrations(), now);
        const std::stop_callback cut(wreck.stop, [&database] { sqlite3_interrupt(database.getHandle()); });
        database.exec("PRAGMA foreign_keys = OFF"); // rows come in the order of pages
        database.exec("PRAGMA journal_mode = DELETE");
        const TableShapes shapes(database);
        PageCarver carver(wreck.damaged);
        Salvaged salvaged;
        {
            SQLite::Transaction transaction(database);
            Filling filling(database, shapes);
            carver.visit([&](const CarvedRecord& record) {
                if (wreck.stop.stop_requested())
                    throw StorageError(wreck.damaged.string() +
                                       " is not yet repaired: the next start goes on with it.");
                filling.add(record);
            });
            transaction.commit();
        }
        salvaged.pages = carver.pages();
        salvaged.pagesDamaged = carver.pagesDamaged();
        const std::int64_t found = numberOf(database, "SELECT count(*) FROM observation");
        for (const std::filesystem::path& backup : wreck.backups)
            addBackup(database, shapes, backup);
        SQLite::Transaction transaction(database);
        makeWhole(database, now, salvaged);
        tellLostSpans(database);
        salvaged.observations = numberOf(database, "SELECT count(*) FROM observation");
        salvaged.fromBackup = std::max<std::int64_t>(0, salvaged.observations - found);
        salvaged.events = numberOf(database, "SELECT count(*) FROM event");
        const std::string reason = "repaired: " + std::to_string(salvaged.pagesDamaged) + " of " +
                                   std::to_string(salvaged.pages) + " pages could not be read";
        GapNotes notes(database, now, reason);
        noteSealedGaps(database, notes, salvaged);
        if (salvaged.pagesDamaged > 0)
            noteUnsealedGaps(database, notes, now, salvaged);
        transaction.commit();
        sealAgain(database, reason, now);
        return salvaged;
    });
}

} // namespace kpwatch
