// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/echo_socket.h"

#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <sys/random.h>

namespace kpwatch {

namespace {

constexpr int mostAtOnce = 64; // so that a flood cannot keep us from looking at the clock

} // namespace

EchoSocket::EchoSocket(const Address& towards)
    : m_towards(towards),
      m_socket(Socket::open(towards, SOCK_DGRAM, towards.v6 ? int(IPPROTO_ICMPV6) : int(IPPROTO_ICMP))) {
    const SocketAddress peer(towards, 0);
    if (!m_socket.valid() || connect(m_socket.fd(), peer.data(), peer.length) != 0)
        m_failure = failureOf(errno, m_socket);
    // Cannot fail for eight bytes once the kernel's pool is ready; and then the identifier alone is ours.
    if (getrandom(&m_cookie, sizeof m_cookie, 0) != sizeof m_cookie)
        m_cookie = 0;
}

Failure EchoSocket::send(std::uint16_t sequence, std::optional<int> ttl) {
    if (ttl && !setHopLimit(m_socket, m_towards.v6, *ttl))
        return failureOf(errno, m_socket);
    const std::vector<std::uint8_t> packet = encodeEchoRequest({sequence, m_cookie}, m_towards.v6);
    // An ICMP error that came for an earlier packet makes the next send fail, once.
    for (int attempt = 0; attempt < 2; ++attempt)
        if (::send(m_socket.fd(), packet.data(), packet.size(), MSG_NOSIGNAL) >= 0 || errno == EAGAIN ||
            errno == ENOBUFS)
            return Failure::None; // a full queue of our own is one more way to lose a packet
    switch (errno) {
    case EPERM:
    case EACCES:
        return Failure::PermissionDenied;
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
        return Failure::LocalNetworkDown;
    default:
        return Failure::Unknown;
    }
}

std::vector<EchoHeard> EchoSocket::hear() {
    std::vector<EchoHeard> heard;
    hearErrors(heard);
    hearReplies(heard);
    return heard;
}

void EchoSocket::hearErrors(std::vector<EchoHeard>& heard) const {
    for (int message = 0; message < mostAtOnce; ++message) {
        const auto queued = nextError(m_socket);
        if (!queued)
            return;
        const auto sequence = quotedSequence(queued->quoted, m_towards.v6);
        if (queued->router && sequence)
            heard.push_back({*sequence, *queued->router, icmpError(queued->type, queued->code, m_towards.v6)});
    }
}

void EchoSocket::hearReplies(std::vector<EchoHeard>& heard) const {
    for (int datagram = 0; datagram < mostAtOnce; ++datagram) {
        std::array<std::uint8_t, 512> buffer{};
        SocketAddress from;
        from.length = sizeof from.storage;
        const ssize_t length = recvfrom(m_socket.fd(), buffer.data(), buffer.size(), 0,
                                        reinterpret_cast<sockaddr*>(&from.storage), &from.length);
        if (length < 0 && errno == EAGAIN)
            return;
        if (length < 0)
            continue; // an error whose message has been read already
        const auto bytes = std::span<const std::uint8_t>(buffer).first(static_cast<std::size_t>(length));
        const auto echo = decodeEchoReply(bytes, m_towards.v6);
        if (echo && echo->cookie == m_cookie && from.address() == m_towards)
            heard.push_back({echo->sequence, m_towards, std::nullopt});
    }
}

} // namespace kpwatch
