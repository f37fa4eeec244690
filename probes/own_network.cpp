// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/own_network.h"

#include "probes/net/kernel_routes.h"
#include "probes/net/socket.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <linux/if_arp.h>
#include <linux/neighbour.h>
#include <poll.h>

namespace kpwatch {

namespace {

// Kinds the kernel gives to virtual links (ip-link(8)) that carry packets to another network inside others.
constexpr std::array tunnels{"tun", "wireguard", "ppp",  "gre",    "gretap", "ipip", "sit",   "ip6tnl",
                             "vti", "vti6",      "xfrm", "erspan", "l2tp",   "ovpn", "ip6gre"};

bool hasSysfsEntry(const std::string& interface, const char* entry) {
    std::error_code error; // a name with a slash is none of the kernel's (dev_valid_name)
    return std::filesystem::exists(std::filesystem::path("/sys/class/net") / interface / entry, error);
}

LinkKind kindOf(const KernelLink& link) {
    if (link.type == ARPHRD_LOOPBACK)
        return LinkKind::Loopback;
    if (link.kind == "wwan" || link.kind == "rmnet" || link.name.starts_with("wwan"))
        return LinkKind::Mobile;
    const bool tunnelled = std::find(tunnels.begin(), tunnels.end(), link.kind) != tunnels.end();
    if (tunnelled || link.type == ARPHRD_PPP || link.type == ARPHRD_TUNNEL || link.type == ARPHRD_TUNNEL6 ||
        link.type == ARPHRD_NONE)
        return LinkKind::Tunnel;
    // The kernel tells over netlink of wireless links only to those who speak nl80211.
    if (hasSysfsEntry(link.name, "phy80211") || hasSysfsEntry(link.name, "wireless"))
        return LinkKind::Wireless;
    return link.type == ARPHRD_ETHER ? LinkKind::Ethernet : LinkKind::Unknown;
}

FirstRouter stateOf(const std::optional<KernelNeighbour>& neighbour) {
    if (!neighbour)
        return FirstRouter::Unknown;
    if ((neighbour->state & NUD_FAILED) != 0)
        return FirstRouter::Silent;
    const unsigned known = NUD_REACHABLE | NUD_STALE | NUD_DELAY | NUD_PROBE | NUD_PERMANENT | NUD_NOARP;
    return (neighbour->state & known) != 0 ? FirstRouter::Answers : FirstRouter::Unknown;
}

} // namespace

std::string_view name(LinkKind kind) {
    switch (kind) {
    case LinkKind::Unknown:
        return "";
    case LinkKind::Loopback:
        return "loopback";
    case LinkKind::Ethernet:
        return "ethernet";
    case LinkKind::Wireless:
        return "wi-fi";
    case LinkKind::Mobile:
        return "mobile";
    case LinkKind::Tunnel:
        return "vpn";
    }
    return "";
}

struct OwnNetwork::Impl {
    KernelRoutes kernel;
};

OwnNetwork::OwnNetwork() : m_impl(std::make_unique<Impl>()) {}
OwnNetwork::~OwnNetwork() = default;

std::optional<Route> OwnNetwork::routeTo(const Address& towards) const {
    const auto source = ownEndTowards(towards).address;
    if (!source)
        return std::nullopt;
    Route result{.source = *source};
    const auto route = m_impl->kernel.route(towards);
    const auto link = route ? m_impl->kernel.link(route->interface) : std::nullopt;
    if (!link)
        return result;
    result.interface = link->name;
    result.kind = kindOf(*link);
    result.linkUp = link->running;
    result.gateway = route->gateway;
    if (!route->gateway)
        return result;
    const auto neighbour = m_impl->kernel.neighbour(route->interface, *route->gateway);
    result.router = stateOf(neighbour);
    if (neighbour)
        result.gatewayHardware = neighbour->hardware;
    return result;
}

Wait OwnNetwork::waitForChange(SteadyTime deadline, const StopSignal& stop) {
    const Wait wait =
        waitFor(m_impl->kernel.changesFd(), POLLIN, deadline, stop); // poll(2) passes by a descriptor of -1
    if (wait == Wait::Ready)
        m_impl->kernel.drainChanges();
    return wait;
}

} // namespace kpwatch
