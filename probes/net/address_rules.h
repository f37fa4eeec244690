// SPDX-License-Identifier: GPL-3.0-or-later
// IP addresses as values, and which of them may be dialled at all. Pure; any thread.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kpwatch {

struct Address {
    std::array<std::uint8_t, 16> bytes{}; // IPv4 in the first four
    bool v6 = false;
    auto operator<=>(const Address&) const = default; // NOLINT(modernize-use-nullptr): its own comparison with 0

    // Literal forms only ("175.45.176.71", "2001:db8::1", "[::1]"); no names, no octal or decimal shorthand.
    static std::optional<Address> parse(std::string_view text);
    std::string text() const;
    std::string hostText() const; // as in a URL (RFC 3986): "175.45.176.71", "[2001:db8::1]"
    Address block() const;        // the first address of its /24; for IPv6 of its /48
    std::string block24() const;  // "175.45.176.0/24"; for IPv6 the /48
    bool isLoopback() const;
    // Public unicast: not loopback, private, link-local, multicast, documentation, benchmarking, mapped, NAT64 or
    // reserved (IANA special-purpose registries, RFC 6890).
    bool isPublic() const;
    // 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737): where nobody may answer.
    bool isDocumentation() const;
};

// What a connection may go to. Checked at the moment of dialling, so DNS rebinding cannot get around it.
struct AddressRules {
    bool allowPrivate = false;
    bool allowDocumentation = false; // the negative ring only
    bool allows(const Address& address) const;
};

} // namespace kpwatch
