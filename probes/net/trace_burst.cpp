// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/trace_burst.h"

#include "probes/net/echo_socket.h"
#include "probes/wire/dns_message.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <poll.h>

namespace kpwatch {

namespace {

using std::chrono::steady_clock;
using Says = HopAnswer::Says;

constexpr std::uint16_t firstTracePort = 33434; // traceroute(8): where nobody listens
constexpr std::uint16_t dnsPort = 53;
// Once the target has answered, those on the way to it are waited for this much longer than it took.
constexpr int patience = 2;
constexpr std::chrono::milliseconds leastPatience(50);

// What a router, or the target itself, says by an ICMP error; nullopt if it says nothing about the way.
std::optional<Says> saidBy(IcmpError error, bool by_target) {
    switch (error) {
    case IcmpError::Expired:
        return Says::Expired;
    case IcmpError::PortClosed:
        return by_target ? Says::Reached : Says::Unreachable;
    case IcmpError::Unreachable:
        return Says::Unreachable;
    case IcmpError::Prohibited:
        return Says::Prohibited;
    case IcmpError::Other:
        return std::nullopt;
    }
    return std::nullopt;
}

// What the ways of asking have in common: when it was asked, and when it has been listened long enough.
class Burst {
  public:
    Burst(const TraceQuestion& question, TracePath& path, SteadyTime deadline)
        : m_question(question), m_path(path), m_end(deadline) {}

    const TraceQuestion& question() const { return m_question; }
    void asked(int ttl) { m_askedAt[ttl] = steady_clock::now(); }
    bool askedAny() const { return !m_askedAt.empty(); }

    void heard(int ttl, const Address& from, std::optional<Says> says) {
        const auto asked = m_askedAt.find(ttl);
        if (asked == m_askedAt.end() || !says)
            return;
        const auto now = steady_clock::now();
        const auto took = std::chrono::duration_cast<Micros>(now - asked->second);
        m_path.add({ttl, from, took, *says});
        if (m_path.reached())
            m_end = std::min(m_end, now + std::max<Micros>(took * (patience - 1), leastPatience));
    }
    bool over() const { return m_path.complete() || steady_clock::now() >= m_end; }
    SteadyTime end() const { return m_end; }

  private:
    const TraceQuestion& m_question;
    TracePath& m_path;
    SteadyTime m_end;
    std::map<int, SteadyTime> m_askedAt;
};

Failure askByEcho(Burst& burst, const StopSignal& stop) {
    EchoSocket socket(burst.question().target);
    Failure failure = socket.failure();
    for (const int ttl : burst.question().ttls) {
        if (failure != Failure::None)
            break;
        failure = socket.send(static_cast<std::uint16_t>(ttl), ttl);
        if (failure == Failure::None)
            burst.asked(ttl);
    }
    while (burst.askedAny() && !burst.over() && waitFor(socket.fd(), POLLIN, burst.end(), stop) == Wait::Ready)
        for (const EchoHeard& heard : socket.hear())
            burst.heard(heard.sequence, heard.from,
                        heard.error ? saidBy(*heard.error, heard.from == burst.question().target) : Says::Reached);
    return burst.askedAny() ? Failure::None : failure;
}

// Bytes for the other end to answer: a name server answers a question, nobody answers the rest.
Bytes payload(std::uint16_t port) {
    if (port == dnsPort)
        return encodeQuery(firstTracePort, {".", "SOA"}).value_or(Bytes());
    return Bytes(32);
}

// One socket per TTL, of UDP or TCP.
class Fan {
  public:
    Fan(int type, Burst& burst) : m_type(type), m_burst(burst) {}

    Failure ask() {
        Failure failure = Failure::None;
        for (const int ttl : m_burst.question().ttls) {
            Socket socket = Socket::open(m_burst.question().target, m_type);
            failure = socket.valid() ? begin(socket, ttl) : Failure::Unknown;
            if (failure != Failure::None)
                break;
            m_burst.asked(ttl);
            m_sockets.push_back({ttl, std::move(socket)});
        }
        return m_burst.askedAny() ? Failure::None : failure;
    }

    void listen(const StopSignal& stop) {
        while (!m_sockets.empty() && !m_burst.over() && !stop.stopped()) {
            std::vector<pollfd> watched{{stop.fd(), POLLIN, 0}};
            for (const Waiting& waiting : m_sockets)
                watched.push_back({waiting.socket.fd(), static_cast<short>(isTcp() ? POLLOUT : POLLIN), 0});
            poll(watched.data(), watched.size(), pollMilliseconds(m_burst.end(), stop));
            for (std::size_t i = 0; i < m_sockets.size(); ++i)
                if (watched[i + 1].revents != 0)
                    hear(m_sockets[i]);
            std::erase_if(m_sockets, [](const Waiting& waiting) { return !waiting.socket.valid(); });
        }
    }

  private:
    struct Waiting {
        int ttl = 0;
        Socket socket;
    };
    bool isTcp() const { return m_type == SOCK_STREAM; }

    Failure begin(const Socket& socket, int ttl) const {
        const TraceQuestion& question = m_burst.question();
        const bool counting = !isTcp() && question.port == 0;
        const SocketAddress peer(question.target,
                                 counting ? static_cast<std::uint16_t>(firstTracePort + ttl) : question.port);
        if (!setHopLimit(socket, question.target.v6, ttl))
            return Failure::Unknown;
        if (connect(socket.fd(), peer.data(), peer.length) != 0 && errno != EINPROGRESS && errno != ECONNREFUSED)
            return failureOf(errno, socket);
        const Bytes bytes = payload(question.port);
        if (!isTcp() && ::send(socket.fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0 && errno != ECONNREFUSED &&
            errno != EAGAIN && errno != ENOBUFS)
            return failureOf(errno, socket);
        return Failure::None;
    }

    // A socket has one thing to say: who has ended its one packet.
    void hear(Waiting& waiting) {
        const Address& target = m_burst.question().target;
        const auto queued = nextError(waiting.socket);
        if (queued && queued->router)
            m_burst.heard(waiting.ttl, *queued->router,
                          saidBy(icmpError(queued->type, queued->code, target.v6), *queued->router == target));
        else if (!queued && answered(waiting.socket))
            m_burst.heard(waiting.ttl, target, Says::Reached);
        waiting.socket.reset();
    }

    // Of TCP a refusal is as good as a connection.
    bool answered(const Socket& socket) const {
        if (!isTcp()) {
            std::array<std::uint8_t, 512> ignored{};
            return recv(socket.fd(), ignored.data(), ignored.size(), 0) >= 0;
        }
        int error = 0;
        socklen_t length = sizeof error;
        getsockopt(socket.fd(), SOL_SOCKET, SO_ERROR, &error, &length);
        return error == 0 || error == ECONNREFUSED || error == ECONNRESET;
    }

    int m_type;
    Burst& m_burst;
    std::vector<Waiting> m_sockets;
};

} // namespace

std::string name(TraceMethod method) {
    switch (method) {
    case TraceMethod::Icmp:
        return "icmp";
    case TraceMethod::Udp:
        return "udp";
    case TraceMethod::Tcp:
        return "tcp";
    }
    return {};
}

Failure askHops(TraceMethod method, const TraceQuestion& question, TracePath& path, SteadyTime deadline,
                const StopSignal& stop) {
    Burst burst(question, path, deadline);
    if (method == TraceMethod::Icmp)
        return askByEcho(burst, stop);
    Fan fan(method == TraceMethod::Tcp ? SOCK_STREAM : SOCK_DGRAM, burst);
    const Failure failure = fan.ask();
    fan.listen(stop);
    return failure;
}

} // namespace kpwatch
