// SPDX-License-Identifier: GPL-3.0-or-later
// From instants to pixels and back, and where ticks stand. A value; the instant under the pointer stays put when
// zooming. Any thread.
#pragma once

#include "app/story/span.h"

#include <QString>
#include <QtGlobal>

#include <vector>

namespace kpwatch {

struct Tick {
    UtcTime at;
    QString kst, utc;    // what to print; a date where a day begins
    bool strong = false; // KST midnight, or new year on long ranges
};

struct TimeAxis {
    TimeRange range;
    qreal left = 0, right = 1;

    qreal xAt(UtcTime time) const;
    UtcTime timeAt(qreal x) const;
    // First step of 1, 2, 5, 10, 15, 30 min, 1, 2, 3, 4, 6, 12 h, 1, 2, 7 d with at least `spacing` per tick; calendar
    // months over 100 days, years beyond 8 years; 1, 5, 10, 30 s below two minutes, which alone are printed with
    // seconds. Steps lie on Korea time. Never empty while there is any time: then it begins with a tick.
    std::vector<Tick> ticks(qreal spacing = 86) const;
};

inline constexpr std::chrono::minutes shortestRange{5};
inline constexpr std::chrono::hours longestRange{24 * 365 * 20};

// Zoomed by a factor (> 1 shows more time) around the instant under `anchor`; within the limits; the end stays at most
// 3 % of the length after now.
TimeRange zoomed(const TimeAxis& axis, qreal anchor, double factor, UtcTime now);
TimeRange panned(TimeRange range, std::chrono::milliseconds by, UtcTime now, std::optional<UtcTime> first);

} // namespace kpwatch
