// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/retention.h"

#include "app/history/keeping.h"
#include "app/history/rollup_store.h"

#include <set>

namespace kpwatch {

bool Retention::pruneOne(UtcTime now) {
    const std::optional<int> months = rawMonthsKept(m_directory);
    if (!months)
        return false;
    const std::int64_t day = msOf(now) / dayMs;
    if (m_day != day || m_months != months) {
        m_due = due(msOf(now - std::chrono::floor<std::chrono::milliseconds>(std::chrono::months(*months))) / dayMs);
        m_day = day;
        m_months = months;
    }
    if (m_due.empty())
        return false;
    const LeafKey leaf = m_due.back();
    m_due.pop_back();
    const std::int64_t begin = leaf.day * dayMs, end = begin + dayMs;
    SQLite::Statement rows(m_database, "DELETE FROM observation WHERE series = ? AND at_ms >= ? AND at_ms < ?");
    run(rows, leaf.series, begin, end);
    SQLite::Statement fine(m_database,
                           "DELETE FROM rollup WHERE series = ? AND level = 0 AND bucket >= ? AND bucket < ?");
    run(fine, leaf.series, begin / rollupMs[0], end / rollupMs[0]);
    SQLite::Statement late(m_database, "DELETE FROM late_row WHERE series = ? AND at_ms >= ? AND at_ms < ?");
    run(late, leaf.series, begin, end);
    SQLite::Statement note(m_database, "INSERT OR IGNORE INTO pruned VALUES (?, ?, ?)");
    run(note, leaf.series, leaf.day, msOf(now));
    return true;
}

// The newest first, so that the oldest is taken from the end. Rows that wait for their addendum keep their leaf.
std::vector<Retention::LeafKey> Retention::due(std::int64_t before_day) {
    std::set<std::int64_t> kept;
    SQLite::Statement down(m_database, "SELECT begin_ms, coalesce(end_ms, ?) FROM span WHERE verdict = 'down'");
    bound(down, before_day * dayMs);
    while (down.executeStep())
        for (std::int64_t day = down.getColumn(0).getInt64() / dayMs - 1;
             day <= std::min(down.getColumn(1).getInt64() / dayMs + 1, before_day); ++day)
            kept.insert(day);
    std::vector<LeafKey> found;
    SQLite::Statement leaves(
        m_database, "SELECT DISTINCT series, day FROM leaf AS l WHERE series > 0 AND day < ?1 AND NOT EXISTS "
                    "(SELECT 1 FROM pruned AS p WHERE p.series = l.series AND p.day = l.day) AND NOT EXISTS "
                    "(SELECT 1 FROM late_row AS r WHERE r.series = l.series AND r.part = 0 AND r.at_ms >= l.day "
                    "* 86400000 AND r.at_ms < (l.day + 1) * 86400000) AND NOT EXISTS (SELECT 1 FROM rollup_todo "
                    "AS t WHERE t.series = l.series) ORDER BY day DESC");
    bound(leaves, before_day);
    while (leaves.executeStep())
        if (!kept.contains(leaves.getColumn(1).getInt64()))
            found.push_back({leaves.getColumn(0).getInt64(), leaves.getColumn(1).getInt64()});
    return found;
}

} // namespace kpwatch
