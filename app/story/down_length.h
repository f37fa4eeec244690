// SPDX-License-Identifier: GPL-3.0-or-later
// How long a lane was down, and how exactly that is known: the one place where lengths of down times are worked out for
// blocks, headlines and alt text. Pure; any thread.
#pragma once

#include "app/story/timeline.h"

#include <span>

namespace kpwatch {

struct DownLength {
    std::size_t first = 0, last = 0;          // indexes of the spans that make it up, both included
    TimeRange range;                          // as drawn: from the first failed check to the first answer
    std::chrono::milliseconds certain{0};     // shortest it can have been: DownTime::certain()
    std::chrono::milliseconds nominal{0};     // best single figure
    std::chrono::milliseconds uncertainty{0}; // longest minus shortest
    bool atLeast = false; // begins in or holds a stretch nobody could judge, or its start or end was not observed
    bool open = false;    // not over at the end of the record
    TimeRange whole{};    // what the figures are of: a view's edge cuts `range`, not this
    std::vector<TimeRange> sure{}; // what `certain` adds up, in order; holes between
    TimeRange possible{};          // as far as it can have reached
    bool goesOn(UtcTime shown_until) const { return open || whole.end > shown_until; }
};

// Of the down span at `index` with its down neighbours that touch it. Spans are a lane's: disjoint and in order.
DownLength downLength(std::span<const Span> spans, std::size_t index);
// All down times, in order; one that a gap has cut in two is one, at least as long as its pieces together.
std::vector<DownLength> downLengths(std::span<const Span> spans);
// The same of a lane, with what is known of them beyond the range that it shows: `range`, `first` and `last` are of
// what is shown, everything else is of all of it.
DownLength downLength(const Lane& lane, std::size_t index);
std::vector<DownLength> downLengths(const Lane& lane);
// A span as it is known: where the range cuts a down time, with what lies beyond.
TimeRange knownRange(const Lane& lane, std::size_t index);

} // namespace kpwatch
