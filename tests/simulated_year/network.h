// SPDX-License-Identifier: GPL-3.0-or-later
// The network of a simulated year: our line, the roads beyond it, the hosts; and what a check over it sees, told as the
// probers tell it: tries at 0, 1, 3 and 7 s, then the exchange. One thread.
#pragma once

#include "app/watchlist.h"
#include "probes/observation.h"
#include "tests/simulated_year/road.h"

#include <map>
#include <string>

namespace kpwatch::simulated {

class Network {
  public:
    // `unknown_via` is the side by which targets of via "unknown" are reached; those of "both" come by China.
    Network(const Watchlist& watchlist, const Settings& settings, Via unknown_via, std::uint64_t seed);

    Stretch line, china, russia, longHaul;
    std::map<std::string, Stretch> hosts; // of targets, by address

    // What a check of a target or control that starts now will have seen at its end.
    Observation ask(const Target& target, UtcTime at);
    // Whether its name servers, asked now, answer where an HTTP host lives.
    bool resolves(const Target& target, UtcTime at);

    const std::string& addressOf(TargetId target) const { return m_roads.at(target).address; }

  private:
    struct Road {
        std::vector<const Stretch*> stretches; // ours first
        std::string address;
        Micros roundTrip{0};
        bool answers = true; // not so of the negative ring
    };
    struct Packet {
        bool back = false;               // something came back
        Failure failure = Failure::None; // and what it said
    };
    Packet send(const Road& road, UtcTime at);
    Micros roundTrip(const Road& road);
    bool exchanges(const Road& road, Observation& seen, std::chrono::milliseconds timeout);
    Road roadTo(const Target& target, const Ring* ring, Via unknown_via);

    const Settings m_settings;
    std::map<TargetId, Road> m_roads;
    Random m_random;
};

} // namespace kpwatch::simulated
