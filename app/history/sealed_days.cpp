// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/sealed_days.h"

#include "app/history/canonical_rows.h"
#include "app/history/history_reader.h"
#include "app/history/roster.h"
#include "probes/wire/sha256.h"

namespace kpwatch {
namespace {

std::vector<std::int64_t> ownSeries(SQLite::Database& database) {
    std::vector<std::int64_t> all{eventSeries};
    SQLite::Statement query(database, "SELECT series.id FROM series JOIN target ON target.id = target WHERE vantage = "
                                      "1 ORDER BY slug");
    while (query.executeStep())
        all.push_back(query.getColumn(0).getInt64());
    return all;
}

class Stretch {
  public:
    Stretch(SQLite::Database& database, std::int64_t first, std::int64_t last)
        : m_database(database), m_rows(database), m_first(first), m_last(last) {}

    SealedStretch chain() {
        SealedStretch stretch;
        SQLite::Statement ends(m_database, "SELECT min(seal), max(seal) FROM leaf JOIN seal ON seal.id = leaf.seal "
                                           "WHERE seal.vantage = 1 AND leaf.day BETWEEN ? AND ?");
        bound(ends, m_first, m_last).executeStep();
        const auto from = optionalAt(ends, 0), to = optionalAt(ends, 1);
        if (!from || !to)
            return stretch;
        SQLite::Statement before(m_database, "SELECT hash FROM seal WHERE vantage = 1 AND id < ? ORDER BY id DESC "
                                             "LIMIT 1");
        stretch.before = bound(before, *from).executeStep() ? before.getColumn(0).getString() : std::string(64, '0');
        SQLite::Statement seals(m_database, "SELECT id, day, kind, reason, hash FROM seal WHERE vantage = 1 AND id "
                                            "BETWEEN ? AND ? ORDER BY id");
        bound(seals, *from, *to);
        while (seals.executeStep())
            stretch.links.push_back(
                {{seals.getColumn(1).getInt64(), seals.getColumn(2).getString(), seals.getColumn(3).getString()},
                 seals.getColumn(4).getString(),
                 leavesOf(seals.getColumn(0).getInt64())});
        return stretch;
    }

    std::vector<Leaf> pruned() {
        std::vector<Leaf> gone;
        SQLite::Statement query(m_database, "SELECT series, day FROM pruned WHERE day BETWEEN ? AND ? ORDER BY day, "
                                            "series");
        bound(query, m_first, m_last);
        while (query.executeStep())
            gone.push_back({query.getColumn(1).getInt64(), m_rows.nameOf(query.getColumn(0).getInt64()), 0, 0, {}});
        return gone;
    }

    void visit(const std::function<void(const CanonicalLeaf&)>& visit, const std::stop_token& stop) {
        const std::vector<std::int64_t> all = ownSeries(m_database);
        for (std::int64_t day = m_first; day <= m_last; ++day)
            for (const std::int64_t series : all) {
                if (stop.stop_requested())
                    return;
                for (auto& [part, content] : m_rows.ofDay(series, day)) {
                    const bool unsealed = part == CanonicalRows::unsealed;
                    const Leaf leaf{day, m_rows.nameOf(series), unsealed ? 0 : part, content.rows,
                                    sha256(content.text)};
                    visit({leaf, unsealed, std::move(content.text)});
                }
            }
    }

  private:
    std::vector<Leaf> leavesOf(std::int64_t seal) {
        std::vector<Leaf> leaves;
        SQLite::Statement query(m_database, "SELECT series, day, part, rows, hash FROM leaf WHERE seal = ? ORDER BY "
                                            "day, series, part");
        bound(query, seal);
        while (query.executeStep())
            leaves.push_back({query.getColumn(1).getInt64(), m_rows.nameOf(query.getColumn(0).getInt64()),
                              query.getColumn(2).getInt64(), query.getColumn(3).getInt64(),
                              query.getColumn(4).getString()});
        return leaves;
    }

    SQLite::Database& m_database;
    CanonicalRows m_rows;
    const std::int64_t m_first, m_last;
};

} // namespace

std::optional<std::int64_t> lastSealedDay(const std::filesystem::path& history) {
    const HistoryReader usable(history);
    const std::filesystem::path file = historyFile(history);
    SQLite::Database database = openForReading(file);
    return translated(file, [&] {
        SQLite::Statement latest(database, "SELECT max(day) FROM seal WHERE kind = 'day' AND vantage = 1");
        latest.executeStep();
        return optionalAt(latest, 0);
    });
}

SealedStretch sealedDays(const std::filesystem::path& history, std::int64_t first, std::int64_t last,
                         const std::function<void(const CanonicalLeaf&)>& visit, const std::stop_token& stop) {
    const HistoryReader usable(history); // says what is wrong with a file that is none of ours
    const std::filesystem::path file = historyFile(history);
    SQLite::Database database = openForReading(file);
    return translated(file, [&] {
        Stretch stretch(database, first, last);
        stretch.visit(visit, stop);
        SealedStretch chain = stretch.chain();
        chain.pruned = stretch.pruned();
        return chain;
    });
}

} // namespace kpwatch
