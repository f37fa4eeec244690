// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/down_length.h"

#include "app/story/down_time.h"
#include "app/story/state_track.h"
#include "app/words/count.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>
#include <array>

namespace kpwatch {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

// Nothing is known of the watched side in these: a down time that meets one may have been longer.
bool isGap(Verdict verdict) { return !saysSomething(verdict); }

bool continues(const Span& before, const Span& after) {
    return before.verdict == Verdict::Down && after.verdict == Verdict::Down && before.range.end == after.range.begin;
}

milliseconds toStep(milliseconds length, milliseconds step) { return (length + step / 2) / step * step; }

} // namespace

DownLength downLength(std::span<const Span> spans, std::size_t index) {
    DownLength result{index, index, {}, {}, {}, {}, false, false, {}};
    while (result.first > 0 && continues(spans[result.first - 1], spans[result.first]))
        --result.first;
    while (result.last + 1 < spans.size() && continues(spans[result.last], spans[result.last + 1]))
        ++result.last;
    const Span& head = spans[result.first];
    const Span& tail = spans[result.last];
    const bool cutAtStart = result.first == 0;
    const bool cutAtEnd = result.last + 1 == spans.size();
    const bool afterGap = !cutAtStart && isGap(spans[result.first - 1].verdict);
    const bool beforeGap = !cutAtEnd && isGap(spans[result.last + 1].verdict);

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
    if (tail.ended && !beforeGap)
        result.uncertainty += std::max(end, tail.ended->by) - sure.end;
    result.open = cutAtEnd && !tail.ended;
    result.atLeast = result.atLeast || afterGap || beforeGap || (cutAtStart && !head.onset);
    result.whole = {begin, end};
    result.nominal = end - begin;
    result.certain = std::max(milliseconds{0}, sure.length());
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
    whole.certain += piece.certain;
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

namespace words {
namespace {

QString atLeast(const QString& length) { return Tr::tr("at least %1").arg(length); }
// Of what may have been longer, "under a minute" would not be true.
QString atLeast(milliseconds length) {
    const auto seconds = std::max<std::int64_t>(1, length / std::chrono::seconds{1});
    return atLeast(length < minutes{1} ? Tr::tr("%1 s").arg(seconds) : duration(length));
}
QString about(const QString& length) { return Tr::tr("about %1").arg(length); }

QString counted(std::int64_t count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(numberWord(count));
}

// How coarsely a length is told in running text.
milliseconds looseStep(milliseconds length) {
    if (length < minutes{10})
        return minutes{1};
    if (length < hours{2})
        return minutes{5};
    if (length < hours{10}) // eight hours and a half are neither eight nor nine
        return minutes{30};
    return length < hours{48} ? hours{1} : hours{24};
}

// "eight hours", "eight and a half hours", "40 minutes", "three days", of a whole number of those.
QString looseFigure(milliseconds length) {
    if (length < hours{2})
        return counted(std::max<std::int64_t>(1, length / minutes{1}), Tr::tr("one minute"), Tr::tr("%1 minutes"));
    if (length < hours{48} && length % hours{1} != milliseconds{0})
        return Tr::tr("%1 and a half hours").arg(numberWord(length / hours{1}));
    if (length < hours{48})
        return counted(length / hours{1}, Tr::tr("one hour"), Tr::tr("%1 hours"));
    return counted(length / hours{24}, Tr::tr("one day"), Tr::tr("%1 days"));
}

} // namespace

QString shownLength(const DownLength& length) {
    return length.open && !length.atLeast ? duration(length.nominal) : roundedLength(length);
}

RoundedLength rounded(const DownLength& length) {
    using Kind = RoundedLength::Kind;
    if (length.atLeast)
        return {Kind::AtLeast, length.certain};
    constexpr std::array steps{minutes{1}, minutes{2}, minutes{5}, minutes{10}, minutes{15}, minutes{30}, minutes{60}};
    if (length.uncertainty <= steps.front())
        return {Kind::Exact, toStep(length.nominal, steps.front())};
    const auto* const step = std::ranges::find_if(steps, [&](minutes each) { return each >= length.uncertainty; });
    const milliseconds figure = toStep(length.nominal, step == steps.end() ? steps.back() : *step);
    return {Kind::About, figure > milliseconds{0} ? figure : std::max<milliseconds>(length.nominal, minutes{1})};
}

QString roundedLength(const DownLength& length) {
    const RoundedLength its = rounded(length);
    switch (its.kind) {
    case RoundedLength::Kind::Exact:
        return duration(its.figure);
    case RoundedLength::Kind::About:
        return about(duration(its.figure));
    case RoundedLength::Kind::AtLeast:
        return atLeast(its.figure);
    }
    return {};
}

QString lengthSoFar(const DownLength& length) { return length.open ? atLeast(length.certain) : roundedLength(length); }

QString looseLength(const DownLength& length) {
    if (length.atLeast && std::max(length.nominal, length.certain) < minutes{1})
        return atLeast(length.certain);
    if (length.atLeast) // cut, so that it stays true
        return atLeast(looseFigure(length.certain / looseStep(length.certain) * looseStep(length.certain)));
    return about(looseFigure(toStep(length.nominal, looseStep(length.nominal))));
}

} // namespace words
} // namespace kpwatch
