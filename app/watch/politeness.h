// SPDX-License-Identifier: GPL-3.0-or-later
// How gently: counts what was sent in the last minute to each address, each /24 and the whole of North Korea's /22, and
// says when the next check may leave. Sliding windows, so that no minute ever holds more than the cap. Loopback is
// exempt. One thread at a time; knows no clock of its own.
#pragma once

#include "app/settings.h"
#include "probes/net/address_rules.h"

#include <chrono>
#include <deque>
#include <map>

namespace kpwatch {

using SteadyTime = std::chrono::steady_clock::time_point;

class Politeness {
  public:
    explicit Politeness(const Settings& settings);

    // Ordinary: also at most one a minute to one address. Besides: re-checks, controls asked after a failure and the
    // sentinel, which the rules allow beside that.
    enum class Kind { Ordinary, Besides };

    // The earliest moment at or after `now` at which a check to `address` may leave. `alert` raises the cap of its /24.
    SteadyTime earliest(const Address& address, Kind kind, bool alert, SteadyTime now) const;
    void sent(const Address& address, Kind kind, SteadyTime now);

  private:
    struct Window {
        std::deque<SteadyTime> sent;
        SteadyTime earliest(int cap, SteadyTime now) const;
        void add(SteadyTime now);
    };
    int m_per24, m_alertPer24, m_per22;
    std::map<Address, Window> m_ordinaryByAddress;
    std::map<Address, Window> m_byBlock;
    Window m_country;
};

} // namespace kpwatch
