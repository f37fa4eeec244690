// SPDX-License-Identifier: GPL-3.0-or-later
// Who stopped first, as far as it is certain: pairs from onset ranges that do not overlap, and ranks for drawing. Pure;
// any thread.
#pragma once

#include "app/story/incident.h"

namespace kpwatch {

struct Ranged {
    TargetId target{};
    Onset range{};
    bool operator==(const Ranged&) const = default;
};

// Surely first: by + 1 s + clock error lies before the other's after.
bool surelyBefore(const Onset& one, const Onset& other, std::chrono::milliseconds clock_error);

// Every pair of which one came surely before the other, in the order given.
std::vector<Before> surePairs(const std::vector<Ranged>& ranges, std::chrono::milliseconds clock_error);

// For drawing: ranges that overlap in a chain share a rank, from 1. In the order given.
std::vector<int> ranksOf(const std::vector<Ranged>& ranges, std::chrono::milliseconds clock_error);

// How many can be put one strictly after the other.
int longestChain(std::vector<Ranged> ranges, std::chrono::milliseconds clock_error);

// Fills rank, recoveryRank, before and recoveredBefore. Who came back first is claimed only if one lost check more
// could not have hidden it. Mail, which is asked seldom, has a rank only if its range is at most 5 minutes.
void putInOrder(Incident& incident, const Watchlist& watchlist, std::chrono::milliseconds clock_error);

} // namespace kpwatch
