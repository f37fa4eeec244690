// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to public services that measure for us: many at once in one thread, answers and streams alike. Other than a
// probe it trusts nobody whose certificate does not hold, lets libcurl look names up, and says who we are. Lives in one
// thread; what it calls back is called from work().
#pragma once

#include "probes/net/stop_signal.h"
#include "probes/way.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

struct WebRequest {
    std::string url;                    // http or https
    std::vector<std::string> headers;   // "X-RIS-Subscribe: {…}"
    std::optional<std::string> post;    // a JSON body; nullopt: GET
    std::chrono::seconds patience{60};  // for the whole of an answer; of a stream: until it begins
    std::size_t mostBytes = 32U << 20U; // unpacked; of a stream who hears it decides
    std::chrono::seconds life{0};       // of a stream, then it ends; 0: as long as the other end likes
};

struct WebAnswer {
    int status = 0; // of HTTP; 0: nobody answered, and `trouble` says why
    std::string body;
    std::optional<std::chrono::seconds> retryAfter; // RFC 9110, 10.2.3, either form
    std::string trouble; // one of the clauses (probes/outside/clauses.h): "did not answer within 60 s"; empty: whole
    std::string etag{};  // as it was sent (RFC 9110, 8.8.3); empty: none, or longer than is sent back
};

class WebClient {
  public:
    // userAgent: "KPWatch/0.1 (+https://…)"; `way`: a proxy is given the names as they are (socks5h).
    WebClient(std::string userAgent, const Way& way);
    ~WebClient(); // ends all of them; nothing is called back
    WebClient(const WebClient&) = delete;
    WebClient& operator=(const WebClient&) = delete;

    // `done` is called once, from work().
    void ask(const WebRequest& request, std::function<void(WebAnswer)> done);
    // Pieces as they come, of an answer with status 200, until onBytes says no; the first is empty: the head came.
    // `ended` once, with an empty body unless the status was another.
    void stream(const WebRequest& request, std::function<bool(std::string_view)> onBytes,
                std::function<void(WebAnswer)> ended);
    bool busy() const; // somebody has still to answer

    // Sends and receives until the moment, until somebody was called back, or until a stop is asked for. What is called
    // back may ask again.
    void work(SteadyTime until, const StopSignal& stop);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
