// SPDX-License-Identifier: GPL-3.0-or-later
// A web server on loopback that answers, or misbehaves on cue. One thread of its own; every function may be called from
// any thread and holds for the next connection (or request, where it is about requests).
#pragma once

#include "app/simulation/self_signed.h"
#include "app/simulation/stream_server.h"

namespace kpwatch {

// What a healthy server sends. Empty fields are left out.
struct HttpPage {
    int status = 200;
    std::string title; // becomes the <title> of a small page, if body is empty
    std::string body;
    std::string contentType = "text/html; charset=utf-8";
    std::string server = "Apache";
    std::string lastModified;
    std::string location;                           // of a redirect
    std::string headers;                            // more of them, each with its line end
    std::optional<std::chrono::seconds> clockAhead; // of the server: its Date; left out without
};

enum class HttpBehaviour {
    Answer,
    FullBacklog,       // SYNs are dropped
    Refuse,            // nobody listens
    ResetAfterAccept,  // RST right after the handshake
    Silent,            // accepts, reads nothing, says nothing (on TLS: no handshake)
    SilentToRequests,  // as Answer up to the request
    ResetAfterRequest, // RST instead of an answer
    EarlyClose,        // FIN instead of an answer
    SlowHeader,        // a byte of the answer every 100 ms
    SlowBody,          // the headers at once, then a byte every 100 ms
    ShortBody,         // closes before the Content-Length is reached
    Garbage,           // bytes that are neither HTTP nor TLS
    Http09,            // a page without headers
    OversizedHeader,   // one header line of 200 KB
    EndlessHeaders,    // header after header
    EndlessBody        // body without end
};

class HttpServer {
  public:
    struct Options {
        ServerPlace place;
        std::string tlsHost;    // not empty: HTTPS, with a self-signed certificate for that name and the address
        TlsIdentity identity{}; // of tlsHost, instead of the self-signed one, if it has a context
    };
    // Throws std::system_error if the place is taken.
    explicit HttpServer(const Options& options);

    std::uint16_t port() const { return m_stream->port(); }
    std::string url() const; // "http://127.0.0.1:8080/"; with the name of the certificate if there is one
    const std::string& certificatePem() const { return m_identity.certificatePem; }

    void setBehaviour(HttpBehaviour behaviour); // returns once it holds
    void setPage(HttpPage page);
    void setDelay(std::chrono::milliseconds delay); // before each answer
    int accepted() const { return m_stream->accepted(); }
    std::string lastRequest() const; // with its headers; empty before the first

  private:
    StreamServer::Welcome welcome() const;
    std::optional<Reply> answer(std::string& received);
    Reply misbehave(HttpBehaviour behaviour, const std::string& page) const;

    std::string m_host;
    TlsIdentity m_identity;
    std::atomic<HttpBehaviour> m_behaviour = HttpBehaviour::Answer;
    std::atomic<std::chrono::milliseconds> m_delay{};
    mutable std::mutex m_mutex;
    HttpPage m_page;
    std::string m_lastRequest;
    std::unique_ptr<StreamServer> m_stream; // last: its thread uses all of the above
};

} // namespace kpwatch
