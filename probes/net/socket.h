// SPDX-License-Identifier: GPL-3.0-or-later
// A descriptor that closes itself, and what the kernel says about a connection. The only ::socket of probes.
// Every socket made here is non-blocking, closed on exec and keeps ICMP errors in its queue (IP_RECVERR, ip(7)). Any
// thread, each socket in one at a time.
#pragma once

#include "probes/failure.h"
#include "probes/net/address_rules.h"
#include "probes/net/stop_signal.h"

#include <optional>
#include <string>
#include <sys/socket.h>
#include <utility>
#include <vector>

namespace kpwatch {

// An address and port as the kernel wants them.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    SocketAddress() = default;
    SocketAddress(const Address& address, std::uint16_t port);
    const sockaddr* data() const { return reinterpret_cast<const sockaddr*>(&storage); }
    std::optional<Address> address() const; // nullopt for anything but IPv4 and IPv6
    std::uint16_t port() const;
};

class Socket {
  public:
    Socket() = default;
    explicit Socket(int fd) : m_fd(fd) {} // takes over an open descriptor
    ~Socket() { reset(); }
    Socket(Socket&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Socket& operator=(Socket&& other) noexcept;
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    // type: SOCK_STREAM or SOCK_DGRAM; protocol: 0, TCP or UDP. Invalid, with errno set, if the system has none left or
    // does not let us.
    static Socket open(const Address& towards, int type, int protocol = 0);

    bool valid() const { return m_fd >= 0; }
    int fd() const { return m_fd; }
    void reset();

  private:
    int m_fd = -1;
};

// Our own end of a connected socket; nullopt if it has none.
std::optional<SocketAddress> localEnd(const Socket& socket);
std::string localAddress(const Socket& socket); // without the port; empty if it has none

// SYN retransmissions so far: tcpi_total_retrans (tcp(7)) of a connection that has carried no data yet.
int synRetransmits(const Socket& socket);
// Whether the latest SYN of a connection under way never left this computer, as where its own firewall drops it:
// connect() says nothing of that, but what was sent once more and is not on its way (tcpi_retrans, linux/tcp.h) was not
// sent. Known only after the first retransmission.
bool isKeptIn(const Socket& connecting);
// Bytes the other end has sent and the kernel has taken: tcpi_bytes_received (linux/tcp.h); 0 if it cannot tell.
std::uint64_t bytesReceived(const Socket& socket);

bool setHopLimit(const Socket& socket, bool v6, int ttl); // how many routers its packets may pass

// Our own address on the way to another, by asking nobody: no packet is sent.
struct OwnEnd {
    Failure failure = Failure::None; // why there is no way; LocalNetworkDown without a route
    std::optional<Address> address;
};
OwnEnd ownEndTowards(const Address& address);

// One message of a socket's error queue (IP_RECVERR, ip(7)).
struct QueuedError {
    std::optional<Address> router;    // who sent the ICMP message; nullopt: our own kernel, whatever it says
    int type = 0, code = 0;           // of that message
    bool rejectedHere = false;        // our own kernel's, that rules of this computer turned the packet away
    std::vector<std::uint8_t> quoted; // the beginning of what we had sent, from the header of its protocol on
};
std::optional<QueuedError> nextError(const Socket& socket); // nullopt: none waits

// The ICMP message that ended an attempt.
struct Refusal {
    Address router;
    int type = 0, code = 0;
};
// What the messages of a socket's error queue, which is emptied, tell of its failure.
struct Complaints {
    std::optional<Refusal> refusal; // the first of another machine
    bool rejectedHere = false;      // rules of this computer turned a packet away
};
Complaints complaintsIn(const Socket& socket);

// What an error of connect, send or recv means; the complaints tell a far machine's refusal from our own machine's.
Failure failureOf(int error, const Complaints& complaints);
inline Failure failureOf(int error, const Socket& socket) { return failureOf(error, complaintsIn(socket)); }

// A TCP connection, or why there is none.
struct Dialled {
    Socket socket; // also set after a failure, as far as it got
    Failure failure = Failure::Unknown;
    int retransmits = 0;
    std::string source;
    std::optional<Refusal> refusal;

    // Whether the other end took the connection. A reset while connecting is ECONNREFUSED (tcp(7)), so one that is
    // called a reset came after the handshake, before we looked.
    bool answered() const { return failure == Failure::None || failure == Failure::Reset; }
};
// Connects, blocking until the deadline or a stop at most. The caller has checked the address against its rules.
Dialled dialTcp(const Address& address, std::uint16_t port, SteadyTime deadline, const StopSignal& stop);

// Why nothing can be read from it: who spoke before the reset has answered, though not in his protocol. None if it can.
Failure failureBeforeReading(const Dialled& dialled);

} // namespace kpwatch
