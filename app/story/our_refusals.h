// SPDX-License-Identifier: GPL-3.0-or-later
// That a check was refused on our own side: by a router beside us or with a private address, by one that forbids them
// the way and ends that of addresses that do not exist too, which get no further than our provider, or sooner than the
// other end could have said so. A fold of rows; one thread.
#pragma once

#include "app/story/span.h"
#include "probes/net/address_rules.h"
#include "probes/observation.h"

#include <map>
#include <optional>

namespace kpwatch {

class OurRefusals {
  public:
    // A reading of a control that nobody can answer: who refuses it is on our side.
    void ofNobody(const Observation& row);
    // Why a failed check that was refused on our side says nothing: a firewall of ours, where somebody beside us or
    // with a private address forbids it. nullopt: it may be theirs. Routers do not complain each time (RFC 1812,
    // section 4.3.2.8), nor do older rows of pages and names say by whom it was: one to which nobody spoke shortly
    // after another of its /24 (IPv6: /48) had said so was refused by the same. `tooSoon`: nobody so far away can have
    // answered in that time, and what that says (Signs::refusedTooSoon).
    std::optional<Reason> ours(const Observation& row, std::optional<Reason> tooSoon);
    void newEpoch() { *this = {}; } // other routers are ours

  private:
    struct Refused {
        UtcTime at;
        Reason why = Reason::None;
    };
    std::optional<Reason> saidBy(const Observation& row) const;

    std::map<Address, UtcTime> m_routers;     // that refused what does not exist; when last
    std::map<Address, Refused> m_refusedHere; // blocks of addresses; the latest
};

} // namespace kpwatch
