// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/latency_reader.h"

namespace kpwatch {
namespace {

// Under this the rows themselves are fast enough: 4 ms for one target at a check every 30 s.
constexpr std::chrono::days rawBelow{11};
constexpr std::size_t keptLevel = 1; // the finest that outlives the rows

LatencyPoint pointOf(UtcTime at, const ResponseSummary& summary) {
    LatencyPoint point{at, summary.lowest, summary.highest, static_cast<int>(summary.answers)};
    point.checks = static_cast<int>(summary.checks);
    point.lost = static_cast<int>(summary.lost);
    if (summary.answers > 0) { // the middle of a bucket may lie beyond the times in it
        point.mean = summary.sum / summary.answers;
        point.median = std::clamp(summary.histogram.percentile(0.5), summary.lowest, summary.highest);
        point.p95 = std::clamp(summary.histogram.percentile(0.95), summary.lowest, summary.highest);
    }
    return point;
}

} // namespace

LatencyReader::LatencyReader(SQLite::Database& database)
    : m_database(database), m_row(database),
      m_rows(database, std::string("SELECT ") + SummaryRow::columns +
                           " FROM every_observation WHERE series = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms"),
      m_recent(database, std::string("SELECT ") + SummaryRow::columns +
                             " FROM recent WHERE series = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms"),
      m_rollups(database, "SELECT bucket, checks, lost, answers, lowest_us, highest_us, sum_us, histogram FROM rollup "
                          "WHERE series = ? AND level = ? AND bucket >= ? AND bucket < ? ORDER BY bucket") {}

std::vector<LatencyPoint> LatencyReader::points(std::int64_t series, TimeRange range, int columns) {
    const std::int64_t begin = msOf(range.begin), length = range.length().count();
    Columns summaries;
    const auto columnOf = [&](std::int64_t at_ms) -> ResponseSummary& {
        return summaries[std::clamp<std::int64_t>(at_ms - begin, 0, length - 1) * columns / length];
    };
    const auto readRows = [&](SQLite::Statement& rows) {
        bound(rows, series, begin, msOf(range.end));
        while (rows.executeStep())
            m_row.addTo(columnOf(rows.getColumn(1).getInt64()), rows);
        rows.reset();
    };
    // A bucket belongs to the column it begins in; the first may begin a little before the range.
    const auto readRollups = [&](std::size_t level, std::int64_t from_ms, std::int64_t to_ms) {
        const std::int64_t width = rollupMs[level];
        bound(m_rollups, series, static_cast<std::int64_t>(level), from_ms / width, (to_ms + width - 1) / width);
        while (m_rollups.executeStep())
            columnOf(m_rollups.getColumn(0).getInt64() * width).merge(summaryFrom(m_rollups, 1));
        m_rollups.reset();
    };
    if (const std::optional<std::size_t> level = levelFor(series, range, columns)) {
        readRollups(*level, begin, msOf(range.end));
        readRows(m_recent);
    } else {
        readRows(m_rows);
        for (const std::int64_t day : prunedDays(series, range))
            readRollups(keptLevel, std::max(begin, day * dayMs), std::min(msOf(range.end), (day + 1) * dayMs));
    }
    std::vector<LatencyPoint> points;
    for (const auto& [column, summary] : summaries)
        if (summary.checks > 0)
            points.push_back(pointOf(range.begin + std::chrono::milliseconds(length * column / columns), summary));
    return points;
}

std::optional<std::size_t> LatencyReader::levelFor(std::int64_t series, TimeRange range, int columns) {
    if (range.length() < rawBelow)
        return std::nullopt;
    SQLite::Statement todo(m_database, "SELECT 1 FROM rollup_todo WHERE series = ?");
    if (bound(todo, series).executeStep())
        return std::nullopt;
    const bool pruned = !prunedDays(series, range).empty();
    for (std::size_t level = rollupMs.size(); level-- > (pruned ? keptLevel : 0);)
        if (rollupMs[level] * columns <= range.length().count())
            return level;
    return std::nullopt;
}

std::set<std::int64_t> LatencyReader::prunedDays(std::int64_t series, TimeRange range) {
    std::set<std::int64_t> days;
    SQLite::Statement pruned(m_database, "SELECT day FROM pruned WHERE series = ? AND day BETWEEN ? AND ?");
    bound(pruned, series, msOf(range.begin) / dayMs, msOf(range.end) / dayMs);
    while (pruned.executeStep())
        days.insert(pruned.getColumn(0).getInt64());
    return days;
}

} // namespace kpwatch
