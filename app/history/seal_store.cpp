// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/seal_store.h"

#include "app/history/rollup_store.h"
#include "probes/wire/sha256.h"

#include <algorithm>

namespace kpwatch {
namespace {

constexpr std::chrono::minutes sealedAfterMidnight{10};
constexpr std::int64_t hashedAtOnce = 8192; // rows; some tens of milliseconds

std::int64_t oneNumber(SQLite::Statement& query, std::int64_t otherwise) {
    return query.executeStep() ? optionalAt(query, 0).value_or(otherwise) : otherwise;
}

// The series of the vantage that is parameter `number`, its events among them.
std::string withVantage(int number) {
    const std::string vantage = "?" + std::to_string(number);
    return "(SELECT id FROM series WHERE vantage = " + vantage + " UNION ALL SELECT CASE " + vantage +
           " WHEN 1 THEN 0 ELSE -" + vantage + " END)";
}

} // namespace

SealStore::SealStore(SQLite::Database& database, std::int64_t vantage)
    : m_database(database), m_vantage(vantage),
      m_noteLate(database, "INSERT OR IGNORE INTO late_row VALUES (?, ?, ?, 0)") {}

void SealStore::noteIfLate(std::int64_t series, std::int64_t at_ms, std::int64_t seq) {
    disturb(series, at_ms / dayMs);
    if (at_ms / dayMs <= sealedThrough())
        run(m_noteLate, series, at_ms, seq);
}

// What was hashed of the day that is being sealed no longer holds.
void SealStore::disturb(std::int64_t series, std::int64_t day) {
    if (!m_sealing || day > m_sealing->day)
        return;
    if (day < m_sealing->day) { // which may be the turn of another one now
        m_sealing.reset();
        return;
    }
    std::erase_if(m_sealing->leaves, [series](const Kept& kept) { return kept.series == series; });
    if (std::find(m_sealing->left.begin(), m_sealing->left.end(), series) == m_sealing->left.end())
        m_sealing->left.push_back(series);
}

bool SealStore::sealNext(UtcTime now) {
    if (!m_sealing)
        m_sealing = begun(now);
    if (!m_sealing)
        return false;
    hashSome(*m_sealing);
    if (!m_sealing->left.empty())
        return true;
    seal(*m_sealing, now);
    m_sealing.reset();
    return true;
}

std::optional<SealStore::Sealing> SealStore::begun(UtcTime now) {
    const std::int64_t last = msOf(now - sealedAfterMidnight) / dayMs - 1;
    if (const auto day = nextDay(sealedThrough() + 1, last))
        return Sealing{*day, false, seriesOn(*day), {}};
    if (const auto day = nextLateDay(now, last))
        return Sealing{*day, true, lateSeriesOn(*day), {}};
    return std::nullopt;
}

// What came late makes the next part of its leaf; of a series that had no leaf that day, all there is the first.
void SealStore::hashSome(Sealing& sealing) {
    CanonicalRows rows(m_database);
    for (std::int64_t hashed = 0; hashed < hashedAtOnce && !sealing.left.empty(); sealing.left.pop_back()) {
        const std::int64_t series = sealing.left.back();
        const auto before = sealing.addendum ? highestPart(series, sealing.day) : std::nullopt;
        const std::int64_t wanted = before ? CanonicalRows::unsealed : 0;
        const auto parts =
            rows.ofDay(series, sealing.day,
                       sealing.addendum && !before ? CanonicalRows::Late::AsIfInTime : CanonicalRows::Late::Apart);
        for (const auto& [part, content] : parts) {
            hashed += content.rows;
            if (part == wanted)
                sealing.leaves.push_back(
                    {series,
                     {sealing.day, rows.nameOf(series), before ? *before + 1 : 0, content.rows, sha256(content.text)}});
        }
    }
}

void SealStore::seal(const Sealing& sealing, UtcTime now) {
    write({sealing.day, sealing.addendum ? addendumSeal : daySeal, ""}, sealing.leaves, now);
    if (!sealing.addendum) {
        m_sealedThrough = sealing.day;
        return;
    }
    for (const Kept& kept : sealing.leaves)
        settleLate(kept);
    SQLite::Statement rowless(m_database,
                              "DELETE FROM late_row WHERE part = 0 AND at_ms >= ?1 AND at_ms < ?2 AND series IN " +
                                  withVantage(3));
    run(rowless, sealing.day * dayMs, (sealing.day + 1) * dayMs, m_vantage); // of rows that were lost since
}

void SealStore::cutAtBroken() {
    CanonicalRows rows(m_database);
    SQLite::Statement seals(m_database, "SELECT id, day, kind, reason, hash FROM seal WHERE vantage = ? ORDER BY id");
    SQLite::Statement leaves(m_database, "SELECT series, day, part, rows, hash FROM leaf WHERE seal = ?");
    std::string before(64, '0');
    std::optional<std::int64_t> broken;
    bound(seals, m_vantage);
    while (!broken && seals.executeStep()) {
        const std::int64_t id = seals.getColumn(0).getInt64();
        std::vector<Leaf> sealed;
        bound(leaves, id);
        while (leaves.executeStep())
            sealed.push_back({leaves.getColumn(1).getInt64(), rows.nameOf(leaves.getColumn(0).getInt64()),
                              leaves.getColumn(2).getInt64(), leaves.getColumn(3).getInt64(),
                              leaves.getColumn(4).getString()});
        const Seal seal{seals.getColumn(1).getInt64(), seals.getColumn(2).getString(), seals.getColumn(3).getString()};
        before = sealHash(before, seal, std::move(sealed));
        if (before != seals.getColumn(4).getString())
            broken = id;
    }
    seals.reset();
    if (!broken)
        return;
    SQLite::Statement cutLeaves(m_database, "DELETE FROM leaf WHERE seal >= ?1 AND seal IN (SELECT id FROM seal WHERE "
                                            "vantage = ?2)");
    run(cutLeaves, *broken, m_vantage);
    SQLite::Statement cutSeals(m_database, "DELETE FROM seal WHERE id >= ?1 AND vantage = ?2");
    run(cutSeals, *broken, m_vantage);
    m_sealedThrough.reset();
}

void SealStore::restart(const std::string& reason, UtcTime now) {
    std::vector<Kept> changed;
    for (std::optional<std::int64_t> day = nextDay(0, sealedThrough()); day; day = nextDay(*day + 1, sealedThrough()))
        for (Kept& leaf : changedLeaves(*day))
            changed.push_back(std::move(leaf));
    write({msOf(now) / dayMs, restartSeal, reason}, changed, now);
}

std::int64_t SealStore::sealedThrough() {
    if (!m_sealedThrough) {
        SQLite::Statement latest(m_database, "SELECT max(day) FROM seal WHERE kind = 'day' AND vantage = ?");
        m_sealedThrough = oneNumber(bound(latest, m_vantage), -1);
    }
    return *m_sealedThrough;
}

// The first day from `from` to `last` that has rows.
std::optional<std::int64_t> SealStore::nextDay(std::int64_t from, std::int64_t last) {
    if (from > last)
        return std::nullopt;
    SQLite::Statement first(
        m_database, "SELECT min(ms) FROM (SELECT min(at_ms) AS ms FROM event WHERE at_ms >= ?1 AND ?2 = 1 UNION "
                    "ALL SELECT min(at_ms) FROM recent WHERE at_ms >= ?1 AND ?2 = 1 UNION ALL SELECT "
                    "min(at_ms) FROM foreign_event WHERE vantage = ?2 AND at_ms >= ?1 UNION ALL SELECT (SELECT "
                    "min(at_ms) FROM observation WHERE observation.series = series.id AND at_ms >= ?1) FROM "
                    "series WHERE vantage = ?2)");
    const std::int64_t ms = oneNumber(bound(first, from * dayMs, m_vantage), -1);
    return ms < 0 || ms / dayMs > last ? std::nullopt : std::optional(ms / dayMs);
}

// At most one addendum a day for the same day, however the rows trickle in.
std::optional<std::int64_t> SealStore::nextLateDay(UtcTime now, std::int64_t last) {
    const std::int64_t since = msOf(now - sealedAfterMidnight) / dayMs * dayMs + msOf(UtcTime(sealedAfterMidnight));
    SQLite::Statement late(m_database, "SELECT DISTINCT l.at_ms / 86400000 FROM late_row AS l WHERE l.part = 0 AND "
                                       "l.at_ms < ?1 AND series IN " +
                                           withVantage(3) +
                                           " AND NOT EXISTS (SELECT 1 FROM seal AS s WHERE s.kind = 'addendum' AND "
                                           "s.vantage = ?3 AND s.day = l.at_ms / 86400000 AND s.at_ms >= ?2) ORDER BY "
                                           "1 LIMIT 1");
    const std::int64_t day = oneNumber(bound(late, (last + 1) * dayMs, since, m_vantage), -1);
    return day < 0 ? std::nullopt : std::optional(day);
}

std::vector<std::int64_t> SealStore::seriesOn(std::int64_t day) {
    std::vector<std::int64_t> found;
    SQLite::Statement query(
        m_database, "SELECT 0 WHERE ?3 = 1 AND EXISTS (SELECT 1 FROM event WHERE at_ms >= ?1 AND at_ms < ?2) "
                    "UNION ALL SELECT -?3 WHERE EXISTS (SELECT 1 FROM foreign_event WHERE vantage = ?3 AND "
                    "at_ms >= ?1 AND at_ms < ?2) UNION ALL SELECT id FROM series WHERE vantage = ?3 AND (EXISTS "
                    "(SELECT 1 FROM observation AS o WHERE o.series = id AND o.at_ms >= ?1 AND o.at_ms < ?2) "
                    "OR id IN (SELECT series FROM recent WHERE at_ms >= ?1 AND at_ms < ?2))");
    bound(query, day * dayMs, (day + 1) * dayMs, m_vantage);
    while (query.executeStep())
        found.push_back(query.getColumn(0).getInt64());
    return found;
}

std::vector<std::int64_t> SealStore::lateSeriesOn(std::int64_t day) {
    std::vector<std::int64_t> all;
    SQLite::Statement belated(m_database,
                              "SELECT DISTINCT series FROM late_row WHERE part = 0 AND at_ms >= ?1 AND at_ms "
                              "< ?2 AND series IN " +
                                  withVantage(3));
    bound(belated, day * dayMs, (day + 1) * dayMs, m_vantage);
    while (belated.executeStep())
        all.push_back(belated.getColumn(0).getInt64());
    return all;
}

// The rows of a later part have its number from now on; those of a first part are late no more.
void SealStore::settleLate(const Kept& kept) {
    const std::int64_t begin = kept.leaf.day * dayMs, end = begin + dayMs;
    SQLite::Statement forget(m_database, "DELETE FROM late_row WHERE part = 0 AND series = ? AND at_ms >= ? AND at_ms "
                                         "< ?");
    SQLite::Statement number(m_database, "UPDATE late_row SET part = ? WHERE part = 0 AND series = ? AND at_ms >= ? "
                                         "AND at_ms < ?");
    if (kept.leaf.part > 0)
        run(number, kept.leaf.part, kept.series, begin, end);
    else
        run(forget, kept.series, begin, end);
}

std::vector<SealStore::Kept> SealStore::changedLeaves(std::int64_t day) {
    CanonicalRows rows(m_database);
    SQLite::Statement latest(m_database, "SELECT rows, hash FROM leaf WHERE series = ? AND day = ? AND part = ? "
                                         "ORDER BY seal DESC LIMIT 1");
    SQLite::Statement pruned(m_database, "SELECT 1 FROM pruned WHERE series = ? AND day = ?");
    std::vector<Kept> changed;
    std::vector<std::int64_t> all = seriesOn(day);
    SQLite::Statement sealed(m_database,
                             "SELECT DISTINCT series FROM leaf WHERE day = ?1 AND series IN " + withVantage(2));
    bound(sealed, day, m_vantage);
    while (sealed.executeStep())
        if (std::find(all.begin(), all.end(), sealed.getColumn(0).getInt64()) == all.end())
            all.push_back(sealed.getColumn(0).getInt64());
    for (const std::int64_t series : all) {
        if (bound(pruned, series, day).executeStep())
            continue;
        auto parts = rows.ofDay(series, day);
        for (std::int64_t part = 0; part <= highestPart(series, day).value_or(0); ++part)
            parts.try_emplace(part); // all of whose rows are gone
        for (const auto& [part, content] : parts) {
            const Leaf leaf{day, rows.nameOf(series), part, content.rows, sha256(content.text)};
            const bool same = bound(latest, series, day, part).executeStep() &&
                              latest.getColumn(0).getInt64() == leaf.rows &&
                              latest.getColumn(1).getString() == leaf.hash;
            if (part != CanonicalRows::unsealed && !same)
                changed.push_back({series, leaf});
        }
    }
    return changed;
}

std::optional<std::int64_t> SealStore::highestPart(std::int64_t series, std::int64_t day) {
    SQLite::Statement query(m_database, "SELECT max(part) FROM leaf WHERE series = ? AND day = ?");
    const std::int64_t part = oneNumber(bound(query, series, day), -1);
    return part < 0 ? std::nullopt : std::optional(part);
}

void SealStore::write(const Seal& seal, const std::vector<Kept>& leaves, UtcTime now) {
    SQLite::Statement latest(m_database, "SELECT hash FROM seal WHERE vantage = ? ORDER BY id DESC LIMIT 1");
    const std::string before =
        bound(latest, m_vantage).executeStep() ? latest.getColumn(0).getString() : std::string(64, '0');
    std::vector<Leaf> sealed;
    sealed.reserve(leaves.size());
    for (const Kept& kept : leaves)
        sealed.push_back(kept.leaf);
    SQLite::Statement insert(m_database,
                             "INSERT INTO seal(day, kind, at_ms, reason, hash, vantage) VALUES (?, ?, ?, ?, ?, ?)");
    run(insert, seal.day, seal.kind, msOf(now), seal.reason, sealHash(before, seal, std::move(sealed)), m_vantage);
    const std::int64_t id = m_database.getLastInsertRowid();
    SQLite::Statement leaf(m_database, "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?)");
    for (const Kept& kept : leaves)
        run(leaf, kept.series, kept.leaf.day, kept.leaf.part, id, kept.leaf.rows, kept.leaf.hash);
}

} // namespace kpwatch
