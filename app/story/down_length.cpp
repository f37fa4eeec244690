// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/down_length.h"

#include "app/story/down_time.h"
#include "app/story/state_track.h"

#include <algorithm>

namespace kpwatch {
namespace {

using std::chrono::milliseconds;

// Nothing is known of the watched side in these: a down time that meets one may have been longer.
bool isGap(Verdict verdict) { return !saysSomething(verdict); }

bool continues(const Span& before, const Span& after) {
    return before.verdict == Verdict::Down && after.verdict == Verdict::Down && before.range.end == after.range.begin;
}

} // namespace

DownLength downLength(std::span<const Span> spans, std::size_t index) {
    DownLength result{index, index, {}, {}, {}, {}, false, false, {}, {}, {}};
    while (result.first > 0 && continues(spans[result.first - 1], spans[result.first]))
        --result.first;
    while (result.last + 1 < spans.size() && continues(spans[result.last], spans[result.last + 1]))
        ++result.last;
    const Span& head = spans[result.first];
    const Span& tail = spans[result.last];
    const bool cutAtStart = result.first == 0;
    const bool cutAtEnd = result.last + 1 == spans.size();
    const bool afterGap = !cutAtStart && isGap(spans[result.first - 1].verdict);
    const bool endUnseen =
        !cutAtEnd && (tail.ended ? isEndUnseen(tail.range.end, *tail.ended) : isGap(spans[result.last + 1].verdict));

    result.range = {head.range.begin, tail.range.end};
    UtcTime begin = head.range.begin, end = tail.range.end;
    if (head.onset && cutAtStart)
        begin = std::min(begin, head.onset->by);
    if (tail.ended && cutAtEnd)
        end = std::max(end, tail.ended->by);
    const TimeRange sure = certainOf({begin, end}, head.onset, tail.ended);
    if (head.onset && !afterGap) {
        result.uncertainty += head.onset->after ? sure.begin - std::min(begin, *head.onset->after) : milliseconds{0};
        result.atLeast = !head.onset->after;
    }
    if (tail.ended && !endUnseen)
        result.uncertainty += std::max(end, tail.ended->by) - sure.end;
    result.open = cutAtEnd && !tail.ended;
    result.atLeast = result.atLeast || afterGap || endUnseen || (cutAtStart && !head.onset);
    result.whole = {begin, end};
    result.possible = possibleOf(result.whole, head.onset, tail.ended);
    result.nominal = end - begin;
    result.certain = std::max(milliseconds{0}, sure.length());
    if (sure.begin < sure.end)
        result.sure = {sure};
    return result;
}

namespace {

// One down time that a stretch nobody could judge has cut in two: the pieces share their onset, or by other rules their
// end. What lies between is not counted, so the whole is "at least" the sum.
bool isCutByGap(std::span<const Span> spans, const DownLength& before, const DownLength& after) {
    const Span &one = spans[before.last], &other = spans[after.first];
    const bool same = (one.onset && one.onset == other.onset) || (one.ended && one.ended == other.ended);
    return same && std::ranges::all_of(spans.subspan(before.last + 1, after.first - before.last - 1),
                                       [](const Span& span) { return isGap(span.verdict); });
}

void append(DownLength& whole, const DownLength& piece) {
    whole.uncertainty += piece.uncertainty + (piece.range.begin - whole.range.end);
    whole.last = piece.last;
    whole.range.end = piece.range.end;
    whole.whole.end = piece.whole.end;
    whole.possible.end = piece.possible.end;
    whole.certain += piece.certain;
    whole.sure.insert(whole.sure.end(), piece.sure.begin(), piece.sure.end());
    whole.nominal += piece.nominal;
    whole.atLeast = true;
    whole.open = piece.open;
}

} // namespace

std::vector<DownLength> downLengths(std::span<const Span> spans) {
    std::vector<DownLength> result;
    for (std::size_t index = 0; index < spans.size(); ++index) {
        if (spans[index].verdict != Verdict::Down)
            continue;
        const DownLength piece = downLength(spans, index);
        if (!result.empty() && isCutByGap(spans, result.back(), piece))
            append(result.back(), piece);
        else
            result.push_back(piece);
        index = piece.last;
    }
    return result;
}

namespace {

// All that is known of a lane, and where in it the part that is shown lies.
struct KnownLane {
    std::vector<Span> spans;
    std::size_t first = 0, end = 0; // half-open

    explicit KnownLane(const Lane& lane) : spans(lane.beyond.before) {
        first = spans.size();
        spans.insert(spans.end(), lane.spans.begin(), lane.spans.end());
        end = spans.size();
        spans.insert(spans.end(), lane.beyond.after.begin(), lane.beyond.after.end());
    }
    // Nothing if no part of it is shown.
    std::optional<DownLength> shown(DownLength length) const {
        std::size_t from = std::max(length.first, first), to = std::min(length.last + 1, end);
        while (from < to && spans[from].verdict != Verdict::Down)
            ++from;
        while (from < to && spans[to - 1].verdict != Verdict::Down)
            --to;
        if (from >= to)
            return std::nullopt;
        length.range = {spans[from].range.begin, spans[to - 1].range.end};
        length.first = from - first;
        length.last = to - 1 - first;
        return length;
    }
};

} // namespace

DownLength downLength(const Lane& lane, std::size_t index) {
    const DownLength seen = downLength(lane.spans, index);
    if (seen.first > 0 && seen.last + 1 < lane.spans.size())
        return seen;
    const KnownLane known(lane);
    return known.shown(downLength(known.spans, known.first + index)).value_or(DownLength{});
}

TimeRange knownRange(const Lane& lane, std::size_t index) {
    TimeRange range = lane.spans[index].range;
    if (lane.spans[index].verdict != Verdict::Down)
        return range;
    const auto is_down = [](const std::vector<Span>& spans, std::size_t at) {
        return at < spans.size() && spans[at].verdict == Verdict::Down;
    };
    const TimeRange whole = downLength(lane, index).whole;
    if (index == 0 && is_down(lane.beyond.before, lane.beyond.before.size() - 1))
        range.begin = whole.begin;
    if (index + 1 == lane.spans.size() && is_down(lane.beyond.after, 0))
        range.end = whole.end;
    return range;
}

std::vector<DownLength> downLengths(const Lane& lane) {
    const KnownLane known(lane);
    std::vector<DownLength> result;
    for (const DownLength& length : downLengths(known.spans))
        if (const auto shown = known.shown(length))
            result.push_back(*shown);
    return result;
}

} // namespace kpwatch
