// SPDX-License-Identifier: GPL-3.0-or-later
// One TCP connection without a request: is somebody listening?
#include "probes/one_check.h"
#include "probes/web_exchange.h"

namespace kpwatch {

namespace {

Observation throughProxy(const TcpOptions& options, const OneCheck& check) {
    const bool v6 = options.host.find(':') != std::string::npos;
    const std::string place = (v6 ? "[" + options.host + "]" : options.host) + ":" + std::to_string(options.port);
    Observation seen = askThroughProxy({"http://" + place + "/", options.host, true}, check);
    if (seen.reached != Stage::Prepare)
        seen.detail = ConnectDetail{};
    if (seen.failure == Failure::None) { // so the proxy says; some say it before they have tried, as "ssh -D" does
        seen.reached = Stage::Exchange;
        seen.failure = Failure::Unknown;
    }
    return seen;
}

} // namespace

Observation tcpProbe(const TcpOptions& options, const OneCheck& check) {
    if (check.attempt.way.proxy)
        return throughProxy(options, check);
    Observation seen;
    const auto address = allowedAddress(options.host, check.attempt.rules, seen);
    if (!address)
        return seen;
    const Dialled dialled = dialInto(*address, options.port, check, seen);
    ConnectDetail detail{.retransmits = dialled.retransmits};
    if (dialled.refusal)
        detail.refusal = refusalDetail(*dialled.refusal);
    seen.detail = std::move(detail);
    if (dialled.answered()) { // taking the connection is all that is asked here
        seen.reached = Stage::Done;
        seen.failure = Failure::None;
    }
    return seen;
}

} // namespace kpwatch
