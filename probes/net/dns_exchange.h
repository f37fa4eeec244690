// SPDX-License-Identifier: GPL-3.0-or-later
// One question to one name server: four datagrams at 0, 1, 3 and 7 s, and TCP if the answer did not fit.
// Blocks until answered, failed, stopped or at the deadline. Any thread.
#pragma once

#include "probes/net/socket.h"
#include "probes/net/stop_signal.h"
#include "probes/observation.h"
#include "probes/wire/dns_message.h"

namespace kpwatch {

struct DnsExchange {
    Stage reached = Stage::Prepare;     // Done once a whole answer to our question was read
    Failure failure = Failure::Unknown; // None once a whole answer to our question was read, whatever it says
    int tries = 0;                      // datagrams sent
    std::string source;                 // our own address
    std::optional<SteadyTime> heardAt;  // when the first datagram with an id of ours came
    std::optional<DnsMessage> message;  // set whenever it could be parsed
    std::optional<Refusal> refusal;     // of the datagrams
};

// Preconditions: the caller has checked the address against its rules.
DnsExchange askNameServer(const Address& server, std::uint16_t port, const DnsQuestion& question, SteadyTime deadline,
                          const StopSignal& stop);

} // namespace kpwatch
