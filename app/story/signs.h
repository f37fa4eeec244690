// SPDX-License-Identifier: GPL-3.0-or-later
// Signs in one answer that it is not the server's own: faster than the road allows, kept by somebody for later, or
// passed on. A fold of one target's answers in one vantage epoch; one thread.
#pragma once

#include "app/story/span.h"
#include "probes/observation.h"

#include <deque>

namespace kpwatch {

class Signs {
  public:
    // Whether this answer is likely to be somebody else's. One that is not becomes part of what is known of the
    // series. Only answers are told. `our_road`: how long it took tells of the road there, not of a proxy's circuits.
    bool foreign(const Observation& row, bool our_road = true);
    // Why a refusal or a reset that came sooner than the other end could have sent it says nothing: a firewall on our
    // side refuses the handshake itself, at once; who sent the others is not known. nullopt: it may be theirs.
    std::optional<Reason> refusedTooSoon(const Observation& row) const;

  private:
    struct RoundTrips {
        Micros shortest = Micros::max();
        int answers = 0, spells = 0; // spells of ten minutes in which there was one
        UtcTime latest{};
        void add(Micros road, UtcTime at);
        bool enough() const; // to say what is usual
    };
    struct Day { // by UTC date: a fold that begins some days back knows the same
        UtcTime begin;
        RoundTrips road;
        std::uint32_t fullTtl = 0;
    };
    Day& dayOf(UtcTime time);
    RoundTrips usual() const;
    bool tooFast(Micros road) const;
    bool shorterRoad(Micros road, UtcTime at);
    bool impossible(Micros road, UtcTime at);
    bool countsDown(const DnsDetail& dns, UtcTime at);

    std::deque<Day> m_days;
    RoundTrips m_shorter;                    // too fast, all those since the latest that was not
    std::optional<std::uint32_t> m_lowerTtl; // the latest below the full one
    bool m_kept = false;                     // answers without authority have been seen to count down
};

} // namespace kpwatch
