// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/unwatched.h"

#include "app/story/past_readings.h"
#include "app/story/ranges.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto listening = 12min; // between two readings: ten, and some time to answer
// Of a time without checks. Somebody was about to stop there, or had just begun: what is asked for at once is dated two
// minutes back, which is as new as a state of all routes is.
constexpr auto beginEdge = 1min, endEdge = 3min;
constexpr auto atOnce = 10s; // a source that was begun anew: what it missed is asked for

// Where nobody checked. What comes before the first span is no gap: nobody had begun.
std::vector<TimeRange> unchecked(const std::vector<Span>& own_line, TimeRange range) {
    std::vector<TimeRange> gaps;
    if (own_line.empty())
        gaps.push_back(range);
    for (const Span& span : own_line) {
        if (span.verdict != Verdict::NotMonitored || span.reason == Reason::NotStarted)
            continue;
        if (!gaps.empty() && gaps.back().end == span.range.begin)
            gaps.back().end = span.range.end;
        else
            gaps.push_back(span.range);
    }
    return gaps;
}

std::vector<UtcTime> timesOf(const std::vector<RouteReading>& readings) {
    std::vector<UtcTime> heard;
    for (const RouteReading& reading : readings)
        if (reading.source == routesToldBy && reading.peersFull > 0 && (heard.empty() || heard.back() < reading.at))
            heard.push_back(reading.at);
    return heard;
}

// Until when what lies from then on was told afterwards, in detail: of what is known by the day only there are no
// readings.
UtcTime toldAfterwards(UtcTime at, const std::vector<UtcTime>& heard, const std::vector<PastTold>& past) {
    UtcTime until = at;
    for (const PastTold& each : past) {
        const UtcTime from = each.range.begin - pastReadBefore;
        if (each.told && from <= at && at < each.range.end &&
            std::binary_search(heard.begin(), heard.end(), at - (at - from) % pastReadEvery))
            until = std::max(until, each.range.end);
    }
    return until;
}

UtcTime firstFrom(UtcTime at, const std::vector<UtcTime>& heard) {
    const auto first = std::lower_bound(heard.begin(), heard.end(), at);
    return first == heard.end() ? UtcTime::max() : *first;
}

// Of one that was asked for because nobody had watched: what follows was not there yet, and is heard by the next run. A
// person may ask for a time that ends while somebody listens.
bool endsAnAnswer(UtcTime at, const std::vector<PastTold>& past) {
    return std::any_of(past.begin(), past.end(),
                       [&](const PastTold& each) { return !each.byPerson && each.told && each.range.end == at; });
}

// Where the source says itself that it hears nothing.
std::vector<TimeRange> cutOff(const std::vector<RouteReading>& readings, const std::vector<UtcTime>& heard) {
    std::vector<TimeRange> silent;
    for (const RouteReading& reading : readings) {
        if (reading.source != routesToldBy || reading.peersFull > 0 ||
            (!silent.empty() && reading.at < silent.back().end))
            continue;
        const UtcTime end = firstFrom(reading.at + 1ms, heard);
        if (end - reading.at > atOnce)
            silent.push_back({reading.at, end});
    }
    return silent;
}

} // namespace

std::vector<TimeRange> unwatched(const std::vector<Span>& own_line, const std::vector<RouteReading>& readings,
                                 TimeRange range) {
    const std::vector<UtcTime> heard = timesOf(readings);
    if (own_line.empty() && heard.empty())
        return {};
    const std::vector<TimeRange> cuts = cutOff(readings, heard);
    std::vector<TimeRange> gaps;
    const auto add = [&](UtcTime begin, UtcTime end, std::chrono::milliseconds longest) {
        if (end - begin > longest)
            gaps.push_back({begin, end});
    };
    for (TimeRange gap : unchecked(own_line, range)) {
        gap = {std::max(gap.begin, range.begin), std::min(gap.end, range.end)};
        for (const TimeRange cut : common(cuts, {gap})) // a run that only listened ended there
            if (cut.end < range.end)
                add(cut.begin, cut.end, leastGap);
        auto next = std::lower_bound(heard.begin(), heard.end(), gap.begin);
        const auto within = std::lower_bound(next, heard.end(), gap.begin + beginEdge);
        if (!own_line.empty() && gap.end < range.end && (within == heard.end() || *within > gap.end - endEdge)) {
            add(gap.begin, gap.end, leastGap);
            continue;
        }
        const bool begun = own_line.empty() ? next != heard.begin() : true;
        const bool over = own_line.empty() ? false : gap.end < range.end;
        UtcTime from = begun ? gap.begin : next == heard.end() ? gap.end : *next;
        bool listened = false;
        for (; next != heard.end() && *next < gap.end; ++next) {
            add(from, *next, listened ? listening : leastGap);
            from = *next;
            listened = true;
        }
        if (over)
            add(from, gap.end, listened ? listening : leastGap);
    }
    return joined(std::move(gaps));
}

std::vector<TimeRange> unheard(const std::vector<Span>& own_line, const std::vector<RouteReading>& readings,
                               const std::vector<PastTold>& past) {
    const std::vector<UtcTime> heard = timesOf(readings);
    const std::vector<TimeRange> gaps = unchecked(own_line, {});
    std::vector<TimeRange> silent;
    for (const TimeRange cut : cutOff(readings, heard)) {
        const UtcTime from = toldAfterwards(cut.begin, heard, past);
        if (from < cut.end)
            silent.push_back({from, cut.end});
        else if (const TimeRange rest{from, firstFrom(from, heard)};
                 endsAnAnswer(from, past) && rest.begin < rest.end) {
            const std::vector<TimeRange> missed = own_line.empty() ? std::vector{rest} : common({rest}, gaps);
            silent.insert(silent.end(), missed.begin(), missed.end());
        }
    }
    if (own_line.empty())
        return joined(std::move(silent));
    for (const TimeRange gap : gaps) {
        const UtcTime from = toldAfterwards(gap.begin, heard, past);
        if (gap.length() <= endEdge || from >= gap.end)
            continue;
        const auto next = std::lower_bound(heard.begin(), heard.end(), from == gap.begin ? from + beginEdge : from);
        silent.push_back({from, next == heard.end() ? gap.end : std::min(*next, gap.end)});
    }
    return joined(std::move(silent));
}

} // namespace kpwatch
