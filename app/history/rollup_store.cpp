// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/rollup_store.h"

namespace kpwatch {
namespace {

constexpr std::int64_t daysAtOnce = 31, rowsAtOnce = 16'384;

std::string selectRows(const std::string& rest) {
    return std::string("SELECT ") + SummaryRow::columns + " FROM " + rest;
}

} // namespace

SummaryRow::SummaryRow(SQLite::Database& database)
    : m_words(database),
      m_layer(database, "SELECT json_extract(options, '$.layer') FROM target_version JOIN series USING (target) WHERE "
                        "series.id = ? AND json_valid(options) ORDER BY since_ms DESC LIMIT 1") {}

void SummaryRow::addTo(ResponseSummary& summary, SQLite::Statement& row) {
    if (row.getColumn(5).getInt() != 0)
        return; // a re-check is made because something failed
    const bool isDns = asksNameServer(row.getColumn(0).getInt64());
    const Meaning heard = meaning(m_words.failure(row.getColumn(4).getInt64()));
    const Stage reached = m_words.stage(row.getColumn(3).getInt64());
    if (heard == Meaning::Failed)
        summary.addLost();
    if (heard != Meaning::Answer || (!isDns && (reached == Stage::Prepare || reached == Stage::Resolve)))
        return;
    summary.addAnswer();
    const std::optional<std::int64_t> reached_us = optionalAt(row, 8);
    if (row.getColumn(6).getInt() != 1 || (!isDns && !reached_us))
        return; // a time that took two tries measures the wait between them
    summary.addTime(Micros(isDns ? row.getColumn(2).getInt64() : *reached_us - optionalAt(row, 7).value_or(0)));
}

// The response time of a name server is the whole check.
bool SummaryRow::asksNameServer(std::int64_t series) {
    const auto [known, fresh] = m_isDns.try_emplace(series, false);
    if (fresh) {
        if (bound(m_layer, series).executeStep())
            known->second = m_layer.getColumn(0).getString() == name(Layer::Dns);
        m_layer.reset();
    }
    return known->second;
}

ResponseSummary summaryFrom(SQLite::Statement& row, int column) {
    ResponseSummary summary;
    summary.checks = row.getColumn(column).getInt64();
    summary.lost = row.getColumn(column + 1).getInt64();
    summary.answers = row.getColumn(column + 2).getInt64();
    summary.lowest = Micros(row.getColumn(column + 3).getInt64());
    summary.highest = Micros(row.getColumn(column + 4).getInt64());
    summary.sum = Micros(row.getColumn(column + 5).getInt64());
    if (auto histogram = LatencyHistogram::fromBytes(row.getColumn(column + 6).getString()))
        summary.histogram = std::move(*histogram);
    return summary;
}

RollupStore::RollupStore(SQLite::Database& database)
    : m_database(database), m_row(database), m_recent(database, selectRows("recent ORDER BY series, at_ms")),
      m_ofDay(database, selectRows("observation WHERE series = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms")),
      m_read(database, "SELECT checks, lost, answers, lowest_us, highest_us, sum_us, histogram FROM rollup WHERE "
                       "series = ? AND level = ? AND bucket = ?"),
      m_write(database, "INSERT OR REPLACE INTO rollup VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

void RollupStore::foldRecent() { fold(bound(m_recent)); }

// The rows come ordered by series and time, so that of each level one bucket is open.
std::int64_t RollupStore::fold(SQLite::Statement& rows) {
    std::int64_t folded = 0;
    struct Open {
        std::int64_t series = -1, bucket = 0;
        ResponseSummary summary;
    };
    std::array<Open, rollupMs.size()> open;
    const auto close = [&](std::size_t level) {
        if (open[level].series >= 0 && open[level].summary.checks > 0)
            add(open[level].series, level, open[level].bucket, open[level].summary);
    };
    for (; rows.executeStep(); ++folded) {
        ResponseSummary one;
        m_row.addTo(one, rows);
        const std::int64_t series = rows.getColumn(0).getInt64();
        const std::int64_t at_ms = rows.getColumn(1).getInt64();
        for (std::size_t level = 0; level < rollupMs.size(); ++level) {
            const std::int64_t bucket = at_ms / rollupMs[level];
            if (open[level].series != series || open[level].bucket != bucket) {
                close(level);
                open[level] = {series, bucket, {}};
            }
            open[level].summary.merge(one);
        }
    }
    for (std::size_t level = 0; level < rollupMs.size(); ++level)
        close(level);
    rows.reset();
    return folded;
}

void RollupStore::add(std::int64_t series, std::size_t level, std::int64_t bucket, const ResponseSummary& more) {
    const auto number = static_cast<std::int64_t>(level);
    ResponseSummary all;
    if (bound(m_read, series, number, bucket).executeStep())
        all = summaryFrom(m_read, 0);
    m_read.reset();
    all.merge(more);
    const std::string histogram = all.histogram.bytes();
    bound(m_write, series, number, bucket, all.checks, all.lost, all.answers, std::int64_t{all.lowest.count()},
          std::int64_t{all.highest.count()}, std::int64_t{all.sum.count()});
    m_write.bind(10, histogram.data(), static_cast<int>(histogram.size()));
    m_write.exec();
    m_write.reset();
}

void RollupStore::makeAgain(UtcTime from) {
    SQLite::Statement note(m_database, "INSERT INTO rollup_todo SELECT id, ?1 FROM series WHERE true "
                                       "ON CONFLICT (series) DO UPDATE SET from_ms = min(from_ms, ?1)");
    run(note, msOf(from) / dayMs * dayMs);
}

bool RollupStore::makeSomeAgain() {
    SQLite::Statement todo(m_database,
                           "SELECT series, max(from_ms, coalesce((SELECT min(at_ms) FROM observation AS o WHERE "
                           "o.series = t.series AND o.at_ms >= from_ms), 9e15)), (SELECT max(at_ms) FROM observation "
                           "AS o WHERE o.series = t.series) FROM rollup_todo AS t LIMIT 1");
    if (!todo.executeStep())
        return false;
    const std::int64_t series = todo.getColumn(0).getInt64();
    const std::int64_t first = todo.getColumn(1).getInt64() / dayMs;
    const std::int64_t last = todo.getColumn(2).getInt64() / dayMs;
    todo.reset();
    std::int64_t until = first;
    for (std::int64_t rows = 0; until <= last && until < first + daysAtOnce && rows < rowsAtOnce; ++until)
        rows += makeDayAgain(series, until);
    SQLite::Statement advance(m_database, until > last ? "DELETE FROM rollup_todo WHERE series = ?2 AND ?1 = ?1"
                                                       : "UPDATE rollup_todo SET from_ms = ?1 WHERE series = ?2");
    run(advance, until * dayMs, series);
    return true;
}

// A day whose rows were removed keeps what was made of them.
std::int64_t RollupStore::makeDayAgain(std::int64_t series, std::int64_t day) {
    SQLite::Statement pruned(m_database, "SELECT 1 FROM pruned WHERE series = ? AND day = ?");
    if (bound(pruned, series, day).executeStep())
        return 0;
    SQLite::Statement erase(m_database, "DELETE FROM rollup WHERE series = ? AND level = ? AND bucket >= ? AND "
                                        "bucket < ?");
    for (std::size_t level = 0; level < rollupMs.size(); ++level)
        run(erase, series, static_cast<std::int64_t>(level), day * dayMs / rollupMs[level],
            (day + 1) * dayMs / rollupMs[level]);
    return fold(bound(m_ofDay, series, day * dayMs, (day + 1) * dayMs));
}

} // namespace kpwatch
