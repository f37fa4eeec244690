// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the kernel about routes, links and neighbours (rtnetlink(7)), with libmnl as the codec; the only
// libmnl.h. Nothing is sent to the network. One object, one thread.
#pragma once

#include "probes/net/address_rules.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

struct mnl_socket;
struct nlmsghdr;

namespace kpwatch {

struct KernelRoute {
    int interface = 0;
    std::optional<Address> gateway;
};
struct KernelLink {
    std::string name, kind; // IFLA_INFO_KIND: "wireguard", "tun", "veth", ...; empty for hardware
    std::uint16_t type = 0; // ARPHRD_* of linux/if_arp.h
    bool running = false;
};
struct KernelNeighbour {
    std::uint16_t state = 0; // NUD_* of linux/neighbour.h
    std::string hardware;    // hex
};

class KernelRoutes {
  public:
    KernelRoutes();
    ~KernelRoutes();
    KernelRoutes(const KernelRoutes&) = delete;
    KernelRoutes& operator=(const KernelRoutes&) = delete;

    // nullopt: there is none, or the kernel does not tell.
    std::optional<KernelRoute> route(const Address& towards) const;
    std::optional<KernelLink> link(int interface) const;
    std::optional<KernelNeighbour> neighbour(int interface, const Address& address) const;

    int changesFd() const; // readable when something changed; -1 without netlink
    void drainChanges();

  private:
    using OnMessage = int (*)(const nlmsghdr*, void*);
    bool ask(nlmsghdr& question, OnMessage read, void* into) const;

    struct Close {
        void operator()(mnl_socket* socket) const;
    };
    std::unique_ptr<mnl_socket, Close> m_questions, m_changes;
    mutable std::uint32_t m_sequence = 0;
};

} // namespace kpwatch
