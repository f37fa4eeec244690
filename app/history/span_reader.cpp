// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/span_reader.h"

#include "app/history/history.h"
#include "app/history/last_row.h"
#include "app/history/roster.h"
#include "app/history/span_digest.h"
#include "app/history/verdict_sql.h"
#include "app/story/presence.h"
#include "app/story/ranges.h"

#include <algorithm>
#include <utility>

namespace kpwatch {
namespace {

// From what the judge left open: up to the horizon it holds, after that nobody watched.
void closeOpenSpan(std::vector<Span>& spans, UtcTime horizon, UtcTime end) {
    Span& open = spans.back();
    open.range.end = std::clamp(horizon, open.range.begin, std::max(open.range.begin, end));
    Span closed;
    closed.range = {open.range.end, end};
    closed.verdict = Verdict::NotMonitored;
    closed.reason = Reason::Closed;
    if (closed.range.begin >= closed.range.end)
        return;
    if (sameContent(open, closed))
        open.range.end = end;
    else if (open.range.begin == open.range.end)
        open = closed;
    else
        spans.push_back(closed);
}

// Where a file of another desk has no rows, its program may have been closed, or the file have been cut there.
std::vector<Span> asToldByOthers(std::vector<Span> spans) {
    for (Span& span : spans)
        if (span.reason == Reason::Closed || span.reason == Reason::Paused) {
            span.reason = Reason::None;
            span.note = notToldByThem;
        }
    return spans;
}

// A verdict whose checks are lost is none any more; that nobody watched still is so.
std::vector<Span> without(std::vector<Span> spans, TimeRange gap, std::string_view note) {
    std::vector<Span> left;
    UtcTime from = gap.begin;
    const auto missingUntil = [&](UtcTime until) {
        if (from < until)
            left.push_back({{from, until}, Verdict::NotMonitored, Reason::None, {}, {}, std::string(note)});
        from = std::max(from, until);
    };
    for (Span& span : spans) {
        const TimeRange its = span.range;
        if (its.end > gap.begin && its.begin < gap.end && span.verdict != Verdict::NotMonitored) {
            if (its.begin < gap.begin) {
                left.push_back(span);
                left.back().range.end = gap.begin;
            }
            if (its.end <= gap.end)
                continue;
            span.range.begin = gap.end;
        }
        if (span.range.end > gap.begin) {
            missingUntil(std::min(span.range.begin, gap.end));
            from = std::max(from, span.range.end);
        }
        left.push_back(std::move(span));
    }
    missingUntil(gap.end);
    return left;
}

// A down time whose checks are lost at an end of it stays as it was told: only what lies within is a hole in it.
std::vector<StoredSpan> around(const std::vector<TimeRange>& holes, const StoredSpan& stored) {
    std::vector<StoredSpan> pieces{stored};
    for (const TimeRange& hole : holes) {
        const TimeRange its = pieces.back().span.range;
        if (hole.begin <= its.begin || (!stored.open && hole.end >= its.end))
            continue;
        pieces.back().span.range.end = hole.begin;
        pieces.back().open = false;
        pieces.push_back(stored);
        pieces.back().span.range.begin = hole.end;
    }
    return pieces;
}

// As far as the down times reach that the range cuts, and what stood beside them.
TimeRange reachOf(const TargetSpans& lanes, TimeRange range) {
    constexpr std::chrono::milliseconds beside{1};
    TimeRange reach = range;
    for (const auto& [id, lane] : lanes)
        for (const Span& span : lane) {
            if (span.verdict != Verdict::Down)
                continue;
            if (const UtcTime began = std::min(span.range.begin, span.onset ? span.onset->by : span.range.begin);
                began < range.begin)
                reach.begin = std::min(reach.begin, began - beside);
            if (!span.ended)
                reach.end = UtcTime::max();
            else if (span.ended->by >= range.end)
                reach.end = std::max(reach.end, span.ended->by + beside);
        }
    return {std::max(reach.begin, range.begin - reachBeyond), std::min(reach.end, range.end + reachBeyond)};
}

} // namespace

SpanReader::SpanReader(SQLite::Database& database, std::filesystem::path directory)
    : m_database(database), m_directory(std::move(directory)) {}

bool SpanReader::isRecordedInto() const { return isBeingWritten(m_directory); }

// Who was killed was last seen at the latest row.
std::optional<UtcTime> SpanReader::leftAt() const { return isRecordedInto() ? std::nullopt : watchedUntil(m_database); }

// How far an open span reaches. Of who lives the next row is to come.
std::optional<UtcTime> SpanReader::openUntil() const {
    const std::optional<UtcTime> left = leftAt();
    return left ? left : presentUntil(m_database);
}

TargetSpans SpanReader::spans(const Watchlist& watchlist, TimeRange range) {
    return lanes(watchlist,
                 [&](std::int64_t series, TargetId, UtcTime horizon) { return spansOf(series, range, horizon); });
}

TargetSpans SpanReader::wholeSpans(const Watchlist& watchlist, TimeRange range) {
    TargetSpans shown = spans(watchlist, range);
    const TimeRange reach = reachOf(shown, range);
    if (reach == range)
        return shown;
    TimeRange furthest = reach;
    TargetSpans wholes = lanes(watchlist, [&](std::int64_t series, TargetId, UtcTime horizon) {
        std::vector<Span> lane = spansOf(series, reach, horizon);
        const TimeRange whole = withDownTimes(lane, series, reach, horizon);
        furthest = {std::min(furthest.begin, whole.begin), std::max(furthest.end, whole.end)};
        return whole == reach ? std::move(lane) : spansOf(series, whole, horizon);
    });
    if (furthest == reach)
        return wholes;
    // A group is down without those of it that never answered: as long as it may be, that has to be known of them.
    return lanes(watchlist, [&](std::int64_t series, TargetId id, UtcTime horizon) {
        std::vector<Span>& lane = wholes[id];
        return std::ranges::count(lane, Reason::NeverAnswered, &Span::reason) > 0 ? spansOf(series, furthest, horizon)
                                                                                  : std::move(lane);
    });
}

TimeRange SpanReader::withDownTimes(const std::vector<Span>& lane, std::int64_t series, TimeRange range,
                                    UtcTime horizon) {
    const std::string ends = " AND " + verdictIn(endsDownTime);
    if (beginsDown(lane)) {
        SQLite::Statement before(m_database, "SELECT begin_ms FROM span WHERE series = ? AND begin_ms < ?" + ends +
                                                 " ORDER BY begin_ms DESC LIMIT 1");
        if (bound(before, series, msOf(range.begin)).executeStep())
            range.begin = utcOf(before.getColumn(0).getInt64());
    }
    if (endsDown(lane)) {
        SQLite::Statement after(m_database, "SELECT begin_ms FROM span WHERE series = ? AND begin_ms >= ?" + ends +
                                                " ORDER BY begin_ms LIMIT 1");
        range.end = bound(after, series, msOf(range.end)).executeStep()
                        ? utcOf(after.getColumn(0).getInt64()) + std::chrono::milliseconds{1}
                        : std::max(range.end, horizon);
    }
    return range;
}

TargetSpans SpanReader::inShort(const Watchlist& watchlist, TimeRange range, int parts) {
    SpanDigest digest(m_database);
    return lanes(watchlist, [&](std::int64_t series, TargetId id, UtcTime horizon) {
        return digest.inShort(series, {range, horizon, parts, id == ownLineId});
    });
}

TargetSpans SpanReader::down(const Watchlist& watchlist) {
    const std::string saying = verdictIn(saysSomething);
    const std::string known =
        verdictIn([](Verdict verdict) { return saysSomething(verdict) || verdict == Verdict::BlockedHere; });
    const std::string columns = std::string("SELECT ") + spanColumns;
    SQLite::Statement first(m_database,
                            columns + " FROM span WHERE series = ? AND " + known + " ORDER BY begin_ms LIMIT 1");
    SQLite::Statement down(
        m_database, columns + " FROM span WHERE series = ? AND verdict = 'down' AND begin_ms > ? ORDER BY begin_ms");
    SQLite::Statement next(m_database, columns + " FROM span WHERE series = ? AND begin_ms > ? AND " + saying +
                                           " ORDER BY begin_ms LIMIT 1");
    SQLite::Statement last(m_database, columns + " FROM span WHERE series = ? AND verdict <> 'down' AND begin_ms > ? "
                                                 "ORDER BY begin_ms DESC LIMIT 1");
    SQLite::Statement gap(m_database,
                          columns +
                              " FROM span WHERE series = ?1 AND begin_ms = (SELECT max(begin_ms) FROM span WHERE "
                              "series = ?1 AND begin_ms < ?2) AND NOT " +
                              saying);
    return eachLane(watchlist, [&](std::int64_t series, const Lane& add) {
        std::vector<TimeRange> lost;
        for (const Gap& each : gapsOf(series, {UtcTime{}, UtcTime::max()}))
            lost.push_back(each.range);
        const std::vector<TimeRange> holes = joined(std::move(lost));
        std::int64_t after_ms = 0;
        const auto take = [&](const StoredSpan& stored) {
            after_ms = msOf(stored.span.range.begin);
            add(stored);
        };
        // And the gap just before it, in which it may have begun; of a down time that was told no end, what was said
        // after it.
        const auto takeDown = [&](const StoredSpan& stored) {
            if (bound(gap, series, msOf(stored.span.range.begin)).executeStep())
                if (const StoredSpan unseen = spanFrom(gap); msOf(unseen.span.range.begin) > after_ms)
                    take(unseen);
            gap.reset();
            for (const StoredSpan& piece : around(holes, stored))
                take(piece);
            if (stored.span.ended)
                return;
            if (bound(next, series, after_ms).executeStep())
                if (const StoredSpan said = spanFrom(next); said.span.verdict != Verdict::Down)
                    take(said);
            next.reset();
        };
        if (bound(first, series).executeStep()) {
            const StoredSpan earliest = spanFrom(first);
            if (earliest.span.verdict == Verdict::Down)
                takeDown(earliest);
            else
                take(earliest);
        }
        first.reset();
        bound(down, series, after_ms);
        while (down.executeStep())
            takeDown(spanFrom(down));
        down.reset();
        bound(last, series, after_ms);
        if (last.executeStep())
            take(spanFrom(last));
        last.reset();
    });
}

TargetSpans SpanReader::thatAre(const Watchlist& watchlist, Verdict verdict) {
    SQLite::Statement query(m_database, std::string("SELECT ") + spanColumns +
                                            " FROM span WHERE series = ? AND verdict = ? ORDER BY begin_ms");
    const std::string word(name(verdict));
    return eachLane(watchlist, [&](std::int64_t series, const Lane& add) {
        bound(query, series, word);
        while (query.executeStep())
            add(spanFrom(query));
        query.reset();
    });
}

std::vector<ColleagueLanes> SpanReader::colleagues(TimeRange range) {
    std::vector<ColleagueLanes> desks;
    SQLite::Statement query(m_database,
                            "SELECT v.id, name, label, (SELECT json FROM foreign_list AS l WHERE l.vantage = v.id "
                            "ORDER BY l.rowid DESC LIMIT 1) FROM vantage AS v WHERE v.id <> 1 ORDER BY v.id");
    while (query.executeStep()) {
        if (query.isColumnNull(3))
            continue;
        ColleagueLanes lanes;
        lanes.desk = {query.getColumn(1).getString(), query.getColumn(2).getString()};
        lanes.watchlist = parseWatchlist(query.getColumn(3).getString(), lanes.desk.label, Settings{});
        const SeriesOf known = knownSeries(m_database, lanes.watchlist, query.getColumn(0).getInt64());
        const auto read = [&](std::int64_t series, TimeRange wanted) {
            return asToldByOthers(spansOf(series, wanted, wanted.end));
        };
        for (const auto& [target, series] : known)
            lanes.spans[target] = read(series, range);
        if (const TimeRange reach = reachOf(lanes.spans, range); reach != range)
            for (const auto& [target, series] : known) {
                std::vector<Span>& lane = lanes.spans[target] = read(series, reach);
                if (const TimeRange whole = withDownTimes(lane, series, reach, reach.end); whole != reach)
                    lane = read(series, whole);
            }
        desks.push_back(std::move(lanes));
    }
    return desks;
}

std::vector<Span> SpanReader::spansOf(std::int64_t series, TimeRange range, UtcTime horizon) {
    if (!m_spans)
        m_spans.emplace(m_database, std::string("SELECT ") + spanColumns +
                                        " FROM span WHERE series = ?1 AND begin_ms >= coalesce((SELECT max(begin_ms) "
                                        "FROM span WHERE series = ?1 AND begin_ms <= ?2), ?2) AND begin_ms < ?3 ORDER "
                                        "BY begin_ms");
    bound(*m_spans, series, msOf(range.begin), msOf(range.end));
    std::vector<Span> spans;
    bool open = false;
    while (m_spans->executeStep()) {
        const StoredSpan stored = spanFrom(*m_spans);
        open = stored.open;
        if (open || stored.span.range.end > range.begin)
            spans.push_back(stored.span);
    }
    m_spans->reset();
    if (open)
        closeOpenSpan(spans, horizon, range.end);
    return withGaps(std::move(spans), series, range);
}

// Those without a series say that something is missing, and not from when to when; but what could not be saved in time
// is missing of all that we ask.
std::vector<SpanReader::Gap> SpanReader::gapsOf(std::int64_t series, TimeRange range) {
    if (!m_gaps)
        m_gaps.emplace(m_database, "SELECT max(from_ms, ?2), min(to_ms, ?3), series IS NULL FROM gap WHERE (series = "
                                   "?1 OR (series IS NULL AND reason = ?4 AND EXISTS (SELECT 1 FROM series AS s WHERE "
                                   "s.id = ?1 AND s.vantage = ?5))) AND from_ms < ?3 AND to_ms > ?2 ORDER BY from_ms");
    bound(*m_gaps, series, msOf(range.begin), msOf(range.end), std::string(notStoredReason), ownVantage);
    std::vector<Gap> gaps;
    while (m_gaps->executeStep())
        gaps.push_back({{utcOf(m_gaps->getColumn(0).getInt64()), utcOf(m_gaps->getColumn(1).getInt64())},
                        m_gaps->getColumn(2).getInt() != 0});
    m_gaps->reset();
    return gaps;
}

std::vector<Span> SpanReader::withGaps(std::vector<Span> spans, std::int64_t series, TimeRange range) {
    for (const Gap& gap : gapsOf(series, range))
        spans = without(std::move(spans), gap.range, gap.notSaved ? notSaved : recordDamaged);
    return spans;
}

// Of every target and our own line.
TargetSpans
SpanReader::lanes(const Watchlist& watchlist,
                  const std::function<std::vector<Span>(std::int64_t series, TargetId id, UtcTime horizon)>& read) {
    const SeriesOf series = knownSeries(m_database, watchlist);
    const std::optional<UtcTime> horizon = openUntil();
    TargetSpans spans;
    const auto add = [&](TargetId id) {
        const auto found = series.find(id);
        spans[id] = found == series.end() || !horizon ? std::vector<Span>() : read(found->second, id, *horizon);
    };
    for (const Target& target : watchlist.targets)
        add(target.id);
    add(ownLineId);
    return spans;
}

TargetSpans SpanReader::eachLane(const Watchlist& watchlist,
                                 const std::function<void(std::int64_t series, const Lane& add)>& read) {
    const SeriesOf series = knownSeries(m_database, watchlist);
    const std::optional<UtcTime> last = watchedUntil(m_database);
    TargetSpans spans;
    for (const Target& target : watchlist.targets) {
        const auto known = series.find(target.id);
        if (known == series.end() || !last)
            continue;
        read(known->second, [&](StoredSpan stored) {
            if (stored.open)
                stored.span.range.end = std::max(stored.span.range.begin, *last);
            spans[target.id].push_back(std::move(stored.span));
        });
    }
    return spans;
}

} // namespace kpwatch
