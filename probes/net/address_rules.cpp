// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/address_rules.h"

#include <algorithm>
#include <arpa/inet.h>
#include <span>

namespace kpwatch {

namespace {

struct Block {
    std::array<std::uint8_t, 16> prefix;
    unsigned bits;
};

bool contains(const Block& block, const Address& address) {
    const unsigned whole = block.bits / 8;
    if (!std::equal(block.prefix.begin(), block.prefix.begin() + whole, address.bytes.begin()))
        return false;
    const unsigned rest = block.bits % 8;
    const auto mask = static_cast<std::uint8_t>(0xff00U >> rest);
    return rest == 0 || ((block.prefix[whole] ^ address.bytes[whole]) & mask) == 0;
}

bool anyContains(std::span<const Block> blocks, const Address& address) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) { return contains(block, address); });
}

// IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates), the documentation blocks listed apart.
constexpr std::array special4{
    Block{{10}, 8},           // private, RFC 1918
    Block{{100, 64}, 10},     // carrier-grade NAT, RFC 6598
    Block{{127}, 8},          // loopback
    Block{{169, 254}, 16},    // link-local, RFC 3927
    Block{{172, 16}, 12},     // private
    Block{{192, 0, 0}, 24},   // IETF protocol assignments
    Block{{192, 88, 99}, 24}, // 6to4 relays, RFC 7526
    Block{{192, 168}, 16},    // private
    Block{{198, 18}, 15},     // benchmarking, RFC 2544
};
constexpr std::array documentation4{Block{{192, 0, 2}, 24}, Block{{198, 51, 100}, 24}, Block{{203, 0, 113}, 24}};
// Never the address of one host, whatever a watchlist allows.
constexpr std::array never4{
    Block{{0}, 8},   // "this network"
    Block{{224}, 4}, // multicast
    Block{{240}, 4}, // reserved, and the broadcast address
};

constexpr Block globalUnicast6{{0x20}, 3};
constexpr Block mapped6{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96};
constexpr Block loopback6{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128};
// Inside 2000::/3, and yet not a public host (IANA IPv6 Special-Purpose Address Registry).
constexpr std::array special6{
    Block{{0x20, 0x01}, 23},             // IETF protocol assignments: Teredo, benchmarking, ORCHID
    Block{{0x20, 0x01, 0x0d, 0xb8}, 32}, // documentation
    Block{{0x20, 0x02}, 16},             // 6to4: carries an IPv4 address
    Block{{0x3f, 0xff}, 20},             // documentation, RFC 9637
};
// These carry an IPv4 address past the rules above, or are no host at all.
constexpr std::array never6{
    mapped6, Block{{0x00, 0x64, 0xff, 0x9b}, 96}, // NAT64, RFC 6052
    Block{{0x00, 0x64, 0xff, 0x9b, 0x00, 1}, 48}, // local-use NAT64, RFC 8215
    Block{{0xff}, 8},                             // multicast
};
constexpr Block unspecifiedOrCompatible6{{}, 96}; // "::", and the deprecated ::a.b.c.d

bool isOneHost(const Address& address) {
    if (!address.v6)
        return !anyContains(never4, address);
    if (contains(unspecifiedOrCompatible6, address))
        return contains(loopback6, address);
    return !anyContains(never6, address);
}

} // namespace

std::optional<Address> Address::parse(std::string_view text) {
    const bool bracketed = text.size() >= 2 && text.front() == '[' && text.back() == ']';
    const std::string literal(bracketed ? text.substr(1, text.size() - 2) : text);
    if (literal.find('\0') != std::string::npos) // inet_pton would stop there and believe the rest
        return std::nullopt;
    Address address;
    if (!bracketed && inet_pton(AF_INET, literal.c_str(), address.bytes.data()) == 1)
        return address;
    address.bytes = {};
    address.v6 = true;
    if (inet_pton(AF_INET6, literal.c_str(), address.bytes.data()) == 1)
        return address;
    return std::nullopt;
}

std::string Address::text() const {
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    inet_ntop(v6 ? AF_INET6 : AF_INET, bytes.data(), buffer.data(), buffer.size());
    return buffer.data();
}

std::string Address::hostText() const { return v6 ? "[" + text() + "]" : text(); }

Address Address::block() const {
    Address first = *this;
    std::fill(first.bytes.begin() + (v6 ? 6 : 3), first.bytes.end(), std::uint8_t(0));
    return first;
}

std::string Address::block24() const { return block().text() + (v6 ? "/48" : "/24"); }

bool Address::isLoopback() const { return v6 ? contains(loopback6, *this) : bytes[0] == 127; }

bool Address::isDocumentation() const { return !v6 && anyContains(documentation4, *this); }

bool Address::isPublic() const {
    if (!isOneHost(*this) || isDocumentation())
        return false;
    return v6 ? contains(globalUnicast6, *this) && !anyContains(special6, *this) : !anyContains(special4, *this);
}

bool AddressRules::allows(const Address& address) const {
    if (address.isPublic())
        return true;
    if (allowDocumentation && address.isDocumentation())
        return true;
    return allowPrivate && isOneHost(address);
}

} // namespace kpwatch
