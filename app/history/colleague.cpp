// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/stoppable_import.h"

#include "app/history/doctor.h"
#include "app/history/history.h"
#include "app/history/migration.h"
#include "app/history/rollup_store.h"
#include "app/history/roster.h"
#include "app/history/row_reader.h"
#include "app/history/seal_store.h"
#include "app/history/set_aside.h"
#include "app/history/span_store.h"
#include "app/history/writer_lock.h"

#include <SQLiteCpp/Transaction.h>

#include <map>

namespace kpwatch {
namespace {

std::optional<std::int64_t> us(const std::optional<Micros>& length) {
    return length ? std::optional<std::int64_t>(length->count()) : std::nullopt;
}

class Taking {
  public:
    Taking(SQLite::Database& database, const ColleagueRows& rows, UtcTime now, std::stop_token stop)
        : m_database(database), m_rows(rows), m_now(now), m_stop(std::move(stop)), m_words(database),
          m_vantage(enrol()), m_series(seriesOfDesk()), m_seals(database, m_vantage),
          m_insert(database, "INSERT OR IGNORE INTO observation SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                             "?12, ?13 WHERE NOT EXISTS (SELECT 1 FROM pruned WHERE series = ?1 AND day = ?2 / "
                             "86400000)"),
          m_same(database, "SELECT elapsed_us = ?3 AND stage = ?4 AND failure = ?5 FROM observation WHERE series = ?1 "
                           "AND at_ms = ?2"),
          m_insertCircumstance(database, "INSERT INTO circumstance(run, epoch, peer, source) VALUES ((SELECT max(id) "
                                         "FROM run), ?, ?, '')"),
          m_insertDetail(database, "INSERT INTO detail(body) VALUES (?)"),
          m_insertEvent(database, "INSERT INTO foreign_event SELECT ?1, ?2, coalesce((SELECT max(seq) + 1 FROM "
                                  "foreign_event WHERE vantage = ?1 AND at_ms = ?2), 0), ?3, ?4 WHERE NOT EXISTS "
                                  "(SELECT 1 FROM foreign_event WHERE vantage = ?1 AND at_ms = ?2 AND kind = ?3 AND "
                                  "detail = ?4)") {}

    Taken all(const Settings& settings) {
        for (const Event& event : m_rows.events)
            add(event);
        for (const Observation& row : m_rows.observations) {
            add(row);
            goOn();
        }
        if (m_taken.observations + m_taken.events > 0) {
            summarise();
            judge(settings);
            while (m_seals.sealNext(m_now))
                goOn();
        }
        return m_taken;
    }

  private:
    // What is not committed is as if it had never been begun.
    void goOn() const {
        if (m_stop.stop_requested())
            throw InputError("stopped: nothing was taken in");
    }

    std::int64_t enrol() {
        SQLite::Statement make(m_database, "INSERT INTO vantage(name, label) VALUES (?1, ?2) ON CONFLICT (name) DO "
                                           "UPDATE SET label = ?2");
        run(make, m_rows.desk.id, m_rows.desk.label);
        SQLite::Statement find(m_database, "SELECT id FROM vantage WHERE name = ?");
        bound(find, m_rows.desk.id).executeStep();
        const std::int64_t vantage = find.getColumn(0).getInt64();
        SQLite::Statement list(m_database,
                               "INSERT INTO foreign_list SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM "
                               "(SELECT * FROM foreign_list WHERE vantage = ?1 ORDER BY rowid DESC LIMIT 1) WHERE json "
                               "= ?4 AND heartbeats >= ?3)");
        run(list, vantage, msOf(m_now), std::int64_t{m_rows.hasHeartbeats ? 1 : 0}, m_rows.watchlist.json());
        return vantage;
    }

    // A target that we ask as well keeps the versions it has with us.
    SeriesOf seriesOfDesk() {
        SQLite::Statement target(m_database, "INSERT OR IGNORE INTO target(slug) VALUES (?)");
        SQLite::Statement version(m_database,
                                  "INSERT INTO target_version SELECT id, ?2, ?3 FROM target WHERE slug = ?1 AND NOT "
                                  "EXISTS (SELECT 1 FROM target_version WHERE target = target.id)");
        SQLite::Statement series(m_database, "INSERT OR IGNORE INTO series(vantage, target) SELECT ?1, id FROM target "
                                             "WHERE slug = ?2");
        const auto add = [&](const Target& each, std::optional<Ring> ring) {
            run(target, each.name);
            run(version, each.name, msOf(m_now), targetText(each, ring));
            run(series, m_vantage, each.name);
        };
        for (const Target& each : m_rows.watchlist.targets)
            add(each, std::nullopt);
        for (const Control& control : m_rows.watchlist.controls)
            add(control.target, control.ring);
        run(target, std::string(ownLineSlug));
        run(series, m_vantage, std::string(ownLineSlug));
        return knownSeries(m_database, m_rows.watchlist, m_vantage);
    }

    void add(const Event& event) {
        if (const auto* epoch = std::get_if<Epoch>(&event.what))
            m_epochs[event.at] = epoch->id;
        const std::int64_t at_ms = msOf(event.at);
        if (run(m_insertEvent, m_vantage, at_ms, std::string(name(event)), eventText(event)) == 0) {
            ++m_taken.known;
            return;
        }
        ++m_taken.events;
        SQLite::Statement seq(m_database, "SELECT max(seq) FROM foreign_event WHERE vantage = ? AND at_ms = ?");
        bound(seq, m_vantage, at_ms).executeStep();
        m_seals.noteIfLate(-m_vantage, at_ms, seq.getColumn(0).getInt64());
    }

    void add(const Observation& row) {
        const std::int64_t series = m_series.at(row.target), at_ms = msOf(row.startedAt);
        const std::int64_t stage = m_words.code(row.reached), failure = m_words.code(row.failure);
        bound(m_same, series, at_ms, std::int64_t{row.elapsed.count()}, stage, failure);
        if (m_same.executeStep()) {
            ++(m_same.getColumn(0).getInt() != 0 ? m_taken.known : m_taken.conflicting);
            return;
        }
        if (run(m_insert, series, at_ms, std::int64_t{row.elapsed.count()}, stage, failure,
                std::int64_t{row.recheck ? 1 : 0}, std::int64_t{row.tries}, us(row.phases.resolve),
                us(row.phases.connect), us(row.phases.tls), us(row.phases.firstByte), circumstanceOf(row),
                detailOf(row)) == 0) {
            ++m_taken.known; // it was removed to save space
            return;
        }
        ++m_taken.observations;
        m_seals.noteIfLate(series, at_ms);
        const auto [earliest, fresh] = m_earliest.try_emplace(series, at_ms);
        earliest->second = std::min(earliest->second, at_ms);
    }

    std::int64_t circumstanceOf(const Observation& row) {
        const auto next = m_epochs.upper_bound(row.startedAt);
        const std::string epoch = next == m_epochs.begin() ? std::string() : std::prev(next)->second;
        const auto [known, fresh] = m_circumstances.try_emplace({epoch, row.peer}, 0);
        if (fresh) {
            run(m_insertCircumstance, epoch, row.peer);
            known->second = m_database.getLastInsertRowid();
        }
        return known->second;
    }

    std::optional<std::int64_t> detailOf(const Observation& row) {
        const std::string body = detailText(row.detail);
        if (body.empty())
            return std::nullopt;
        const auto [known, fresh] = m_details.try_emplace(body, 0);
        if (fresh) {
            run(m_insertDetail, body);
            known->second = m_database.getLastInsertRowid();
        }
        return known->second;
    }

    void summarise() {
        SQLite::Statement todo(m_database, "INSERT INTO rollup_todo VALUES (?1, ?2) ON CONFLICT (series) DO UPDATE SET "
                                           "from_ms = min(from_ms, ?2)");
        for (const auto& [series, at_ms] : m_earliest)
            run(todo, series, at_ms / dayMs * dayMs);
        RollupStore rollups(m_database);
        while (rollups.makeSomeAgain())
            goOn();
    }

    // From the first row that is there of it, with its own controls and events; what comes after the last was not seen.
    void judge(const Settings& settings) {
        SQLite::Statement erase(m_database, "DELETE FROM span WHERE series IN (SELECT id FROM series WHERE vantage = "
                                            "?)");
        run(erase, m_vantage);
        Judge judge(m_rows.watchlist, settings);
        if (m_database
                .execAndGet("SELECT max(heartbeats) FROM foreign_list WHERE vantage = " + std::to_string(m_vantage))
                .getInt() == 0)
            judge.assumeNoHeartbeats();
        SpanStore spans(m_database);
        std::size_t rows = 0;
        const auto store = [&] {
            for (const SpanChange& change : judge.changes())
                spans.apply(m_series.at(change.target), change);
        };
        SeriesOf asked = m_series;
        asked.erase(ownLineId);
        RowReader(m_database, m_vantage)
            .visitAll(asked, {UtcTime{}, m_now + std::chrono::years(1)}, RowReader::Which::All,
                      [&](const Observation* row, const Event* event) {
                          if (event != nullptr)
                              judge.take(*event);
                          else
                              judge.take(*row);
                          if (++rows % rowsBetween == 0) {
                              store();
                              goOn();
                          }
                      },
                      {});
        store();
        Span closed;
        closed.verdict = Verdict::NotMonitored;
        closed.reason = Reason::Closed;
        closed.range = {judge.clock(), judge.clock()};
        for (const auto& [target, series] : m_series)
            spans.apply(series, {target, judge.clock(), {closed}});
    }

    static constexpr std::size_t rowsBetween = 4096; // so that memory does not grow with the file

    SQLite::Database& m_database;
    const ColleagueRows& m_rows;
    const UtcTime m_now;
    const std::stop_token m_stop;
    const StoredWords m_words;
    const std::int64_t m_vantage;
    const SeriesOf m_series;
    SealStore m_seals;
    SQLite::Statement m_insert, m_same, m_insertCircumstance, m_insertDetail, m_insertEvent;
    std::map<UtcTime, std::string> m_epochs;
    std::map<std::pair<std::string, std::string>, std::int64_t> m_circumstances;
    std::unordered_map<std::string, std::int64_t> m_details;
    std::unordered_map<std::int64_t, std::int64_t> m_earliest; // new row of each series
    Taken m_taken;
};

void refuseOurOwn(SQLite::Database& database, const ColleagueRows& rows) {
    SQLite::Statement own(database, "SELECT name, (SELECT simulated FROM meta) FROM vantage WHERE id = 1");
    if (!own.executeStep())
        return;
    if (own.getColumn(0).getString() == rows.desk.id)
        throw InputError("these observations are our own: this record has them already, or 'kpwatch doctor' and a "
                         "backup bring them back");
    if ((own.getColumn(1).getInt() != 0) != rows.simulated)
        throw InputError(rows.simulated ? "these observations are simulated, and this record holds real measurements: "
                                          "look at them with 'kpwatch replay'"
                                        : "these observations are real, and this record holds a simulation: name "
                                          "another directory with --history");
}

} // namespace

Taken takeIn(const std::filesystem::path& directory, const ColleagueRows& rows, const Settings& settings, UtcTime now,
             const std::stop_token& stop) {
    const std::filesystem::path file = historyFile(directory);
    if (std::filesystem::is_regular_file(directory))
        throw StorageError(directory.string() + " is a copy of a record: import into the record itself.");
    if (!HistoryReader::exists(directory))
        throw StorageError(file.string() + " does not exist: start watching first, or name another directory with "
                                           "--history.");
    const WriterLock lock(directory);
    finishRepair(directory);
    finishSettingAside(directory);
    SQLite::Database database = openForWriting(file);
    migrate(database, file, migrations(), now);
    return translated(file, [&] {
        refuseOurOwn(database, rows);
        SQLite::Transaction transaction(database);
        const Taken taken = Taking(database, rows, now, stop).all(settings);
        transaction.commit();
        return taken;
    });
}

Taken takeIn(const std::filesystem::path& directory, const ColleagueRows& rows, const Settings& settings, UtcTime now) {
    return takeIn(directory, rows, settings, now, std::stop_token());
}

void beginRecord(const std::filesystem::path& directory, const Watchlist& watchlist, const Settings& settings,
                 UtcTime now) {
    const History made({.directory = directory, .simulated = false}, watchlist, settings, now);
}

} // namespace kpwatch
