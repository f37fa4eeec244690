// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/icmp_packet.h"

namespace kpwatch {

namespace {

constexpr std::uint8_t request4 = 8, reply4 = 0, request6 = 128, reply6 = 129;
constexpr std::size_t headerBytes = 8; // type, code, checksum, identifier, sequence
constexpr std::size_t cookieBytes = 8;
constexpr std::size_t packetBytes = headerBytes + 56; // as ping(8) sends

std::uint16_t sequenceOf(std::span<const std::uint8_t> bytes) {
    return static_cast<std::uint16_t>(bytes[6] << 8 | bytes[7]);
}

// RFC 792, RFC 1812 5.2.7.1.
IcmpError meaning4(int type, int code) {
    if (type == 11)
        return code == 0 ? IcmpError::Expired : IcmpError::Other;
    if (type != 3)
        return IcmpError::Other;
    switch (code) {
    case 3:
        return IcmpError::PortClosed;
    case 4: // too long for the way, and says nothing about its end
        return IcmpError::Other;
    case 9:
    case 10:
    case 13:
        return IcmpError::Prohibited;
    default:
        return IcmpError::Unreachable;
    }
}

// RFC 4443, 3.1 and 3.3.
IcmpError meaning6(int type, int code) {
    if (type == 3)
        return code == 0 ? IcmpError::Expired : IcmpError::Other;
    if (type != 1)
        return IcmpError::Other;
    switch (code) {
    case 4:
        return IcmpError::PortClosed;
    case 1:
    case 5:
    case 6:
        return IcmpError::Prohibited;
    default:
        return IcmpError::Unreachable;
    }
}

} // namespace

std::vector<std::uint8_t> encodeEchoRequest(const Echo& echo, bool v6) {
    std::vector<std::uint8_t> bytes(packetBytes);
    bytes[0] = v6 ? request6 : request4;
    bytes[6] = static_cast<std::uint8_t>(echo.sequence >> 8);
    bytes[7] = static_cast<std::uint8_t>(echo.sequence);
    for (std::size_t i = 0; i < cookieBytes; ++i)
        bytes[headerBytes + i] = static_cast<std::uint8_t>(echo.cookie >> (8 * i));
    return bytes;
}

std::optional<Echo> decodeEchoReply(std::span<const std::uint8_t> bytes, bool v6) {
    if (bytes.size() < headerBytes + cookieBytes || bytes[0] != (v6 ? reply6 : reply4) || bytes[1] != 0)
        return std::nullopt;
    Echo echo{sequenceOf(bytes), 0};
    for (std::size_t i = 0; i < cookieBytes; ++i)
        echo.cookie |= std::uint64_t{bytes[headerBytes + i]} << (8 * i);
    return echo;
}

std::optional<std::uint16_t> quotedSequence(std::span<const std::uint8_t> bytes, bool v6) {
    if (bytes.size() < headerBytes || bytes[0] != (v6 ? request6 : request4))
        return std::nullopt;
    return sequenceOf(bytes);
}

IcmpError icmpError(int type, int code, bool v6) { return v6 ? meaning6(type, code) : meaning4(type, code); }

} // namespace kpwatch
