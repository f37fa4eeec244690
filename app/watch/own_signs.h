// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows and the clocks show of our own side, as notices: a firewall of ours that keeps checks in, a clock that
// is wrong, a gap that has just ended. Pure; one thread at a time.
#pragma once

#include "app/story/notice.h"
#include "app/watch/clock_error.h"
#include "app/watch/wakefulness.h"
#include "app/watchlist.h"

#include <set>

namespace kpwatch {

class OwnSigns {
  public:
    // The watchlist must outlive it.
    explicit OwnSigns(const Watchlist& watchlist) : m_watchlist(watchlist) {}

    void take(const Observation& row);
    void take(const Jolt& jolt);
    std::vector<Notice> notices(UtcTime now);

  private:
    const Watchlist& m_watchlist;
    std::set<TargetId> m_keptIn; // whose latest check could not leave
    std::optional<UtcTime> m_keptInSince, m_clockWrongSince;
    ClockError m_clock;
    std::optional<Notice> m_woke;
};

} // namespace kpwatch
