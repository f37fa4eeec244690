// SPDX-License-Identifier: GPL-3.0-or-later
// ICMP echo and what ICMP errors say (RFC 792, RFC 4443): bytes to values and back. Pure; any thread. Bytes come from
// anybody and may be anything. The kernel fills in identifier and checksum of what a datagram socket sends (icmp(7)).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kpwatch {

struct Echo {
    std::uint16_t sequence = 0;
    std::uint64_t cookie = 0; // ours: the first bytes of the payload, so that no answer to another is taken for ours
    bool operator==(const Echo&) const = default;
};

std::vector<std::uint8_t> encodeEchoRequest(const Echo& echo, bool v6);
// nullopt for anything that is no echo reply long enough to carry a cookie.
std::optional<Echo> decodeEchoReply(std::span<const std::uint8_t> bytes, bool v6);
// The sequence of our echo request as an ICMP error quotes it; only its first eight bytes need be there.
std::optional<std::uint16_t> quotedSequence(std::span<const std::uint8_t> bytes, bool v6);

// What an ICMP error says of the packet that caused it.
enum class IcmpError {
    Expired,     // its TTL ran out here
    Unreachable, // no way to that network, host, or protocol
    PortClosed,  // it arrived, but nobody listens there
    Prohibited,  // somebody's rules do not let it through
    Other
};
IcmpError icmpError(int type, int code, bool v6);

} // namespace kpwatch
