// SPDX-License-Identifier: GPL-3.0-or-later
// How long a target's handshakes take: lately, and usually at this hour. Only those that needed one try, of answers,
// without re-checks: a repeated SYN measures the wait before it, not the road (tcpi_total_retrans, tcp(7)). A fold of
// one target's answers in one epoch; remembers a week and an hour. One thread.
#pragma once

#include "app/settings.h"
#include "probes/utc_time.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace kpwatch {

class Handshakes {
  public:
    // Of a check that ended at `end`, in order of the ends. More than one in half a minute is not kept: nothing public
    // is asked more often, and a week of it has to fit into memory.
    void add(UtcTime end, Micros length);
    void takeBack(UtcTime from); // as if nothing had ended at or after `from`
    void clear() { *this = {}; }

    // Of those that ended in the window before `now`; nullopt if they are fewer than degraded_min_checks.
    std::optional<Micros> median(UtcTime now, const Settings& settings) const;
    // What is usual at `now`: the median of this hour and its neighbours (UTC) over 7 days that end an hour before; if
    // that is under 30 answers the lower quartile of all there are (at least 10); else nullopt.
    std::optional<Micros> usual(UtcTime now) const;
    // What is usual is at least that: the shortest there ever was.
    Micros shortest() const { return m_shortest; }

  private:
    struct Handshake {
        std::uint32_t end;   // ms, the lower half of it: all lie within eight days of the newest
        std::int32_t length; // us; half an hour at most
    };
    static_assert(sizeof(Handshake) == 8); // there are two hundred thousand in a week
    UtcTime endOf(const Handshake& handshake) const;
    void collect(UtcTime from, UtcTime to, std::vector<Micros>& lengths) const; // [from, to)

    std::deque<Handshake> m_kept; // by end
    UtcTime m_newest;             // end of the last of them
    Micros m_shortest = Micros::max();
};

// Slower than usual by degraded_slow_ms and by degraded_slow_share of the usual.
bool isSlow(Micros median, Micros usual, const Settings& settings);

} // namespace kpwatch
