// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/kernel_routes.h"

#include "probes/net/socket.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <libmnl/libmnl.h>
#include <linux/if.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <span>

namespace kpwatch {

namespace {

constexpr std::size_t bufferSize = 8192; // a kernel message fits into a page or 8 KiB (libmnl's MNL_SOCKET_BUFFER_SIZE)

using Buffer = std::array<char, bufferSize>;

struct Question {
    alignas(nlmsghdr) Buffer bytes{};
    nlmsghdr* header;

    explicit Question(std::uint16_t type) : header(mnl_nlmsg_put_header(bytes.data())) {
        header->nlmsg_type = type;
        header->nlmsg_flags = NLM_F_REQUEST;
    }
    template <typename Body>
    Body& body() {
        return *static_cast<Body*>(mnl_nlmsg_put_extra_header(header, sizeof(Body)));
    }
    void put(std::uint16_t attribute, const Address& address) const {
        mnl_attr_put(header, attribute, address.v6 ? 16 : 4, address.bytes.data());
    }
};

unsigned char family(const Address& address) { return address.v6 ? AF_INET6 : AF_INET; }

std::span<const std::uint8_t> payload(const nlattr* attribute) {
    return {static_cast<const std::uint8_t*>(mnl_attr_get_payload(attribute)), mnl_attr_get_payload_len(attribute)};
}

std::optional<Address> addressIn(const nlattr* attribute) {
    const auto bytes = payload(attribute);
    if (bytes.size() != 4 && bytes.size() != 16)
        return std::nullopt;
    Address address;
    address.v6 = bytes.size() == 16;
    std::memcpy(address.bytes.data(), bytes.data(), bytes.size());
    return address;
}

std::string textIn(const nlattr* attribute) {
    const auto bytes = payload(attribute);
    const std::string text(bytes.begin(), bytes.end());
    return text.substr(0, text.find('\0'));
}

std::string hexIn(const nlattr* attribute) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : payload(attribute)) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

// libmnl's callbacks: one attribute, or one message, into the value behind the pointer.

int readRouteAttribute(const nlattr* attribute, void* into) {
    auto& route = *static_cast<KernelRoute*>(into);
    if (mnl_attr_get_type(attribute) == RTA_OIF && mnl_attr_validate(attribute, MNL_TYPE_U32) >= 0) {
        route.interface = static_cast<int>(mnl_attr_get_u32(attribute));
    } else if (mnl_attr_get_type(attribute) == RTA_GATEWAY) {
        route.gateway = addressIn(attribute);
    } else if (mnl_attr_get_type(attribute) == RTA_VIA && mnl_attr_get_payload_len(attribute) == 18) {
        Address via; // an IPv6 router for IPv4 packets: struct rtvia, the family before the address
        via.v6 = true;
        std::memcpy(via.bytes.data(), payload(attribute).subspan(2).data(), via.bytes.size());
        route.gateway = via;
    }
    return MNL_CB_OK;
}

int readRoute(const nlmsghdr* message, void* into) {
    auto& route = static_cast<std::optional<KernelRoute>*>(into)->emplace();
    return mnl_attr_parse(message, sizeof(rtmsg), readRouteAttribute, &route);
}

int readLinkInfo(const nlattr* attribute, void* into) {
    if (mnl_attr_get_type(attribute) == IFLA_INFO_KIND)
        static_cast<KernelLink*>(into)->kind = textIn(attribute);
    return MNL_CB_OK;
}

int readLinkAttribute(const nlattr* attribute, void* into) {
    if (mnl_attr_get_type(attribute) == IFLA_IFNAME)
        static_cast<KernelLink*>(into)->name = textIn(attribute);
    if (mnl_attr_get_type(attribute) == IFLA_LINKINFO)
        return mnl_attr_parse_nested(attribute, readLinkInfo, into);
    return MNL_CB_OK;
}

int readLink(const nlmsghdr* message, void* into) {
    auto& link = static_cast<std::optional<KernelLink>*>(into)->emplace();
    const auto& info = *static_cast<const ifinfomsg*>(mnl_nlmsg_get_payload(message));
    link.type = info.ifi_type;
    link.running = (info.ifi_flags & IFF_UP) != 0 && (info.ifi_flags & IFF_RUNNING) != 0;
    return mnl_attr_parse(message, sizeof(ifinfomsg), readLinkAttribute, &link);
}

int readNeighbourAttribute(const nlattr* attribute, void* into) {
    if (mnl_attr_get_type(attribute) == NDA_LLADDR)
        static_cast<KernelNeighbour*>(into)->hardware = hexIn(attribute);
    return MNL_CB_OK;
}

int readNeighbour(const nlmsghdr* message, void* into) {
    auto& neighbour = static_cast<std::optional<KernelNeighbour>*>(into)->emplace();
    neighbour.state = static_cast<const ndmsg*>(mnl_nlmsg_get_payload(message))->ndm_state;
    return mnl_attr_parse(message, sizeof(ndmsg), readNeighbourAttribute, &neighbour);
}

mnl_socket* opened(unsigned groups) {
    mnl_socket* const socket = mnl_socket_open2(NETLINK_ROUTE, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (socket != nullptr && mnl_socket_bind(socket, groups, MNL_SOCKET_AUTOPID) == 0)
        return socket;
    if (socket != nullptr)
        mnl_socket_close(socket);
    return nullptr;
}

} // namespace

void KernelRoutes::Close::operator()(mnl_socket* socket) const { mnl_socket_close(socket); }

KernelRoutes::KernelRoutes()
    : m_questions(opened(0)), m_changes(opened(RTMGRP_LINK | RTMGRP_NEIGH | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR |
                                               RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE | RTMGRP_IPV4_RULE)) {}

KernelRoutes::~KernelRoutes() = default;

// The kernel answers such a question before sendto(2) returns, so there is nothing to wait for.
bool KernelRoutes::ask(nlmsghdr& question, OnMessage read, void* into) const {
    if (!m_questions)
        return false;
    question.nlmsg_seq = ++m_sequence;
    if (mnl_socket_sendto(m_questions.get(), &question, question.nlmsg_len) < 0)
        return false;
    alignas(nlmsghdr) Buffer answer{};
    for (int message = 0; message < 16; ++message) { // one left over from a question before is passed by
        const auto length = mnl_socket_recvfrom(m_questions.get(), answer.data(), answer.size());
        if (length < 0)
            return false;
        if (reinterpret_cast<const nlmsghdr*>(answer.data())->nlmsg_seq != m_sequence)
            continue;
        return mnl_cb_run(answer.data(), static_cast<std::size_t>(length), m_sequence,
                          mnl_socket_get_portid(m_questions.get()), read, into) >= 0;
    }
    return false;
}

std::optional<KernelRoute> KernelRoutes::route(const Address& towards) const {
    Question question(RTM_GETROUTE);
    auto& body = question.body<rtmsg>();
    body.rtm_family = family(towards);
    body.rtm_dst_len = towards.v6 ? 128 : 32;
    question.put(RTA_DST, towards);
    std::optional<KernelRoute> found;
    return ask(*question.header, readRoute, &found) ? found : std::nullopt;
}

std::optional<KernelLink> KernelRoutes::link(int interface) const {
    Question question(RTM_GETLINK);
    question.body<ifinfomsg>().ifi_index = interface;
    std::optional<KernelLink> found;
    return ask(*question.header, readLink, &found) ? found : std::nullopt;
}

std::optional<KernelNeighbour> KernelRoutes::neighbour(int interface, const Address& address) const {
    Question question(RTM_GETNEIGH);
    auto& body = question.body<ndmsg>();
    body.ndm_family = family(address);
    body.ndm_ifindex = interface;
    question.put(NDA_DST, address);
    std::optional<KernelNeighbour> found;
    return ask(*question.header, readNeighbour, &found) ? found : std::nullopt;
}

int KernelRoutes::changesFd() const { return m_changes ? mnl_socket_get_fd(m_changes.get()) : -1; }

// What changed is not read from the messages: some get lost when many come (ENOBUFS), the tables themselves never do.
void KernelRoutes::drainChanges() {
    Buffer message{};
    for (int count = 0; m_changes && count < 10'000; ++count)
        if (mnl_socket_recvfrom(m_changes.get(), message.data(), message.size()) < 0 && errno != ENOBUFS)
            return;
}

} // namespace kpwatch
