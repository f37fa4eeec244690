// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/join.h"

#include "app/history/carved_row.h"
#include "app/history/last_row.h"
#include "app/history/rollup_store.h"
#include "app/history/seal_store.h"
#include "app/history/span_store.h"

#include <SQLiteCpp/Transaction.h>

#include <map>

namespace kpwatch {
namespace {

// Given their place below, or made anew from the rest.
bool hasItsPlace(const std::string& table) {
    return table == "foreign_event" || table == "foreign_list" || table == "overtaken" ||
           (TableShapes::toldByValues().contains(table) && table != "judgement");
}

class Join {
  public:
    explicit Join(SQLite::Database& database) : m_database(database) {}

    void all() {
        const std::optional<UtcTime> seenUntil = watchedUntil(m_database);
        number();
        addVersions();
        addRows();
        addSpans(seenUntil);
        addTheRest();
        for (const char* table : {"target_of", "vantage_of", "series_of", "offset_of"})
            m_database.exec(std::string("DROP TABLE temp.").append(table));
    }

  private:
    void exec(const std::string& sql) { m_database.exec(sql); }

    // What has a name keeps its number here, or gets one; what has none gets numbers behind those in use.
    void number() {
        exec("INSERT OR IGNORE INTO main.target(slug) SELECT slug FROM other.target ORDER BY id");
        exec("CREATE TEMP TABLE target_of AS SELECT o.id AS was, m.id AS now FROM other.target AS o JOIN main.target "
             "AS m ON m.slug = o.slug");
        exec("INSERT OR IGNORE INTO main.vantage(name, label) SELECT name, label FROM other.vantage WHERE id <> 1");
        exec("CREATE TEMP TABLE vantage_of AS SELECT 1 AS was, 1 AS now UNION SELECT o.id, m.id FROM other.vantage AS "
             "o JOIN main.vantage AS m ON m.name = o.name WHERE o.id <> 1");
        exec("INSERT OR IGNORE INTO main.series(vantage, target) SELECT v.now, t.now FROM other.series AS s JOIN "
             "vantage_of AS v ON v.was = s.vantage JOIN target_of AS t ON t.was = s.target ORDER BY s.id");
        exec("CREATE TEMP TABLE series_of AS SELECT s.id AS was, m.id AS now FROM other.series AS s JOIN vantage_of AS "
             "v ON v.was = s.vantage JOIN target_of AS t ON t.was = s.target JOIN main.series AS m ON m.vantage = "
             "v.now AND m.target = t.now");
        exec("CREATE TEMP TABLE offset_of AS SELECT (SELECT coalesce(max(id), 0) FROM main.run) AS run, (SELECT "
             "coalesce(max(id), 0) FROM main.circumstance) AS circumstance, (SELECT coalesce(max(id), 0) FROM "
             "main.detail) AS detail");
    }

    void addVersions() {
        exec("INSERT OR IGNORE INTO main.target_version SELECT t.now, v.since_ms, v.options FROM other.target_version "
             "AS v JOIN target_of AS t ON t.was = v.target WHERE v.options IS NOT (SELECT m.options FROM "
             "main.target_version AS m WHERE m.target = t.now ORDER BY since_ms DESC LIMIT 1)");
        for (const std::string table : {"watchlist_version", "settings_version"})
            exec("INSERT INTO main." + table + " SELECT since_ms, json FROM other." + table +
                 " AS o WHERE json IS NOT (SELECT json FROM main." + table +
                 " ORDER BY rowid DESC LIMIT 1) ORDER BY o.rowid");
        exec("INSERT INTO main.consent SELECT * FROM other.consent AS o WHERE NOT EXISTS (SELECT 1 FROM main.consent "
             "AS m WHERE m.at_ms = o.at_ms AND m.way = o.way) ORDER BY o.rowid");
    }

    // New rows are marked as late before they are added, for what was there already is not.
    void addRows() {
        const std::string end = std::to_string((sealedThrough() + 1) * dayMs);
        const std::string fresh = "FROM other.every_observation AS o JOIN series_of AS s ON s.was = o.series, "
                                  "offset_of AS f WHERE NOT EXISTS (SELECT 1 FROM main.every_observation AS m WHERE "
                                  "m.series = s.now AND m.at_ms = o.at_ms)";
        const std::string seq =
            "e.seq + coalesce((SELECT max(seq) + 1 FROM main.event AS m WHERE m.at_ms = e.at_ms), 0)";
        const std::string freshEvents = "FROM other.event AS e WHERE NOT EXISTS (SELECT 1 FROM main.event AS m WHERE "
                                        "m.at_ms = e.at_ms AND m.kind = e.kind AND m.detail = e.detail)";
        exec("INSERT OR IGNORE INTO main.late_row SELECT s.now, o.at_ms, 0, 0 " + fresh + " AND o.at_ms < " + end);
        exec("INSERT OR IGNORE INTO main.late_row SELECT 0, e.at_ms, " + seq + ", 0 " + freshEvents +
             " AND e.at_ms < " + end);
        exec("INSERT INTO main.run SELECT o.id + f.run, began_ms, ended_ms, program FROM other.run AS o, offset_of AS "
             "f");
        exec("INSERT INTO main.circumstance SELECT o.id + f.circumstance, o.run + f.run, epoch, peer, source FROM "
             "other.circumstance AS o, offset_of AS f");
        exec("INSERT INTO main.detail SELECT o.id + f.detail, body FROM other.detail AS o, offset_of AS f");
        exec("INSERT OR IGNORE INTO main.recent SELECT s.now, o.at_ms, elapsed_us, stage, failure, recheck, tries, "
             "resolve_us, connect_us, tls_us, first_byte_us, o.circumstance + f.circumstance, o.detail + f.detail " +
             fresh);
        exec("INSERT OR IGNORE INTO main.foreign_event SELECT v.now, at_ms, seq, kind, detail FROM other.foreign_event "
             "AS e JOIN vantage_of AS v ON v.was = e.vantage");
        exec("INSERT INTO main.foreign_list SELECT v.now, since_ms, heartbeats, json FROM other.foreign_list AS l JOIN "
             "vantage_of AS v ON v.was = l.vantage WHERE NOT EXISTS (SELECT 1 FROM main.foreign_list AS m WHERE "
             "m.vantage = v.now AND m.json = l.json) ORDER BY l.rowid");
        exec(
            "INSERT OR IGNORE INTO main.overtaken SELECT s.now, o.at_ms, 0 FROM other.overtaken AS o JOIN series_of AS "
            "s ON s.was = o.series UNION ALL SELECT 0, e.at_ms, " +
            seq +
            " FROM other.overtaken AS o JOIN other.event AS e ON o.series = 0 AND e.at_ms = o.at_ms AND e.seq = "
            "o.seq WHERE NOT EXISTS (SELECT 1 FROM main.event AS m WHERE m.at_ms = e.at_ms AND m.kind = e.kind "
            "AND m.detail = e.detail)");
        exec("INSERT INTO main.event SELECT e.at_ms, " + seq + ", e.kind, e.detail " + freshEvents);
        exec("INSERT INTO main.gap SELECT noted_ms, from_ms, to_ms, (SELECT now FROM series_of WHERE was = g.series), "
             "rows, reason FROM other.gap AS g");
    }

    std::int64_t sealedThrough() {
        return m_database.execAndGet("SELECT coalesce((SELECT max(day) FROM main.seal WHERE kind = 'day'), -1)")
            .getInt64();
    }

    // A lane goes on in `from`; one that does not was looked at no more.
    void addSpans(const std::optional<UtcTime>& seen_until) {
        std::map<std::int64_t, SpanChange> lanes;
        SQLite::Statement query(m_database, std::string("SELECT ") + spanColumns +
                                                ", s.now FROM other.span AS o JOIN series_of AS s ON s.was = "
                                                "o.series ORDER BY s.now, begin_ms");
        while (query.executeStep())
            lanes[query.getColumn(9).getInt64()].spans.push_back(spanFrom(query).span);
        query.reset();
        SpanStore spans(m_database);
        for (auto& [series, lane] : lanes) {
            goOn(series, lane);
            spans.apply(series, lane);
        }
        if (seen_until)
            closeOthers(spans, lanes, *seen_until);
    }

    // The first state in `from` is usually the last one here, of which more is known here.
    void goOn(std::int64_t series, SpanChange& lane) {
        Span& first = lane.spans.front();
        SQLite::Statement last(m_database, std::string("SELECT ") + spanColumns +
                                               " FROM main.span WHERE series = ? ORDER BY begin_ms DESC LIMIT 1");
        if (bound(last, series).executeStep()) {
            const StoredSpan here = spanFrom(last);
            if (here.open && here.span.verdict == first.verdict && here.span.reason == first.reason) {
                const UtcTime end = first.range.end;
                first = here.span;
                first.range.end = end;
            }
        }
        lane.from = first.range.begin;
    }

    void closeOthers(SpanStore& spans, const std::map<std::int64_t, SpanChange>& lanes, UtcTime horizon) {
        std::vector<std::int64_t> open;
        SQLite::Statement query(m_database, "SELECT series FROM main.span WHERE end_ms IS NULL");
        while (query.executeStep())
            if (!lanes.contains(query.getColumn(0).getInt64()))
                open.push_back(query.getColumn(0).getInt64());
        query.reset();
        for (const std::int64_t series : open)
            spans.closeAfter(horizon, series);
    }

    // Tables of which every row stands for itself.
    void addTheRest() {
        std::vector<std::string> tables;
        SQLite::Statement query(m_database, "SELECT name FROM other.sqlite_schema WHERE type = 'table' AND name NOT "
                                            "LIKE 'sqlite_%'");
        while (query.executeStep())
            if (const std::string name = query.getColumn(0).getString(); !hasItsPlace(name))
                tables.push_back(name);
        query.reset();
        for (const std::string& table : tables) {
            std::string sql = "INSERT OR IGNORE INTO main." + table;
            sql += " SELECT * FROM other." + table + " EXCEPT SELECT * FROM main." + table;
            exec(sql);
        }
    }

    SQLite::Database& m_database;
};

} // namespace

void joinInto(const std::filesystem::path& into, const std::filesystem::path& from) {
    translated(into, [&] {
        SQLite::Database database = openForWriting(into);
        SQLite::Statement attach(database, "ATTACH ? AS other");
        run(attach, from.string());
        SQLite::Transaction transaction(database);
        Join(database).all();
        transaction.commit();
    });
}

} // namespace kpwatch
