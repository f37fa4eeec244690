// SPDX-License-Identifier: GPL-3.0-or-later
// The road to a target as a row of stretches, each with its troubles: cuts of a time, loss of packets, loss of whole
// checks. Laid out before the simulation begins, then only asked. Values; one thread.
#pragma once

#include "app/story/span.h"

#include <random>
#include <vector>

namespace kpwatch::simulated {

using Random = std::mt19937_64;

// A part of a road that is cut, or nearly.
struct Cut {
    TimeRange range;
    double loss = 1;                   // share of the packets lost, each way
    Failure seenAs = Failure::Timeout; // Refused, Reset, Unreachable: somebody says so; LocalNetworkDown: no route
    bool operator==(const Cut&) const = default;
};

// A share that is lost: always, and in the evenings of that side (10 to 16 UTC, 19 to 1 in Korea) rising from `low` at
// the edges to a peak between `low` and `high`, another one each day.
struct LossLaw {
    double always = 0;
    double low = 0, high = 0;
    UtcTime eveningsFrom{};
    double at(UtcTime time) const;
};

class Stretch {
  public:
    LossLaw packets; // of each packet, one way
    LossLaw checks;  // of whole checks: all their packets are lost

    void cut(const Cut& cut); // in order of time, disjoint
    const Cut* cutAt(UtcTime time) const;
    bool losesPacket(UtcTime time, Random& random) const;
    bool losesCheck(UtcTime time, Random& random) const;

  private:
    std::vector<Cut> m_cuts;
};

bool happens(double probability, Random& random);
double between(double lowest, double highest, Random& random);

} // namespace kpwatch::simulated
