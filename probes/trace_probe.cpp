// SPDX-License-Identifier: GPL-3.0-or-later
// Which routers lie on the way to an address, and where it ends. All TTLs are asked at once; three ways of asking in
// turn, since what stops one need not stop the others.
#include "probes/net/trace_burst.h"
#include "probes/one_check.h"

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Linux routers send each of us one ICMP error a second after a burst of six (icmp_ratelimit, icmp(7)).
constexpr milliseconds betweenRounds(1100);
// A SYN is sent again after a second, and would pass for a slow hop.
constexpr milliseconds longestRound(900);
constexpr milliseconds shortestRound(100);
constexpr std::size_t mostSyns = 8; // each that arrives opens a connection
constexpr std::uint16_t tcpPort = 80;

class Tracing {
  public:
    Tracing(const Address& target, std::uint16_t port, const OneCheck& check)
        : m_target(target), m_port(port), m_check(check) {}

    void trace() {
        ask(TraceMethod::Icmp, 2);
        ask(TraceMethod::Udp, m_method ? 1 : 2);
        ask(TraceMethod::Tcp, 1);
        askNearer();
    }

    TraceDetail detail() const { return {m_method ? name(*m_method) : "", m_path.hops(), m_path.outcome()}; }
    Failure failure() const {
        const std::string outcome = m_path.outcome();
        if (outcome == "reached")
            return Failure::None;
        if (m_check.stop.stopped())
            return Failure::Cancelled;
        if (!m_method) // nothing has left our machine
            return m_own;
        return outcome == "unreachable" || outcome == "prohibited" ? Failure::Unreachable : Failure::Timeout;
    }
    const TracePath& path() const { return m_path; }
    int sent() const { return m_sent; }

  private:
    // The TTLs of one burst: at first all; then what lies beyond the last router that is known.
    std::vector<int> open(TraceMethod method) const {
        if (m_method == method)
            return m_path.silent();
        std::vector<int> ttls = m_path.silentBeyond();
        if (method != TraceMethod::Tcp || ttls.size() <= mostSyns)
            return ttls;
        ttls.erase(ttls.begin() + mostSyns - 1, ttls.end() - 1);
        return ttls;
    }

    void ask(TraceMethod method, int rounds) {
        for (int round = 0; round < rounds && !m_path.decided() && waitForTurn(); ++round) {
            const int known = m_path.lastHeard();
            if (!askOnce(method, open(method)))
                return;
            if (!m_method || m_path.lastHeard() > known)
                m_method = method;
        }
    }

    // Who refuses was asked by all the TTLs beyond it at once, and packets overtake each other.
    void askNearer() {
        const auto ttl = m_path.mayBeRefusedAt();
        m_next += betweenRounds; // a refusal counts twice with Linux routers (ip_error() and icmp_ratelimit)
        if (ttl && m_method && waitForTurn())
            askOnce(*m_method, {*ttl});
    }

    // False if nothing could leave.
    bool askOnce(TraceMethod method, std::vector<int> ttls) {
        const auto now = steady_clock::now();
        const std::uint16_t port = method == TraceMethod::Tcp && m_port == 0 ? tcpPort : m_port;
        const TraceQuestion question{m_target, port, std::move(ttls)};
        const SteadyTime end = std::min(now + longestRound, m_check.attempt.deadline);
        if (const Failure own = askHops(method, question, m_path, end, m_check.stop); own != Failure::None) {
            m_own = own;
            return false;
        }
        m_next = now + betweenRounds;
        m_sent += static_cast<int>(question.ttls.size());
        return true;
    }

    bool waitForTurn() const {
        const SteadyTime latest = m_check.attempt.deadline - shortestRound;
        return m_next <= latest && waitFor(-1, 0, m_next, m_check.stop) == Wait::Deadline &&
               steady_clock::now() < latest;
    }

    Address m_target;
    std::uint16_t m_port;
    const OneCheck& m_check;
    TracePath m_path;
    std::optional<TraceMethod> m_method; // the one that got furthest
    SteadyTime m_next{};
    Failure m_own = Failure::Unknown;
    int m_sent = 0;
};

} // namespace

Observation traceProbe(const TraceOptions& options, const OneCheck& check) {
    Observation seen;
    const auto address = addressInReach(options.host, check.attempt, seen);
    if (!address)
        return seen;
    Tracing tracing(*address, options.port, check);
    tracing.trace();
    seen.failure = tracing.failure();
    seen.reached = seen.failure == Failure::None ? Stage::Done : Stage::Exchange;
    seen.tries = std::max(tracing.sent(), 1);
    seen.detail = tracing.detail();
    return seen;
}

} // namespace kpwatch
