// SPDX-License-Identifier: GPL-3.0-or-later
// One TCP connection without a request: is somebody listening?
#include "probes/net/socket.h"
#include "probes/one_check.h"

#include <algorithm>

namespace kpwatch {

Observation tcpProbe(const TcpOptions& options, const OneCheck& check) {
    Observation seen;
    const auto address = allowedAddress(options.host, check.attempt.rules, seen);
    if (!address)
        return seen;
    seen.reached = Stage::Connect;
    const auto deadline = std::min(check.attempt.deadline, check.begin + check.attempt.connectTimeout);
    const Dialled dialled = dialTcp(*address, options.port, deadline, check.stop);
    seen.failure = dialled.failure;
    seen.source = dialled.source;
    seen.tries = 1 + dialled.retransmits;
    seen.detail = ConnectDetail{dialled.retransmits};
    if (seen.failure == Failure::None) {
        seen.reached = Stage::Done;
        seen.phases.connect = check.soFar();
    }
    return seen;
}

} // namespace kpwatch
