// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/observation_store.h"

namespace kpwatch {
namespace {

// Answers remembered for sharing. A page that differs each time would otherwise fill the memory.
constexpr std::size_t detailsRemembered = 4096;
constexpr std::int64_t settleRows = 8192; // 270 KiB; a reader looks through them all for one target's latest

std::optional<std::int64_t> us(const std::optional<Micros>& length) {
    return length ? std::optional<std::int64_t>(length->count()) : std::nullopt;
}

} // namespace

ObservationStore::ObservationStore(SQLite::Database& database, std::int64_t run, SealStore& seals)
    : m_database(database), m_words(database), m_run(run), m_rollups(database), m_seals(seals),
      m_insert(database, "INSERT INTO recent SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13 WHERE NOT "
                         "EXISTS (SELECT 1 FROM observation WHERE series = ?1 AND at_ms = ?2) "
                         "ON CONFLICT (at_ms, series) DO NOTHING"),
      m_findEqual(
          database,
          "SELECT 1 FROM every_observation AS o JOIN circumstance AS c ON c.id = o.circumstance LEFT JOIN detail "
          "AS d ON d.id = o.detail WHERE series = ? AND at_ms = ? AND elapsed_us = ? AND stage = ? AND failure "
          "= ? AND recheck = ? AND tries = ? AND resolve_us IS ? AND connect_us IS ? AND tls_us IS ? AND "
          "first_byte_us IS ? AND c.peer = ? AND c.source = ? AND coalesce(d.body, '') = ?"),
      m_insertEvent(database,
                    "INSERT INTO event SELECT ?1, coalesce((SELECT max(seq) + 1 FROM event WHERE at_ms = ?1), 0), ?2, "
                    "?3 WHERE NOT EXISTS (SELECT 1 FROM event WHERE at_ms = ?1 AND kind = ?2 AND detail = ?3)"),
      m_insertCircumstance(database, "INSERT INTO circumstance(run, epoch, peer, source) VALUES (?, ?, ?, ?)"),
      m_insertDetail(database, "INSERT INTO detail(body) VALUES (?)") {
    database.exec("PRAGMA temp_store = MEMORY"); // nothing of it lies in /tmp
    database.exec("CREATE TEMP TABLE IF NOT EXISTS settling AS SELECT * FROM main.recent WHERE false");
}

bool ObservationStore::add(std::int64_t series, const Observation& row) {
    recall();
    const std::int64_t circumstance = circumstanceOf(row);
    const std::optional<std::int64_t> detail = detailOf(row);
    for (std::int64_t at_ms = msOf(row.startedAt);; ++at_ms) {
        const int added = run(m_insert, series, at_ms, std::int64_t{row.elapsed.count()}, m_words.code(row.reached),
                              m_words.code(row.failure), std::int64_t{row.recheck ? 1 : 0}, std::int64_t{row.tries},
                              us(row.phases.resolve), us(row.phases.connect), us(row.phases.tls),
                              us(row.phases.firstByte), circumstance, detail);
        m_waiting += added;
        if (added > 0)
            m_seals.noteIfLate(series, at_ms);
        if (added > 0 || isStored(series, at_ms, row))
            return added > 0;
    }
}

bool ObservationStore::isStored(std::int64_t series, std::int64_t at_ms, const Observation& row) {
    const std::string body = detailText(row.detail);
    const bool found = bound(m_findEqual, series, at_ms, std::int64_t{row.elapsed.count()}, m_words.code(row.reached),
                             m_words.code(row.failure), std::int64_t{row.recheck ? 1 : 0}, std::int64_t{row.tries},
                             us(row.phases.resolve), us(row.phases.connect), us(row.phases.tls),
                             us(row.phases.firstByte), row.peer, row.source, body)
                           .executeStep();
    m_findEqual.reset();
    return found;
}

void ObservationStore::add(const Event& event) {
    recall();
    if (const auto* epoch = std::get_if<Epoch>(&event.what))
        m_epochs[event.at] = epoch->id;
    if (run(m_insertEvent, msOf(event.at), std::string(name(event)), eventText(event)) > 0)
        m_seals.noteIfLate(eventSeries, msOf(event.at), seqOfLatest(msOf(event.at)));
}

std::int64_t ObservationStore::seqOfLatest(std::int64_t at_ms) {
    SQLite::Statement query(m_database, "SELECT max(seq) FROM event WHERE at_ms = ?");
    return bound(query, at_ms).executeStep() ? query.getColumn(0).getInt64() : 0;
}

bool ObservationStore::shouldSettle() {
    recall();
    return m_waiting >= settleRows;
}

// Taken away before they are put in their places, so that the pages they waited in are filled again: else an early part
// of the file would stay empty.
void ObservationStore::settle() {
    m_rollups.foldRecent();
    m_database.exec("INSERT INTO temp.settling SELECT * FROM recent ORDER BY series, at_ms");
    m_database.exec("DELETE FROM recent");
    m_database.exec("INSERT OR IGNORE INTO observation SELECT * FROM temp.settling ORDER BY rowid");
    m_database.exec("DELETE FROM temp.settling");
    m_waiting = 0;
}

void ObservationStore::forget() {
    m_recalled = false;
    m_seals.forget();
    m_epochs.clear();
    m_circumstances.clear();
    m_details.clear();
}

std::int64_t ObservationStore::circumstanceOf(const Observation& row) {
    const auto [known, fresh] =
        m_circumstances.try_emplace(std::tuple(epochAt(row.startedAt), row.peer, row.source), 0);
    if (fresh) {
        run(m_insertCircumstance, m_run, std::get<0>(known->first), row.peer, row.source);
        known->second = m_database.getLastInsertRowid();
    }
    return known->second;
}

std::optional<std::int64_t> ObservationStore::detailOf(const Observation& row) {
    const std::string body = detailText(row.detail);
    if (body.empty())
        return std::nullopt;
    const auto known = m_details.find(body);
    if (known != m_details.end())
        return known->second;
    if (m_details.size() >= detailsRemembered)
        m_details.clear();
    run(m_insertDetail, body);
    return m_details[body] = m_database.getLastInsertRowid();
}

const std::string& ObservationStore::epochAt(UtcTime time) {
    static const std::string none;
    const auto next = m_epochs.upper_bound(time);
    return next == m_epochs.begin() ? none : std::prev(next)->second;
}

// Fills the memory from the file: the epoch in force, this run's circumstances, the latest answers.
void ObservationStore::recall() {
    if (m_recalled)
        return;
    SQLite::Statement epochs(m_database, "SELECT at_ms, kind, detail FROM event WHERE kind = 'epoch' "
                                         "ORDER BY at_ms DESC, seq DESC LIMIT 1");
    if (epochs.executeStep()) {
        const UtcTime at = utcOf(epochs.getColumn(0).getInt64());
        if (const auto event = eventFrom(at, epochs.getColumn(1).getString(), epochs.getColumn(2).getString()))
            m_epochs[at] = std::get<Epoch>(event->what).id;
    }
    SQLite::Statement circumstances(m_database, "SELECT epoch, peer, source, id FROM circumstance WHERE run = ?");
    bound(circumstances, m_run);
    while (circumstances.executeStep())
        m_circumstances[{circumstances.getColumn(0).getString(), circumstances.getColumn(1).getString(),
                         circumstances.getColumn(2).getString()}] = circumstances.getColumn(3).getInt64();
    SQLite::Statement details(m_database, "SELECT body, id FROM detail ORDER BY id DESC LIMIT ?");
    bound(details, static_cast<std::int64_t>(detailsRemembered / 2));
    while (details.executeStep())
        m_details.try_emplace(details.getColumn(0).getString(), details.getColumn(1).getInt64());
    m_waiting = m_database.execAndGet("SELECT count(*) FROM recent").getInt64();
    m_recalled = true;
}

} // namespace kpwatch
