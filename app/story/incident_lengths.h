// SPDX-License-Identifier: GPL-3.0-or-later
// How long an incident lasted, in the three meanings people give that question. Pure; any thread.
#pragma once

#include "app/story/incident.h"

namespace kpwatch {

// As drawn, from the first failed check to the first answer; what DownTime::certain() leaves of it; or as far as it can
// have reached.
enum class Silent { AsDrawn, Certainly, Possibly };

// When no watched site answered: all that had ever answered were down at once. Where no site is watched, all targets.
class SiteSilence {
  public:
    SiteSilence(const Watchlist& watchlist, const TargetSpans& spans);
    // Disjoint, in order; as if the targets `without` were not watched.
    std::vector<TimeRange> within(TimeRange range, std::span<const TargetId> without = {},
                                  Silent how = Silent::AsDrawn) const;
    bool counts(TargetId target) const; // is one of those that had to be silent
    // When each of them answered again that was silent at the end of such a time; empty of one that was not seen to.
    std::vector<std::optional<Onset>> backAfter(TimeRange none, std::span<const TargetId> without) const;

  private:
    struct Lane {
        TargetId target;
        const std::vector<Span>* spans;
        UtcTime since, until; // it counts from its first answer on, and until it is asked no longer
    };
    std::vector<Lane> m_lanes;
};

// That no site answered is of times only in which it is certain at some moment, or so yet.
Lengths lengthsOf(const Incident& incident, const SiteSilence& silence, UtcTime now);

std::optional<NoneAnswered> noneAnswered(const Incident& incident, const SiteSilence& silence, UtcTime now);

} // namespace kpwatch
