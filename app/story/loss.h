// SPDX-License-Identifier: GPL-3.0-or-later
// How much is being lost just now, from checks whose fate is decided: answers, and counted failures that a later answer
// disproved. Failures inside a down time are neither. Remembers two hours, and when a check started to the second.
// Pure; one thread.
#pragma once

#include "app/story/lost_share.h"
#include "probes/target.h"

#include <deque>
#include <span>

namespace kpwatch {

// China, Russia, or both, where it is not known or either may be: the doubt is ours.
std::span<const Via> sidesOf(Via via);

class Loss {
  public:
    explicit Loss(std::size_t targets) : m_own(targets) {}

    struct Check {
        std::size_t target;
        Via via;
        UtcTime start;
    };
    // What is lost just now is counted from that long before a run on.
    static constexpr std::chrono::minutes shortReach{5}, longReach{10};
    static constexpr int enoughOfAll = 15; // checks of several targets, for a share

    void decided(const Check& check, bool lost);
    void forgetBefore(UtcTime time);
    void clear(); // a new epoch: the road is another one

    // What of one side's checks that started since then was lost, as far as it is decided.
    LostShare since(UtcTime start, Via side) const;

    // The largest of the shares that rest on enough checks, for a run whose first failure started at `run.start`.
    double share(const Check& run) const;

    // The share of all that is remembered of before the run. The windows above are short, so that they tell what is
    // lost just now; at a loss of 1 % many of them hold none, and the range of an onset must not be as narrow as if
    // there were none.
    double shareOfAllBefore(UtcTime run_start) const;

    // Smallest number of failures in a row that chance explains with at most `probability`; 1 at no loss,
    // INT_MAX if everything is lost.
    static int failuresBelow(double probability, double share);

  private:
    struct Decided {
        UtcTime start;
        bool lost;
    };
    struct Second { // what was decided of checks that started in it
        UtcTime start;
        LostShare all, china, russia; // all: of either side, or of none that is known
    };
    double ownShare(const Check& run) const;

    std::deque<Second> m_all;                // by start
    std::vector<std::vector<Decided>> m_own; // by start, the latest 30
};

} // namespace kpwatch
