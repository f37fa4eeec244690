// SPDX-License-Identifier: GPL-3.0-or-later
// How long an incident lasted, in the three meanings people give that question. Pure; any thread.
#pragma once

#include "app/story/incident.h"

namespace kpwatch {

// When no watched site answered: all that had ever answered were down at once. Where no site is watched, all targets.
class SiteSilence {
  public:
    SiteSilence(const Watchlist& watchlist, const TargetSpans& spans);
    // Disjoint, in order; as if the targets `without` were not watched.
    std::vector<TimeRange> within(TimeRange range, std::span<const TargetId> without = {}) const;

  private:
    struct Lane {
        TargetId target;
        const std::vector<Span>* spans;
        UtcTime since; // its first answer; before, it is left out
    };
    std::vector<Lane> m_lanes;
};

Lengths lengthsOf(const Incident& incident, const SiteSilence& silence, UtcTime now);

// While the incident goes on: whether no watched site answered when the silent ones were last seen.
bool noneAnswersNow(const Incident& incident, const SiteSilence& silence, UtcTime now);

} // namespace kpwatch
