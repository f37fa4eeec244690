// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/seal_check.h"

#include "app/history/history_reader.h"
#include "app/history/rollup_store.h"
#include "app/history/roster.h"
#include "app/history/seal_store.h"
#include "probes/wire/sha256.h"

#include <map>
#include <set>

namespace kpwatch {
namespace {

struct Expected { // of one day and series
    std::map<std::int64_t, Leaf> parts;
};
using Day = std::map<std::int64_t, Expected>; // by series

class Check {
  public:
    explicit Check(SQLite::Database& database) : m_database(database), m_rows(database) {}

    SealVerdict verdict() {
        readPruned();
        checkChain();
        for (const auto& [day, expected] : m_days)
            checkDay(day, expected);
        checkStrangers();
        return std::move(m_verdict);
    }

  private:
    void differs(const std::string& sentence) {
        if (!m_verdict.differs)
            m_verdict.differs = sentence;
    }

    void readPruned() {
        SQLite::Statement query(m_database, "SELECT series, day FROM pruned");
        while (query.executeStep())
            m_pruned.emplace(query.getColumn(0).getInt64(), query.getColumn(1).getInt64());
    }

    // Each seal from the one before and its leaves. The later leaf of a day and series is the one in force.
    void checkChain() {
        SQLite::Statement seals(m_database, "SELECT id, day, kind, reason, hash, at_ms, vantage FROM seal ORDER BY id");
        std::map<std::int64_t, std::vector<std::pair<std::int64_t, Leaf>>> ofSeal;
        SQLite::Statement all(m_database, "SELECT seal, series, day, part, rows, hash FROM leaf");
        while (all.executeStep()) {
            const std::int64_t series = all.getColumn(1).getInt64();
            ofSeal[all.getColumn(0).getInt64()].emplace_back(
                series, Leaf{all.getColumn(2).getInt64(), m_rows.nameOf(series), all.getColumn(3).getInt64(),
                             all.getColumn(4).getInt64(), all.getColumn(5).getString()});
        }
        std::map<std::int64_t, std::string> chains; // by vantage: the seal before
        while (seals.executeStep()) {
            const Seal seal{seals.getColumn(1).getInt64(), seals.getColumn(2).getString(),
                            seals.getColumn(3).getString()};
            std::vector<Leaf> sealed;
            for (const auto& [series, leaf] : ofSeal[seals.getColumn(0).getInt64()]) {
                sealed.push_back(leaf);
                m_days[leaf.day][series].parts[leaf.part] = leaf;
            }
            const std::string stored = seals.getColumn(4).getString();
            const std::int64_t vantage = seals.getColumn(6).getInt64();
            std::string& before = chains.try_emplace(vantage, 64, '0').first->second;
            if (sealHash(before, seal, std::move(sealed)) != stored)
                differs("the chain of seals differs at the seal of " + dayText(seal.day));
            if (seal.kind == restartSeal)
                m_verdict.restarts.push_back(isoUtc(utcOf(seals.getColumn(5).getInt64())) + ": " + seal.reason);
            if (seal.kind == daySeal)
                m_sealedThrough[vantage] = std::max(sealedThrough(vantage), seal.day);
            before = stored;
        }
        if (const auto own = chains.find(ownVantage); own != chains.end())
            m_verdict.lastSeal = own->second;
    }

    void checkDay(std::int64_t day, const Day& expected) {
        bool pruned = false;
        for (const auto& [series, leaves] : expected) {
            const bool gone = m_pruned.contains({series, day});
            pruned = pruned || gone;
            if (!gone && !isAsSealed(series, day, leaves) && !prunedMeanwhile(series, day))
                differs(dayText(day) + ", " + slugOf(series) + ": its rows are not those that were sealed");
        }
        ++(pruned ? m_verdict.prunedDays : m_verdict.fullDays);
    }

    bool isAsSealed(std::int64_t series, std::int64_t day, const Expected& expected) {
        try {
            auto parts = m_rows.ofDay(series, day);
            parts.erase(CanonicalRows::unsealed);
            for (const auto& [part, leaf] : expected.parts) {
                const CanonicalRows::Part& found = parts[part];
                m_verdict.rows += found.rows;
                if (found.rows != leaf.rows || sha256(found.text) != leaf.hash)
                    return false;
            }
            return parts.size() == expected.parts.size();
        } catch (const SQLite::Exception&) {
            return false; // a page that cannot be read is not what was sealed either
        }
    }

    bool prunedMeanwhile(std::int64_t series, std::int64_t day) {
        SQLite::Statement query(m_database, "SELECT 1 FROM pruned WHERE series = ? AND day = ?");
        return bound(query, series, day).executeStep();
    }

    // Rows on sealed days that no seal knows, found by leaping from day to day.
    void checkStrangers() {
        SQLite::Statement next(m_database,
                               "SELECT series, at_ms FROM observation WHERE (series, at_ms) >= (?, ?) ORDER "
                               "BY series, at_ms LIMIT 1");
        try {
            std::int64_t series = INT64_MIN, from = INT64_MIN;
            while (bound(next, series, from).executeStep()) {
                series = next.getColumn(0).getInt64();
                const std::int64_t day = next.getColumn(1).getInt64() / dayMs;
                const bool sealed = day <= sealedThrough(vantageOf(series));
                if (sealed)
                    checkKnown(series, day);
                from = sealed ? (day + 1) * dayMs : INT64_MIN;
                series += sealed ? 0 : 1;
            }
        } catch (const SQLite::Exception& error) {
            differs(std::string("the rows cannot all be read (\"") + error.what() + "\")");
        }
    }

    void checkKnown(std::int64_t series, std::int64_t day) {
        const auto sealed = m_days.find(day);
        if (sealed != m_days.end() && sealed->second.contains(series))
            return;
        const auto parts = m_rows.ofDay(series, day);
        if (parts.size() != 1 || !parts.contains(CanonicalRows::unsealed))
            differs(dayText(day) + ", " + slugOf(series) + ": has rows, and none were sealed");
    }

    std::int64_t sealedThrough(std::int64_t vantage) const {
        const auto found = m_sealedThrough.find(vantage);
        return found == m_sealedThrough.end() ? -1 : found->second;
    }

    std::int64_t vantageOf(std::int64_t series) {
        SQLite::Statement query(m_database, "SELECT vantage FROM series WHERE id = ?");
        return bound(query, series).executeStep() ? query.getColumn(0).getInt64() : ownVantage;
    }

    std::string slugOf(std::int64_t series) {
        const std::string name = m_rows.nameOf(series);
        const std::size_t slash = name.find('/');
        return series <= eventSeries        ? "events"
               : slash == std::string::npos ? "series " + name
                                            : name.substr(slash + 1);
    }

    SQLite::Database& m_database;
    CanonicalRows m_rows;
    std::map<std::int64_t, Day> m_days;
    std::set<std::pair<std::int64_t, std::int64_t>> m_pruned; // series, day
    std::map<std::int64_t, std::int64_t> m_sealedThrough;     // by vantage
    SealVerdict m_verdict;
};

} // namespace

SealVerdict checkedSeals(const std::filesystem::path& history) {
    const HistoryReader usable(history); // says what is wrong with a file that is none of ours
    const std::filesystem::path file = historyFile(history);
    SQLite::Database database = openForReading(file);
    return translated(file, [&] { return Check(database).verdict(); });
}

} // namespace kpwatch
