// SPDX-License-Identifier: GPL-3.0-or-later
// The way to an address, put together from who answered at which TTL. Pure; any thread.
#pragma once

#include "probes/net/address_rules.h"
#include "probes/observation.h"

#include <map>

namespace kpwatch {

struct HopAnswer {
    enum class Says { Expired, Reached, Unreachable, Prohibited };
    int ttl = 0;
    Address from;
    Micros roundTrip{0};
    Says says = Says::Expired;
};

class TracePath {
  public:
    static constexpr int longest = 30; // hops; as traceroute(8)

    // The first answer of a TTL holds. One router answers for all higher TTLs that nothing lies behind it: what lies
    // beyond the nearest such answer is left out of everything below.
    void add(const HopAnswer& answer);

    bool reached() const;
    // Somebody has said how the way ends, and all before it have spoken: there is nothing more to learn.
    bool complete() const;
    bool decided() const;                  // reached, refused or a loop: another round would not change it
    int lastHeard() const;                 // the highest TTL that was answered; 0: none
    std::vector<int> silent() const;       // TTLs still to be asked, in order
    std::vector<int> silentBeyond() const; // those beyond the last that was heard
    // A router that refused answers few of the questions that reach it, and not always the first: the TTL at which it
    // may really be, if that was not answered.
    std::optional<int> mayBeRefusedAt() const;

    // "reached"; "prohibited", "unreachable": a router said so; "loop": the packets went round until they expired;
    // "silence": after the last hop; "no-first-router": from the start.
    std::string outcome() const;
    std::vector<TraceHop> hops() const; // from the first on, silent ones too, up to the last that says something

  private:
    std::optional<int> end() const;      // the TTL at which the way ends
    std::optional<int> loopFrom() const; // the TTL at which a router is met again

    std::map<int, HopAnswer> m_answers;
};

} // namespace kpwatch
