// SPDX-License-Identifier: GPL-3.0-or-later
// One burst of a trace: a packet for each TTL, all at once, and who answers. One burst is one round trip. Any thread.
#pragma once

#include "probes/net/socket.h"
#include "probes/wire/trace_path.h"

namespace kpwatch {

enum class TraceMethod {
    Icmp, // echoes by one socket, so that all take the same way; not everybody may (icmp(7))
    Udp,  // one socket per TTL: an ICMP error need not quote more than the ports
    Tcp   // SYNs: what every firewall has to let through to somewhere
};
std::string name(TraceMethod method); // "icmp", "udp", "tcp"

struct TraceQuestion {
    Address target;
    std::uint16_t port = 0; // Udp: 53 asks as of a name server, 0 counts up from 33434 as traceroute(8); Tcp: its port
    std::vector<int> ttls;
};

// Adds to the path what is heard until the deadline, until there is nothing more to learn, or until a stop. The failure
// is our own machine's, with nothing sent: PermissionDenied, LocalNetworkDown, Unknown; None otherwise.
Failure askHops(TraceMethod method, const TraceQuestion& question, TracePath& path, SteadyTime deadline,
                const StopSignal& stop);

} // namespace kpwatch
