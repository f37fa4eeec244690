// SPDX-License-Identifier: GPL-3.0-or-later
// Our own side of the network as the kernel sees it: by which interface, router and own address packets to somebody
// would leave, whether that router answers, and when any of this changes. Sends nothing to anybody and needs no rights:
// rtnetlink(7) and the connect(2) of datagram sockets that are never written to. One object, one thread.
#pragma once

#include "probes/net/address_rules.h"
#include "probes/net/stop_signal.h"
#include "probes/utc_time.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kpwatch {

enum class LinkKind { Unknown, Loopback, Ethernet, Wireless, Mobile, Tunnel };
// "ethernet", "wi-fi", "mobile", "vpn", "loopback"; empty for Unknown. Safe to print: says nothing of who or where.
std::string_view name(LinkKind kind);

// What the kernel's neighbour table says of the first router (NUD states, ip-neighbour(8)).
enum class FirstRouter {
    None,    // there is none on the way: loopback, tunnel, or a neighbour on the same wire
    Unknown, // not asked yet, being asked, or the kernel does not tell
    Answers,
    Silent // asked and asked again, without an answer
};

struct Route {
    Address source; // our own address packets leave by
    // The rest is empty where the kernel does not tell (a sandbox without netlink).
    std::string interface;
    LinkKind kind = LinkKind::Unknown;
    bool linkUp = true; // false: the cable is out, the radio without a partner
    std::optional<Address> gateway;
    std::string gatewayHardware; // its link-layer address in hex; private, empty while unknown
    FirstRouter router = FirstRouter::None;
    bool operator==(const Route&) const = default;
};

class OwnNetwork {
  public:
    OwnNetwork();
    ~OwnNetwork();
    OwnNetwork(const OwnNetwork&) = delete;
    OwnNetwork& operator=(const OwnNetwork&) = delete;

    // nullopt: there is no route. Does not block.
    std::optional<Route> routeTo(const Address& towards) const;

    // Blocks until a link, an address, a route or a neighbour has changed (Ready), the deadline or a stop. Several
    // changes at once are told once. Without netlink only the deadline ends it.
    Wait waitForChange(SteadyTime deadline, const StopSignal& stop);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
