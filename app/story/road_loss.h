// SPDX-License-Identifier: GPL-3.0-or-later
// How much the road to them is losing just now, as the transit controls see it: readings that failed although the
// control was there, for it answered shortly before and after. A fold of their readings; one thread. Remembers two
// hours.
#pragma once

#include "app/story/lost_share.h"
#include "app/story/span.h"
#include "probes/target.h"

#include <array>
#include <deque>
#include <map>
#include <vector>

namespace kpwatch {

class RoadLoss {
  public:
    // Of a transit control of that side that may vote, by its position among the controls; in order of their ends.
    void take(Via side, std::size_t control, TimeRange reading, bool answered);
    void newEpoch() { *this = {}; } // the road is another one

    LostShare counted(Via side, TimeRange starts) const;
    // The lost share of the readings that started in the range, on the worse of the sides that `via` may mean; 0 while
    // there are too few of them.
    double share(Via via, TimeRange starts) const;

  private:
    struct Decided {
        UtcTime start;
        bool lost;
    };
    struct Control {
        std::optional<UtcTime> lastAnswer;
        std::vector<UtcTime> failing; // starts, since then
    };
    using Readings = std::deque<Decided>; // by start
    Readings m_china, m_russia;
    std::map<std::size_t, Control> m_controls;
};

} // namespace kpwatch
