// SPDX-License-Identifier: GPL-3.0-or-later
// ICMP echo without privilege: a datagram socket of the protocol ICMP, open to the groups in ping_group_range
// (icmp(7)). One address per socket; one thread.
#pragma once

#include "probes/net/socket.h"
#include "probes/wire/icmp_packet.h"

namespace kpwatch {

// What has come back for one of our requests.
struct EchoHeard {
    std::uint16_t sequence = 0;
    Address from;
    std::optional<IcmpError> error; // what a router says of it; nullopt: the answer itself
};

class EchoSocket {
  public:
    // Blocks nowhere and never fails as such: see failure().
    explicit EchoSocket(const Address& towards);

    // None: it can be used. PermissionDenied: not for us here. LocalNetworkDown: no way leads there.
    Failure failure() const { return m_failure; }
    int fd() const { return m_socket.fd(); }
    std::string source() const { return localAddress(m_socket); }

    // ttl: how many routers it may pass; nullopt: as many as there are. A failure is our own machine's.
    Failure send(std::uint16_t sequence, std::optional<int> ttl = std::nullopt);
    // All that has arrived meanwhile; what is not for us is dropped.
    std::vector<EchoHeard> hear();

  private:
    void hearErrors(std::vector<EchoHeard>& heard) const;
    void hearReplies(std::vector<EchoHeard>& heard) const;

    Address m_towards;
    std::uint64_t m_cookie = 0;
    Socket m_socket;
    Failure m_failure = Failure::None;
};

} // namespace kpwatch
