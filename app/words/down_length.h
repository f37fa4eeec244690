// SPDX-License-Identifier: GPL-3.0-or-later
// How long a lane was down, in words: no more exact than its ranges allow. Pure; any thread.
#pragma once

#include "app/story/down_length.h"
#include "app/story/down_time.h"

#include <QString>

namespace kpwatch::words {

// For the screen: what goes on to the minute, as its tile has it ("2 h 13 min"); all else as roundedLength().
QString shownLength(const DownLength& length);
// Of what goes on, as its incident tells it: "at least 8 min", cut and not rounded; of all else as roundedLength().
QString lengthSoFar(const DownLength& length);
// Rounded to what the ranges allow: "about 8 h 10 min", "at least 8 h 10 min", "8 h 12 min"; below a minute "under 1
// min", or "at least some seconds" of what may have been longer.
QString roundedLength(const DownLength& length);
// What roundedLength says, as a value.
struct RoundedLength {
    enum class Kind { Exact, About, AtLeast } kind = Kind::Exact;
    std::chrono::milliseconds figure{0};
};
RoundedLength rounded(const DownLength& length);
HowKnown howKnown(const DownLength& length);
// The same of a length that an incident has: "about 8 h 10 min", "at least 2 h".
QString lengthOf(std::chrono::milliseconds length, const HowKnown& known);
RoundedLength rounded(std::chrono::milliseconds length, const HowKnown& known);
// What shownLength() says, as a value.
RoundedLength shown(const DownLength& length);
// In running text, to the hour or half hour where it is long, as far as it can have been so long: "about eight hours",
// "at least 40 minutes", "about two hours and 15 minutes" of 2 h 18 min at the most.
QString looseLength(const DownLength& length);
QString looseLengthOf(std::chrono::milliseconds length, const HowKnown& known);
std::chrono::milliseconds looseValue(const DownLength& length); // what looseLength says, as a value
QString looseFigure(std::chrono::milliseconds at_least);        // "eight hours", of what lasted for at least so long

} // namespace kpwatch::words
