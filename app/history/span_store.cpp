// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/span_store.h"

#include "app/history/verdict_sql.h"
#include "app/story/presence.h"
#include "app/story/replay.h"

#include <algorithm>

namespace kpwatch {
namespace {

bool equal(const StoredSpan& one, const StoredSpan& other) {
    return one.open == other.open && sameContent(one.span, other.span) &&
           one.span.range.begin == other.span.range.begin && (one.open || one.span.range.end == other.span.range.end);
}

// The spans before `from`, cut there, and then the new ones; equal neighbours become one.
std::vector<StoredSpan> changed(const std::vector<StoredSpan>& before, const SpanChange& change) {
    std::vector<StoredSpan> after;
    for (const StoredSpan& old : before) {
        if (old.span.range.begin >= change.from)
            continue;
        after.push_back(old);
        if (old.open || old.span.range.end > change.from) {
            after.back().span.range.end = change.from;
            after.back().open = false;
        }
    }
    for (std::size_t i = 0; i < change.spans.size(); ++i) {
        const Span& span = change.spans[i];
        const bool open = i + 1 == change.spans.size();
        if (!open && span.range.end <= span.range.begin)
            continue;
        if (!after.empty() && sameContent(after.back().span, span) && after.back().span.range.end == span.range.begin) {
            after.back().span.range.end = span.range.end;
            after.back().open = open;
        } else {
            after.push_back({span, open});
        }
    }
    return after;
}

std::optional<std::int64_t> ms(const std::optional<UtcTime>& time) {
    return time ? std::optional(msOf(*time)) : std::nullopt;
}
std::optional<std::int64_t> afterMs(const std::optional<Onset>& onset) {
    return onset ? ms(onset->after) : std::nullopt;
}
std::optional<std::int64_t> byMs(const std::optional<Onset>& onset) {
    return onset ? std::optional(msOf(onset->by)) : std::nullopt;
}

} // namespace

SpanStore::SpanStore(SQLite::Database& database)
    : m_read(database, std::string("SELECT ") + spanColumns +
                           " FROM span WHERE series = ?1 AND begin_ms >= coalesce((SELECT max(begin_ms) FROM span "
                           "WHERE series = ?1 AND begin_ms < ?2), ?2) ORDER BY begin_ms"),
      m_erase(database, "DELETE FROM span WHERE series = ? AND begin_ms = ?"),
      m_write(database, "INSERT OR REPLACE INTO span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_openSeries(database, "SELECT series FROM span WHERE end_ms IS NULL"),
      m_said(database, std::string("SELECT ") + spanColumns + " FROM span WHERE series = ? AND begin_ms < ? AND " +
                           verdictIn(saysSomething) + " ORDER BY begin_ms DESC LIMIT 1") {}

void SpanStore::apply(std::int64_t series, const SpanChange& change) {
    const std::vector<StoredSpan> before = storedFrom(series, change.from);
    const std::vector<StoredSpan> after = changed(before, change);
    replace(series, before, after);
    if (change.ended)
        endDownBefore(change.from, series, *change.ended);
}

void SpanStore::closeAfter(UtcTime horizon, std::int64_t series) {
    const std::vector<StoredSpan> last = storedFrom(series, UtcTime::max());
    // A lane that already says why nobody watches keeps its reason.
    if (last.empty() || !last.back().open || last.back().span.verdict == Verdict::NotMonitored)
        return;
    const UtcTime began = last.back().span.range.begin;
    if (began > horizon + Presence::provenFor) // by a clock that was set back since, and may be set right
        return;
    const UtcTime from = std::max(horizon, began);
    apply(series, SpanChange{TargetId{}, from, {closedFrom(from)}});
}

void SpanStore::closeAllAfter(UtcTime horizon) {
    std::vector<std::int64_t> open;
    while (m_openSeries.executeStep())
        open.push_back(m_openSeries.getColumn(0).getInt64());
    m_openSeries.reset();
    for (const std::int64_t series : open)
        closeAfter(horizon, series);
}

// The last span that began before `from`, and all after it.
std::vector<StoredSpan> SpanStore::storedFrom(std::int64_t series, UtcTime from) {
    const auto tail = m_tails.find(series);
    if (tail != m_tails.end() && tail->second.span.range.begin < from)
        return {tail->second};
    std::vector<StoredSpan> stored;
    bound(m_read, series, msOf(from));
    while (m_read.executeStep())
        stored.push_back(spanFrom(m_read));
    m_read.reset();
    return stored;
}

void SpanStore::write(std::int64_t series, const StoredSpan& stored) {
    const Span& span = stored.span;
    const std::optional<std::int64_t> end = stored.open ? std::nullopt : ms(span.range.end);
    run(m_write, series, msOf(span.range.begin), end, std::string(name(span.verdict)), std::string(name(span.reason)),
        afterMs(span.onset), byMs(span.onset), afterMs(span.ended), byMs(span.ended), span.note);
}

void SpanStore::endDownBefore(UtcTime from, std::int64_t series, const Onset& ended) {
    bound(m_said, series, msOf(from));
    std::optional<StoredSpan> said;
    if (m_said.executeStep())
        said = spanFrom(m_said);
    m_said.reset();
    if (!said || !endDown(said->span, ended, from))
        return;
    write(series, *said);
    if (const auto tail = m_tails.find(series);
        tail != m_tails.end() && tail->second.span.range.begin == said->span.range.begin)
        tail->second = *said;
}

void SpanStore::replace(std::int64_t series, const std::vector<StoredSpan>& before,
                        const std::vector<StoredSpan>& after) {
    const auto beginsWith = [](const std::vector<StoredSpan>& spans, UtcTime begin) {
        return std::find_if(spans.begin(), spans.end(),
                            [&](const StoredSpan& stored) { return stored.span.range.begin == begin; });
    };
    for (const StoredSpan& old : before)
        if (beginsWith(after, old.span.range.begin) == after.end())
            run(m_erase, series, msOf(old.span.range.begin));
    for (const StoredSpan& fresh : after) {
        const auto old = beginsWith(before, fresh.span.range.begin);
        if (old == before.end() || !equal(*old, fresh))
            write(series, fresh);
    }
    if (after.empty())
        m_tails.erase(series);
    else
        m_tails[series] = after.back();
}

} // namespace kpwatch
