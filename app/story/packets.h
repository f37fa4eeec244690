// SPDX-License-Identifier: GPL-3.0-or-later
// What one check says about loss and speed. A value; any thread.
#pragma once

#include "probes/net/address_rules.h"
#include "probes/observation.h"

namespace kpwatch {

struct Packets {
    int tries = 1;
    bool heard = false;              // one of the tries was answered, whatever came of the check
    std::optional<Micros> handshake; // of an answer at the first try, without the look-up of a name
    std::optional<Address> block{};  // the /24 (IPv6: /48) that was asked, if one was
    bool recheck = false;
    int lost() const { return heard ? tries - 1 : tries; }
    bool operator==(const Packets&) const = default;
};
Packets packetsOf(const Observation& row);

} // namespace kpwatch
