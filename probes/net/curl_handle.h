// SPDX-License-Identifier: GPL-3.0-or-later
// One HTTP request over a connection we made ourselves. libcurl speaks TLS and HTTP, and never resolves a
// name, dials an address, follows a redirect or sends anything that names us. Each exchange has a private easy and
// multi handle, so that a stop ends it at once. Any thread.
#pragma once

#include "probes/net/socket.h"
#include "probes/observation.h"
#include "probes/way.h"

namespace kpwatch {

class TlsStore;

struct HttpRequest {
    std::string url;
    std::string host; // whom the certificate must name: the host of the URL
    Address address;  // what the connection was made to: the server, or the proxy
    std::uint16_t port = 0;
    SteadyTime deadline;
    // Set if the connection was made to it: libcurl speaks SOCKS5 and gives it the host as it stands, name or address.
    // Borrowed.
    const Proxy* proxy = nullptr;
    // Ask nothing: be done once connected, and with https once the handshake is over.
    bool connectOnly = false;
    const ExpectedAnswer* expected = nullptr; // nullptr: any answer is theirs
};

struct HttpExchange {
    Stage reached = Stage::Exchange; // Tls, Exchange or Done; Connect while a proxy has not connected us
    // None: an answer came, whatever its status. CertificateInvalid: an answer came, from somebody whose certificate
    // proves nothing. UnexpectedAnswer: an answer began, but did not come whole. Through a proxy, a connection that
    // ends or says nothing readable is Unknown: it may have been the proxy.
    Failure failure = Failure::Unknown;
    std::optional<Micros> tunnel, tls, firstByte; // since the exchange began; tunnel: the proxy had connected us
    bool spokeTls = false;                        // a handshake message or an alert came, whatever came of it
    HttpDetail detail;                            // status 0: no header line came; tls: once a certificate was shown
    std::string body;                             // what was read of it
};

// Blocks until answered, failed, stopped or at the deadline. Takes the first 64 KB of the body and 16 KB of headers; a
// body that goes on is an answer, headers that go on are a ProtocolError.
HttpExchange exchangeHttp(const HttpRequest& request, const Socket& connection, const TlsStore& tls,
                          const StopSignal& stop);

// libcurl's own, for everybody who uses it. Any thread.
void initialiseCurlOnce();

} // namespace kpwatch
