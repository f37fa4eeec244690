// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/socket.h"

#include "probes/wire/icmp_packet.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <linux/errqueue.h>
#include <linux/tcp.h> // knows more of tcp_info than netinet/tcp.h
#include <netinet/in.h>
#include <poll.h>
#include <unistd.h>

namespace kpwatch {

namespace {

constexpr std::uint8_t synSent = 2; // TCP_SYN_SENT of netinet/tcp.h, which does not go together with linux/tcp.h

template <typename Value>
bool setOption(int fd, int level, int option, Value value) {
    return setsockopt(fd, level, option, &value, sizeof value) == 0;
}

tcp_info tcpInfo(const Socket& socket) {
    tcp_info info{}; // an older kernel fills less of it
    socklen_t length = sizeof info;
    if (getsockopt(socket.fd(), IPPROTO_TCP, TCP_INFO, &info, &length) != 0)
        return {};
    return info;
}

std::optional<Address> addressAfter(const sock_extended_err& error) {
    SocketAddress offender;
    const auto* const source = reinterpret_cast<const std::byte*>(&error) + sizeof error; // SO_EE_OFFENDER, ip(7)
    sa_family_t family = AF_UNSPEC;
    std::memcpy(&family, source, sizeof family);
    const std::size_t length = family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    std::memcpy(&offender.storage, source, length);
    return offender.address();
}

std::optional<SocketAddress> endOf(const Socket& socket, int (*ask)(int, sockaddr*, socklen_t*)) {
    SocketAddress end;
    end.length = sizeof end.storage;
    if (ask(socket.fd(), reinterpret_cast<sockaddr*>(&end.storage), &end.length) != 0)
        return std::nullopt;
    return end;
}

// True if our own kernel sent it. It speaks ICMP to itself for a neighbour that does not answer ARP; only when we ask
// ourselves is that the answer.
bool isOurOwn(const Address& router, const Socket& socket) {
    const auto own = localEnd(socket), far = endOf(socket, getpeername);
    return own && own->address() == router && !(far && far->address() == router);
}

// The kernel tells itself that it may not, or that the port is closed, only for a rule that rejects (REJECT,
// iptables-extensions(8)); of a neighbour that does not answer it says "unreachable", as such rules may.
bool isRejection(const Address& own, int type, int code) {
    const IcmpError error = icmpError(type, code, own.v6);
    return error == IcmpError::Prohibited || error == IcmpError::PortClosed;
}

bool isOfErrorQueue(const cmsghdr& entry) {
    return (entry.cmsg_level == IPPROTO_IP && entry.cmsg_type == IP_RECVERR) ||
           (entry.cmsg_level == IPPROTO_IPV6 && entry.cmsg_type == IPV6_RECVERR);
}

} // namespace

SocketAddress::SocketAddress(const Address& address, std::uint16_t port) {
    if (address.v6) {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        std::memcpy(&v6.sin6_addr, address.bytes.data(), sizeof v6.sin6_addr);
        std::memcpy(&storage, &v6, sizeof v6);
        length = sizeof v6;
    } else {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&v4.sin_addr, address.bytes.data(), sizeof v4.sin_addr);
        std::memcpy(&storage, &v4, sizeof v4);
        length = sizeof v4;
    }
}

std::optional<Address> SocketAddress::address() const {
    Address result;
    if (storage.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &storage, sizeof v4);
        std::memcpy(result.bytes.data(), &v4.sin_addr, sizeof v4.sin_addr);
        return result;
    }
    if (storage.ss_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &storage, sizeof v6);
        std::memcpy(result.bytes.data(), &v6.sin6_addr, sizeof v6.sin6_addr);
        result.v6 = true;
        return result;
    }
    return std::nullopt;
}

std::uint16_t SocketAddress::port() const {
    sockaddr_in v4{}; // the port lies at the same place in both
    std::memcpy(&v4, &storage, sizeof v4);
    return ntohs(v4.sin_port);
}

Socket& Socket::operator=(Socket&& other) noexcept {
    if (this != &other) {
        reset();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

void Socket::reset() {
    if (m_fd >= 0)
        close(std::exchange(m_fd, -1));
}

Socket Socket::open(const Address& towards, int type, int protocol) {
    Socket socket(::socket(towards.v6 ? AF_INET6 : AF_INET, type | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol));
    if (socket.valid()) // without the queue a failure is still a failure, only less is known about it
        setOption(socket.fd(), towards.v6 ? IPPROTO_IPV6 : IPPROTO_IP, towards.v6 ? IPV6_RECVERR : IP_RECVERR, 1);
    return socket;
}

std::optional<SocketAddress> localEnd(const Socket& socket) { return endOf(socket, getsockname); }

std::string localAddress(const Socket& socket) {
    const auto own = localEnd(socket);
    const auto address = own ? own->address() : std::nullopt;
    const bool bound = address && std::any_of(address->bytes.begin(), address->bytes.end(),
                                              [](std::uint8_t byte) { return byte != 0; });
    return bound ? address->text() : std::string();
}

int synRetransmits(const Socket& socket) { return static_cast<int>(tcpInfo(socket).tcpi_total_retrans); }

bool isKeptIn(const Socket& connecting) {
    const tcp_info info = tcpInfo(connecting);
    return info.tcpi_state == synSent && info.tcpi_total_retrans > 0 && info.tcpi_retrans == 0;
}

std::uint64_t bytesReceived(const Socket& socket) { return tcpInfo(socket).tcpi_bytes_received; }

std::optional<QueuedError> nextError(const Socket& socket) {
    QueuedError queued;
    queued.quoted.resize(128); // what is quoted of our packet begins with its headers
    alignas(cmsghdr) std::array<std::byte, 512> control{};
    iovec part{queued.quoted.data(), queued.quoted.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t length = recvmsg(socket.fd(), &message, MSG_ERRQUEUE | MSG_DONTWAIT);
    if (length < 0)
        return std::nullopt;
    queued.quoted.resize(static_cast<std::size_t>(length));
    for (cmsghdr* entry = CMSG_FIRSTHDR(&message); entry != nullptr; entry = CMSG_NXTHDR(&message, entry)) {
        if (!isOfErrorQueue(*entry))
            continue;
        const auto* const error = reinterpret_cast<const sock_extended_err*>(CMSG_DATA(entry));
        if (error->ee_origin != SO_EE_ORIGIN_ICMP && error->ee_origin != SO_EE_ORIGIN_ICMP6)
            continue;
        queued.type = error->ee_type;
        queued.code = error->ee_code;
        queued.router = addressAfter(*error);
    }
    if (queued.router && isOurOwn(*queued.router, socket)) {
        queued.rejectedHere = isRejection(*queued.router, queued.type, queued.code);
        queued.router.reset();
    }
    return queued;
}

bool setHopLimit(const Socket& socket, bool v6, int ttl) {
    return setOption(socket.fd(), v6 ? IPPROTO_IPV6 : IPPROTO_IP, v6 ? IPV6_UNICAST_HOPS : IP_TTL, ttl);
}

OwnEnd ownEndTowards(const Address& address) {
    constexpr std::uint16_t anyPort = 33434;
    const Socket unsent = Socket::open(address, SOCK_DGRAM);
    const SocketAddress peer(address, anyPort);
    if (!unsent.valid() || connect(unsent.fd(), peer.data(), peer.length) != 0)
        return {failureOf(errno, unsent), {}};
    const auto own = localEnd(unsent);
    return {Failure::None, own ? own->address() : std::nullopt};
}

Complaints complaintsIn(const Socket& socket) {
    Complaints all;
    for (int message = 0; message < 16; ++message) {
        const auto queued = nextError(socket);
        if (!queued)
            break;
        all.rejectedHere = all.rejectedHere || queued->rejectedHere;
        if (queued->router && !all.refusal)
            all.refusal = Refusal{*queued->router, queued->type, queued->code};
    }
    return all;
}

Failure failureOf(int error, const Complaints& complaints) {
    if (complaints.rejectedHere)
        return Failure::PermissionDenied;
    const bool afar = complaints.refusal.has_value();
    switch (error) {
    case ETIMEDOUT:
        return Failure::Timeout;
    case ECONNREFUSED:
        return Failure::Refused;
    case ECONNRESET:
    case ECONNABORTED:
    case EPIPE:
        return Failure::Reset;
    case EPERM: // our own firewall
        return Failure::PermissionDenied;
    case EACCES: // our own rules, or ICMPv6 "administratively prohibited"
        return afar ? Failure::Unreachable : Failure::PermissionDenied;
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
    case EADDRNOTAVAIL:
        return afar ? Failure::Unreachable : Failure::LocalNetworkDown;
    case EHOSTDOWN:
    case ENONET:
    case ENOPROTOOPT:
    case EOPNOTSUPP:
    case EPROTO: // rarer ICMP codes, icmp_err_convert of the kernel
        return afar ? Failure::Unreachable : Failure::Unknown;
    default: // no descriptors, no memory, no such protocol: says nothing about anybody else
        return Failure::Unknown;
    }
}

Dialled dialTcp(const Address& address, std::uint16_t port, SteadyTime deadline, const StopSignal& stop) {
    Dialled result;
    result.socket = Socket::open(address, SOCK_STREAM);
    if (!result.socket.valid()) {
        result.failure = failureOf(errno, result.socket);
        return result;
    }
    setOption(result.socket.fd(), IPPROTO_TCP, TCP_NODELAY, 1);
    const SocketAddress peer(address, port);
    int error = connect(result.socket.fd(), peer.data(), peer.length) == 0 ? 0 : errno;
    if (error == EINPROGRESS) {
        const Wait wait = waitFor(result.socket.fd(), POLLOUT, deadline, stop);
        socklen_t length = sizeof error;
        if (wait == Wait::Ready) {
            getsockopt(result.socket.fd(), SOL_SOCKET, SO_ERROR, &error, &length);
            // A queued ICMP error wakes too, and the kernel may have it before, or without, making it SO_ERROR.
            if (error == 0 && tcpInfo(result.socket).tcpi_state == synSent)
                error = EHOSTUNREACH;
        } else if (wait == Wait::Stopped)
            result.failure = Failure::Cancelled;
        else
            result.failure = isKeptIn(result.socket) ? Failure::PermissionDenied : Failure::Timeout;
    }
    result.retransmits = synRetransmits(result.socket);
    result.source = localAddress(result.socket);
    if (error == 0)
        result.failure = Failure::None;
    if (error != 0 && error != EINPROGRESS) {
        const Complaints complaints = complaintsIn(result.socket);
        result.refusal = complaints.refusal;
        result.failure = failureOf(error, complaints);
    }
    return result;
}

Failure failureBeforeReading(const Dialled& dialled) {
    const bool spoke = dialled.failure == Failure::Reset && bytesReceived(dialled.socket) > 0;
    return spoke ? Failure::ProtocolError : dialled.failure;
}

} // namespace kpwatch
