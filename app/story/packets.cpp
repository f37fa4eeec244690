// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/packets.h"

#include "probes/net/address_rules.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::size_t bytesOf24 = 3, bytesOf48 = 6;

std::uint64_t blockOf(const std::string& peer) {
    const auto address = Address::parse(peer);
    if (!address)
        return 0;
    std::uint64_t block = 1; // so that no block is 0
    for (std::size_t i = 0; i < (address->v6 ? bytesOf48 : bytesOf24); ++i)
        block = block << 8U | address->bytes.at(i);
    return block;
}

std::optional<Micros> handshakeOf(const Observation& row) {
    if (!row.answered() || row.tries != 1)
        return std::nullopt;
    if (std::holds_alternative<DnsDetail>(row.detail))
        return row.phases.firstByte.value_or(row.elapsed);
    if (!row.phases.connect)
        return std::nullopt;
    return *row.phases.connect - row.phases.resolve.value_or(Micros{0});
}

} // namespace

Packets packetsOf(const Observation& row) {
    return {std::max(row.tries, 1), row.answered() || row.phases.connect.has_value(), handshakeOf(row),
            blockOf(row.peer), row.recheck};
}

} // namespace kpwatch
