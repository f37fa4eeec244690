// SPDX-License-Identifier: GPL-3.0-or-later
// The resolver this computer is set up to use: whether it tells the truth about names that do not exist, and what it
// says of those that are watched. Evidence about our own network only: no check goes by what it says. Any thread.
#pragma once

#include "probes/net/address_rules.h"
#include "probes/net/stop_signal.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace kpwatch {

// The "nameserver" lines of resolv.conf(5), at most three as the C library takes; empty if there is no such file.
std::vector<Address> systemResolvers(const std::filesystem::path& file = "/etc/resolv.conf");

struct MadeUpAnswers {
    int asked = 0;                // names that cannot exist and for which any answer came
    int madeUp = 0;               // of them, those answered with an address
    std::vector<Address> answers; // the addresses it was answered with, each once, at most eight
    bool rewrites() const { return madeUp > 0; }
    bool operator==(const MadeUpAnswers&) const = default;
};

// Asks the resolvers, in turn until one answers, for `names` names of random letters that nobody has registered.
// Blocks until all are answered, the deadline or a stop; whom nobody answers is not counted. `port` is 53 but in tests.
MadeUpAnswers askForNamesThatDoNotExist(std::span<const Address> resolvers, int names, SteadyTime deadline,
                                        const StopSignal& stop, std::uint16_t port = 53);

// What the resolver says of a name.
struct ResolverSays {
    std::string rcode;              // "NOERROR", "NXDOMAIN", ...; empty: no resolver answered
    std::vector<Address> addresses; // of version 4, in their order, at most eight
    bool operator==(const ResolverSays&) const = default;
};

// Asks the resolvers in turn until one answers. Blocks until then, the deadline or a stop.
ResolverSays askResolver(std::span<const Address> resolvers, const std::string& host, SteadyTime deadline,
                         const StopSignal& stop, std::uint16_t port = 53);

} // namespace kpwatch
