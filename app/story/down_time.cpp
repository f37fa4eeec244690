// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/down_time.h"

#include "app/story/state_track.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

std::vector<UtcTime> epochChanges(std::span<const Event> events) {
    std::vector<UtcTime> changes;
    const std::string* present = nullptr;
    for (const Event& event : events) {
        const auto* const epoch = std::get_if<Epoch>(&event.what);
        if (epoch == nullptr)
            continue;
        if (present != nullptr && *present != epoch->id)
            changes.push_back(event.at);
        present = &epoch->id;
    }
    return changes;
}

std::vector<TimeRange> DownTime::certain() const {
    std::vector<TimeRange> pieces;
    for (const TimeRange& piece : seen)
        if (const TimeRange sure = certainOf(piece, began, ended); sure.begin < sure.end)
            pieces.push_back(sure);
    return pieces;
}

TimeRange certainOf(TimeRange down, const std::optional<Onset>& began, const std::optional<Onset>& ended) {
    if (began)
        down.begin = std::max(down.begin, began->by);
    if (ended && ended->after)
        down.end = std::min(down.end, *ended->after);
    return down;
}

TimeRange possibleOf(TimeRange down, const std::optional<Onset>& began, const std::optional<Onset>& ended) {
    if (began && began->after)
        down.begin = std::min(down.begin, *began->after);
    if (ended)
        down.end = std::max(down.end, ended->by);
    return down;
}

HowKnown& HowKnown::operator+=(const HowKnown& other) {
    uncertainty = std::max(uncertainty, other.uncertainty);
    shorter += other.shorter;
    longer += other.longer;
    atLeast = atLeast || other.atLeast;
    return *this;
}

// What is stored in two pieces that touch was seen throughout.
static void addPiece(std::vector<TimeRange>& seen, TimeRange piece) {
    if (seen.back().end == piece.begin)
        seen.back().end = piece.end;
    else
        seen.push_back(piece);
}

std::vector<DownTime> downTimesOf(TargetId target, const std::vector<Span>& lane,
                                  const std::vector<UtcTime>& epoch_changes) {
    const auto cutAfter = [&](const DownTime& time) {
        const auto change = std::upper_bound(epoch_changes.begin(), epoch_changes.end(), time.seen.back().begin);
        return change != epoch_changes.end() ? std::optional(*change) : std::nullopt;
    };
    std::vector<DownTime> times;
    const Span* before = nullptr;
    for (const Span& span : lane) {
        if (span.range.begin >= span.range.end)
            continue;
        const Span* const just = std::exchange(before, &span);
        DownTime* const last = times.empty() ? nullptr : &times.back();
        const bool goesOn =
            last != nullptr && !last->ended && cutAfter(*last).value_or(UtcTime::max()) > span.range.begin;
        if (span.verdict != Verdict::Down) {
            if (goesOn && saysSomething(span.verdict)) // by the rules that held then, and no judge has said when
                last->ended = Onset{last->lastSeen(), span.range.begin};
            if (last != nullptr)
                last->outOfSight = !last->ended;
            continue;
        }
        const Onset began = span.onset.value_or(Onset{{}, span.range.begin});
        if (last != nullptr && (goesOn || last->began == began || (last->ended && last->ended == span.ended))) {
            addPiece(last->seen, span.range);
            last->ended = span.ended;
            last->outOfSight = false;
        } else {
            times.push_back({target, began, span.ended, {}, {span.range}});
            times.back().startUnseen =
                just != nullptr && just->range.end == span.range.begin && !saysSomething(just->verdict);
        }
    }
    for (DownTime& time : times)
        if (!time.ended)
            time.cutAt = cutAfter(time);
    return times;
}

} // namespace kpwatch
