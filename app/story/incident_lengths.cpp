// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/incident_lengths.h"

#include "app/story/lane_rules.h"
#include "app/story/ranges.h"
#include "app/story/site_page.h"
#include "app/story/state_track.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using Ranges = std::vector<TimeRange>;

std::chrono::milliseconds unionLength(Ranges ranges) {
    std::chrono::milliseconds length{0};
    for (const TimeRange& range : joined(std::move(ranges)))
        length += range.length();
    return length;
}

// Of a site for which nobody ever answered here nothing is known. One that is blocked here may be answering: then it is
// not known either that none does.
bool isAnsweredFor(const Span& span) { return saysSomething(span.verdict) || span.verdict == Verdict::BlockedHere; }

std::optional<UtcTime> firstSaid(const std::vector<Span>& lane) {
    const auto first = std::ranges::find_if(lane, isAnsweredFor);
    return first == lane.end() ? std::nullopt : std::optional(first->range.begin);
}

UtcTime lastSaid(const std::vector<Span>& lane) {
    const auto last = std::find_if(lane.rbegin(), lane.rend(), isAnsweredFor);
    return last == lane.rend() ? UtcTime::min() : last->range.end;
}

TimeRange silentOf(TimeRange down, const std::optional<Onset>& began, const std::optional<Onset>& ended, Silent how) {
    switch (how) {
    case Silent::AsDrawn:
        return down;
    case Silent::Certainly:
        return certainOf(down, began, ended);
    case Silent::Possibly:
        return possibleOf(down, began, ended);
    }
    return down;
}

Ranges downWithin(const std::vector<Span>& lane, TimeRange range, Silent how) {
    auto span = std::lower_bound(lane.begin(), lane.end(), range.begin,
                                 [](const Span& each, UtcTime begin) { return each.range.end <= begin; });
    Ranges down;
    for (; span != lane.end() && span->range.begin < range.end; ++span)
        if (span->verdict == Verdict::Down) {
            const TimeRange its = silentOf(span->range, span->onset, span->ended, how);
            const TimeRange part{std::max(its.begin, range.begin), std::min(its.end, range.end)};
            if (part.begin < part.end)
                down.push_back(part);
        }
    return down;
}

std::chrono::milliseconds widthOf(const Onset& onset) {
    return onset.after ? onset.by - *onset.after : std::chrono::milliseconds{0};
}

} // namespace

SiteSilence::SiteSilence(const Watchlist& watchlist, const TargetSpans& spans) {
    const auto add = [&](bool sites_only) {
        for (const Target& target : watchlist.targets) {
            if (sites_only && !isPageOfSite(watchlist, target))
                continue;
            const auto lane = spans.find(target.id);
            if (lane == spans.end())
                continue;
            if (const auto since = firstSaid(lane->second))
                m_lanes.push_back(
                    {target.id, &lane->second, *since, target.enabled ? UtcTime::max() : lastSaid(lane->second)});
        }
    };
    add(true);
    if (m_lanes.empty())
        add(false);
}

bool SiteSilence::counts(TargetId target) const {
    return std::any_of(m_lanes.begin(), m_lanes.end(), [&](const Lane& lane) { return lane.target == target; });
}

std::vector<TimeRange> SiteSilence::within(TimeRange range, std::span<const TargetId> without, Silent how) const {
    Ranges none{range}, some; // of those that count answered; was silent
    for (const Lane& lane : m_lanes) {
        if (std::find(without.begin(), without.end(), lane.target) != without.end())
            continue;
        Ranges its = downWithin(*lane.spans, range, how);
        some.insert(some.end(), its.begin(), its.end());
        its.push_back({range.begin, std::min(lane.since, range.end)});
        its.push_back({std::max(lane.until, range.begin), range.end});
        none = common(none, joined(std::move(its)));
        if (none.empty())
            break;
    }
    return common(none, joined(std::move(some)));
}

// As downTimesOf() has it: silence outlives a hole, and what answers next has ended it where no judge said when.
static std::optional<Onset> endOf(std::span<const Span> from) {
    UtcTime seen = from.front().range.end;
    for (const Span& span : from) {
        if (span.verdict == Verdict::Down && span.ended)
            return span.ended;
        if (span.verdict == Verdict::Down)
            seen = span.range.end;
        else if (saysSomething(span.verdict))
            return Onset{seen, span.range.begin};
    }
    return std::nullopt;
}

std::vector<std::optional<Onset>> SiteSilence::backAfter(TimeRange none, std::span<const TargetId> without) const {
    std::vector<std::optional<Onset>> back;
    for (const Lane& lane : m_lanes)
        if (std::ranges::find(without, lane.target) == without.end()) {
            const auto its =
                std::ranges::lower_bound(*lane.spans, none.end, {}, [](const Span& span) { return span.range.end; });
            if (its != lane.spans->end() && its->verdict == Verdict::Down && its->range.begin < none.end)
                back.push_back(endOf({its, lane.spans->end()}));
        }
    return back;
}

// In sight: until the last recovery or until our line changed, and of what goes on as far as any of them showed it.
static TimeRange wholeOf(const Incident& incident, UtcTime now) {
    return {incident.firstFailure(), incident.over() ? incident.end(now) : std::min(incident.lastSeen(), now)};
}

// One that goes on is drawn a little past the last row.
static Ranges downOf(const Incident& incident, Silent how, UtcTime until) {
    Ranges down;
    for (const Member& member : incident.members)
        for (const DownTime& time : member.downTimes)
            for (const TimeRange& piece : time.seen) {
                const TimeRange its = silentOf(piece, time.began, time.ended, how);
                down.push_back({its.begin, std::min({its.end, until, time.cutAt.value_or(until)})});
            }
    return joined(std::move(down));
}

// The same as far as it can have reached.
static TimeRange possibleWhole(const Incident& incident, UtcTime now) {
    return possibleOf(wholeOf(incident, now), incident.began, incident.ended);
}

// Within down times, between what was certainly silent of them: nobody knows whether it was then.
static Ranges holesIn(const Incident& incident) {
    Ranges holes;
    for (const Member& member : incident.members)
        for (const DownTime& time : member.downTimes) {
            const Ranges pieces = time.certain();
            for (std::size_t i = 1; i < pieces.size(); ++i)
                holes.push_back({pieces[i - 1].end, pieces[i].begin});
        }
    return joined(std::move(holes));
}

// From the first to the last of what was certainly silent, whatever is known of the time between.
static std::chrono::milliseconds certainlyFromFirstToLast(const Incident& incident, UtcTime until) {
    const Ranges down = downOf(incident, Silent::Certainly, until);
    if (down.empty())
        return std::chrono::milliseconds{0};
    const Ranges holes = common(holesIn(incident), {{down.front().begin, down.back().end}});
    return down.back().end - down.front().begin - (unionLength(holes) - unionLength(common(holes, down)));
}

static Silent howSilent(const Incident& incident) {
    const bool atLeast = std::ranges::any_of(incident.members, [](const Member& member) {
        return std::ranges::any_of(member.downTimes, &DownTime::isAtLeast);
    });
    return atLeast || !incident.began.after ? Silent::Certainly : Silent::AsDrawn;
}

// Who begins a length may have been silent since its last answer, before the first failed check: at least as long
// before it as whoever is known best.
static std::chrono::milliseconds unseenBegin(const Incident& incident) {
    auto least = std::chrono::milliseconds::max();
    for (const Member& member : incident.members)
        for (const DownTime& time : member.downTimes)
            least = std::min(least, time.firstFailure() - time.began.after.value_or(time.firstFailure()));
    return std::max(least, std::chrono::milliseconds{0});
}

namespace {

struct KnownLength {
    std::chrono::milliseconds length{0};
    HowKnown known;
};

// Of `drawn`, given what is certain and what is possible of it and of others; each disjoint and in order.
KnownLength about(const Ranges& drawn, const Ranges& certain, const Ranges& possible) {
    KnownLength all{unionLength(drawn), {}};
    for (const TimeRange& possibly : possible) {
        const Ranges its = common(drawn, {possibly});
        if (its.empty())
            continue;
        const auto length = unionLength(its);
        const auto shorter = length - unionLength(common(certain, its)), longer = possibly.length() - length;
        all.known += {shorter + longer, shorter, longer, false};
    }
    return all;
}

KnownLength atLeast(const Ranges& certain) { return {unionLength(certain), {{}, {}, {}, true}}; }

KnownLength oneSilent(const Incident& incident, UtcTime now) {
    const UtcTime until = wholeOf(incident, now).end;
    const Ranges certain = downOf(incident, Silent::Certainly, until);
    if (howSilent(incident) == Silent::Certainly)
        return atLeast(certain);
    return about(downOf(incident, Silent::AsDrawn, until), certain,
                 downOf(incident, Silent::Possibly, possibleWhole(incident, now).end));
}

// When no site answered, as drawn, each time of which that is certain at some moment, or is so yet.
Ranges noneIn(const Incident& incident, const SiteSilence& silence, TimeRange whole) {
    const Ranges certain = silence.within(whole, incident.excluded, Silent::Certainly);
    Ranges none = silence.within(whole, incident.excluded);
    std::erase_if(none, [&](const TimeRange& time) {
        const bool goesOn = !incident.over() && time.end >= whole.end;
        return !goesOn && common(certain, {time}).empty();
    });
    return none;
}

// No begin, end or hole of a member that bounds this time in which no site answered went unseen.
bool isSeenWhole(TimeRange none, const Incident& incident, const SiteSilence& silence, UtcTime until) {
    if (none.end >= until && !incident.ended)
        return false;
    for (const Member& member : incident.members) {
        if (!silence.counts(member.target))
            continue;
        for (const DownTime& time : member.downTimes)
            for (const TimeRange& piece : time.seen) {
                const bool begins = piece.begin == none.begin, ends = piece.end == none.end;
                if ((begins && (piece != time.seen.front() || !time.began.after || time.startUnseen)) ||
                    (ends && (piece != time.seen.back() || !time.ended || time.endUnseen())))
                    return false;
            }
    }
    return true;
}

// Of `drawn`, times in which no site answered: what else goes on makes none of those "at least" that are over.
KnownLength noneSilent(const Incident& incident, const SiteSilence& silence, const Ranges& drawn, UtcTime now) {
    const TimeRange whole = wholeOf(incident, now);
    const Ranges certain = common(silence.within(whole, incident.excluded, Silent::Certainly), drawn);
    if (!std::ranges::all_of(drawn, [&](TimeRange none) { return isSeenWhole(none, incident, silence, whole.end); }))
        return atLeast(certain);
    return about(drawn, certain, silence.within(possibleWhole(incident, now), incident.excluded, Silent::Possibly));
}

} // namespace

// How exactly the time from the first failure to the last recovery is known.
static HowKnown betweenEnds(const Incident& incident, TimeRange whole) {
    auto uncertainty = widthOf(incident.began);
    auto longer = unseenBegin(incident);
    if (incident.ended) {
        uncertainty += widthOf(*incident.ended);
        longer += std::max(std::chrono::milliseconds{0}, incident.ended->by - whole.end);
    }
    uncertainty = std::min(uncertainty, whole.length() + longer); // it was no less than nothing
    return {uncertainty, uncertainty - longer, longer, incident.boundsUnseen()};
}

Lengths lengthsOf(const Incident& incident, const SiteSilence& silence, UtcTime now) {
    const TimeRange whole = wholeOf(incident, now);
    Lengths lengths;
    lengths.untilSteady = incident.boundsUnseen() ? certainlyFromFirstToLast(incident, whole.end) : whole.length();
    const KnownLength one = oneSilent(incident, now);
    lengths.atLeastOne = one.length;
    lengths.one = one.known;
    if (const Ranges drawn = noneIn(incident, silence, whole); !drawn.empty()) {
        const KnownLength none = noneSilent(incident, silence, drawn, now); // seen, however long it certainly was
        lengths.noneAnswered = none.length;
        lengths.none = none.known;
    }
    lengths.steady = betweenEnds(incident, whole);
    if (lengths.atLeastOne == lengths.untilSteady && !lengths.one.atLeast && !lengths.steady.atLeast)
        lengths.one = lengths.steady; // the same time is not said in two figures
    return lengths;
}

// Of the members whose silence made it one of all; nullopt if that was somebody else's.
static std::optional<Onset> lastToStop(const Incident& incident, const SiteSilence& silence, UtcTime begin) {
    std::optional<Onset> last;
    bool own = false;
    for (const Member& member : incident.members)
        for (const DownTime& time : member.downTimes)
            for (const TimeRange& piece : time.seen) {
                if (!silence.counts(member.target) || !piece.contains(begin))
                    continue;
                own = own || piece.begin == begin;
                if (!last || last->by < time.began.by)
                    last = time.began;
            }
    return own ? last : std::nullopt;
}

static std::optional<Onset> firstOf(const std::vector<std::optional<Onset>>& back) {
    std::optional<Onset> first;
    for (const std::optional<Onset>& each : back)
        if (each && (!first || each->by < first->by))
            first = each;
    return first;
}

static std::optional<Onset> lastOf(const std::vector<std::optional<Onset>>& back) {
    std::optional<Onset> last;
    for (const std::optional<Onset>& each : back) {
        if (!each)
            return std::nullopt;
        last = last ? Onset{std::max(last->after, each->after), std::max(last->by, each->by)} : *each;
    }
    return last;
}

std::optional<NoneAnswered> noneAnswered(const Incident& incident, const SiteSilence& silence, UtcTime now) {
    const TimeRange whole = wholeOf(incident, now);
    const Ranges silent = noneIn(incident, silence, whole);
    std::optional<NoneAnswered> none;
    Ranges its;
    for (const TimeRange& range : silent) {
        const std::optional<Onset> since = lastToStop(incident, silence, range.begin);
        if (!since)
            continue;
        const auto back = silence.backAfter(range, incident.excluded);
        none = none.value_or(NoneAnswered{.since = *since, .latest = *since, .firstBack = firstOf(back)});
        none->latest = *since;
        none->lastBack = lastOf(back);
        none->atLast = range.end >= whole.end;
        its.push_back(range);
    }
    if (none) {
        const KnownLength known = noneSilent(incident, silence, its, now);
        none->length = known.length;
        none->known = known.known;
    }
    return none;
}

} // namespace kpwatch
