// SPDX-License-Identifier: GPL-3.0-or-later
// One request over one connection, and what it adds to an observation: shared by the probers that go through libcurl.
// Internal to probes; any thread.
#pragma once

#include "probes/net/curl_handle.h"
#include "probes/one_check.h"

namespace kpwatch {

// Asks, and writes stage, failure, phases and an HttpDetail (once there is one) into what was seen. An answer that one
// of the fingerprints recognises is Blocked, one that is not as expected SuspiciousAnswer; the detail is kept of both.
HttpExchange exchangeInto(const HttpRequest& request, const Socket& connection, const OneCheck& check,
                          Observation& seen);

// What is asked through a proxy.
struct ProxiedRequest {
    std::string url;
    std::string host;
    bool connectOnly = false;
    const ExpectedAnswer* expected = nullptr;
};
// Connects to the proxy of the attempt's way, to nothing else, and has it look up and connect to the host. A proxy that
// cannot be reached, or says nothing at all, is LocalNetworkDown: a part of our own line. A special address in the URL
// is SuspiciousAnswer and never told to the proxy. Which address was asked is known to the proxy alone: peer stays
// empty.
Observation askThroughProxy(const ProxiedRequest& asked, const OneCheck& check);

} // namespace kpwatch
