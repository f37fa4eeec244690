// SPDX-License-Identifier: GPL-3.0-or-later
// The judges that the rows of a pack go through: one for each set of numbers and each list that was in force, as the
// record itself was judged. What each made is put together at the moments from which the next holds. Pure; one thread
// per object.
#pragma once

#include "app/evidence/pack_replay.h"
#include "app/story/replay.h"

#include <vector>

namespace kpwatch {

class PackJudges {
  public:
    explicit PackJudges(const PackRules& rules);
    void take(const Event& event);
    void take(const Observation& observation);
    void takeChanges(); // now and then, so that what they have to say does not pile up
    // All that they made of the rows, once there are no more; the last is told that it is `now`. Lanes are those of the
    // pack's list.
    TargetSpans spans(UtcTime now);
    // The lists that were in force; none if there was but that of the pack.
    const std::vector<WatchlistVersion>& lists() const { return m_lists; }

  private:
    struct Roster { // of a list of its own; ids are positions in a list
        std::map<TargetId, TargetId> fromPack, toPack;
        Renewed renewed;
    };
    struct Era {
        UtcTime from, until; // what holds of its spans; the rows that it sees end with `until`
        Judge judge;
        std::optional<Roster> roster{};
        TargetSpans spans{};
        UtcTime latestRow{};
    };
    Roster rosterOf(const Watchlist& list, const Watchlist& pack) const;

    std::vector<WatchlistVersion> m_lists;
    std::vector<Era> m_eras;
};

} // namespace kpwatch
