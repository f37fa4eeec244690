// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/canonical_rows.h"

#include "app/history/rollup_store.h"
#include "probes/wire/sha256.h"

namespace kpwatch {
namespace {

std::unordered_map<std::int64_t, std::string> wordsOf(SQLite::Database& database, const std::string& table) {
    std::unordered_map<std::int64_t, std::string> words;
    SQLite::Statement query(database, "SELECT code, name FROM " + table);
    while (query.executeStep())
        words[query.getColumn(0).getInt64()] = query.getColumn(1).getString();
    return words;
}

std::string wordOf(const std::unordered_map<std::int64_t, std::string>& words, std::int64_t code) {
    const auto found = words.find(code);
    return found == words.end() ? std::to_string(code) : found->second;
}

// What is in no row of ours could still be in a damaged one.
std::string at(std::int64_t ms) {
    constexpr std::int64_t year9999 = 253'402'300'799'999;
    return ms < 0 || ms > year9999 ? std::to_string(ms) : isoUtc(utcOf(ms));
}

std::string field(SQLite::Statement& row, int column) {
    const SQLite::Column value = row.getColumn(column);
    return value.isNull() ? "-" : value.getString();
}

} // namespace

CanonicalRows::CanonicalRows(SQLite::Database& database)
    : m_database(database), m_stages(wordsOf(database, "stage")), m_failures(wordsOf(database, "failure")),
      m_observations(database,
                     "SELECT at_ms, stage, failure, elapsed_us, recheck, tries, resolve_us, connect_us, tls_us, "
                     "first_byte_us, c.peer, c.epoch, c.source, d.body FROM every_observation AS o LEFT JOIN "
                     "circumstance AS c ON c.id = o.circumstance LEFT JOIN detail AS d ON d.id = o.detail WHERE "
                     "o.series = ? AND o.at_ms >= ? AND o.at_ms < ? ORDER BY o.at_ms"),
      m_events(database, "SELECT at_ms, seq, kind, detail FROM event WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms, "
                         "seq"),
      m_foreignEvents(database, "SELECT at_ms, seq, kind, detail FROM foreign_event WHERE vantage = ? AND at_ms >= ? "
                                "AND at_ms < ? ORDER BY at_ms, seq"),
      m_late(database, "SELECT at_ms, seq, part FROM late_row WHERE series = ? AND at_ms >= ? AND at_ms < ?") {
    SQLite::Statement secret(database, "SELECT salt FROM seal_secret");
    if (secret.executeStep())
        m_salt = secret.getColumn(0).getString();
}

std::map<std::int64_t, CanonicalRows::Part> CanonicalRows::ofDay(std::int64_t series, std::int64_t day, Late late) {
    m_lateOfDay.clear();
    bound(m_late, series, day * dayMs, (day + 1) * dayMs);
    while (late == Late::Apart && m_late.executeStep()) {
        const std::int64_t part = m_late.getColumn(2).getInt64();
        m_lateOfDay[{m_late.getColumn(0).getInt64(), m_late.getColumn(1).getInt64()}] = part == 0 ? unsealed : part;
    }
    m_late.reset();
    std::map<std::int64_t, Part> parts;
    if (series <= eventSeries)
        addEvents(series, day, parts);
    else
        addObservations(series, day, parts);
    return parts;
}

void CanonicalRows::addObservations(std::int64_t series, std::int64_t day, std::map<std::int64_t, Part>& parts) {
    const std::string name = nameOf(series);
    bound(m_observations, series, day * dayMs, (day + 1) * dayMs);
    while (m_observations.executeStep()) {
        SQLite::Statement& row = m_observations;
        const std::int64_t at_ms = row.getColumn(0).getInt64();
        Part& part = parts[partOf(at_ms, 0)];
        ++part.rows;
        part.text += at(at_ms) + '\t' + wordOf(m_stages, row.getColumn(1).getInt64()) + '\t' +
                     wordOf(m_failures, row.getColumn(2).getInt64());
        for (int column = 3; column <= 10; ++column)
            part.text += '\t' + field(row, column);
        part.text +=
            '\t' + commitment(name, at(at_ms) + "\n0", {field(row, 11), field(row, 12), field(row, 13)}) + '\n';
    }
    m_observations.reset();
}

void CanonicalRows::addEvents(std::int64_t series, std::int64_t day, std::map<std::int64_t, Part>& parts) {
    const std::string name = nameOf(series);
    SQLite::Statement& events = series == eventSeries ? bound(m_events, day * dayMs, (day + 1) * dayMs)
                                                      : bound(m_foreignEvents, -series, day * dayMs, (day + 1) * dayMs);
    while (events.executeStep()) {
        const std::int64_t at_ms = events.getColumn(0).getInt64(), seq = events.getColumn(1).getInt64();
        Part& part = parts[partOf(at_ms, seq)];
        ++part.rows;
        const std::string kind = field(events, 2);
        part.text += at(at_ms) + '\t' + std::to_string(seq) + '\t' + kind + '\t' +
                     commitment(name, at(at_ms) + '\n' + std::to_string(seq), {"-", "-", field(events, 3)}) + '\n';
    }
    events.reset();
}

std::int64_t CanonicalRows::partOf(std::int64_t at_ms, std::int64_t seq) const {
    const auto late = m_lateOfDay.find({at_ms, seq});
    return late == m_lateOfDay.end() ? 0 : late->second;
}

std::string CanonicalRows::commitment(const std::string& series, const std::string& row, const Secret& secret) const {
    const std::string key = sha256(m_salt + '\n' + series + '\n' + row);
    return sha256(key + '\n' + secret.epoch + '\n' + secret.source + '\n' + secret.said + '\n');
}

std::string CanonicalRows::nameOf(std::int64_t series) {
    const auto [known, fresh] = m_names.try_emplace(series);
    if (!fresh)
        return known->second;
    SQLite::Statement query(m_database, series <= eventSeries
                                            ? "SELECT name || '/*events' FROM vantage WHERE id = max(1, -?1)"
                                            : "SELECT vantage.name || '/' || slug FROM series JOIN vantage ON "
                                              "vantage.id = vantage JOIN target ON target.id = target WHERE series.id "
                                              "= ?1");
    known->second = bound(query, series).executeStep() ? query.getColumn(0).getString() : std::to_string(series);
    return known->second;
}

} // namespace kpwatch
