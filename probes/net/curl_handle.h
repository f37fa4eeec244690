// SPDX-License-Identifier: GPL-3.0-or-later
// One HTTP request over a connection we made ourselves. The only curl.h of probes: libcurl speaks TLS and HTTP, and
// never resolves a name, dials an address, follows a redirect or sends anything that names us. Each exchange has a
// private easy and multi handle, so that a stop ends it at once. Any thread.
#pragma once

#include "probes/net/socket.h"
#include "probes/observation.h"

namespace kpwatch {

class TlsStore;

struct HttpRequest {
    std::string url;
    std::string host; // whom the certificate must name: the host of the URL
    Address address;  // what the connection was made to
    std::uint16_t port = 0;
    SteadyTime deadline;
};

struct HttpExchange {
    Stage reached = Stage::Exchange; // Tls, Exchange or Done
    // None: an answer came, whatever its status. CertificateInvalid: an answer came, from somebody whose certificate
    // proves nothing. UnexpectedAnswer: headers came, but not the whole of the body.
    Failure failure = Failure::Unknown;
    std::optional<Micros> tls, firstByte; // since the exchange began
    HttpDetail detail;                    // status 0: no header line came
};

// Blocks until answered, failed, stopped or at the deadline. Takes the first 64 KB of the body and 16 KB of headers; a
// body that goes on is an answer, headers that go on are a ProtocolError.
HttpExchange exchangeHttp(const HttpRequest& request, const Socket& connection, const TlsStore& tls,
                          const StopSignal& stop);

} // namespace kpwatch
