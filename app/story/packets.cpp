// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/packets.h"

#include <algorithm>

namespace kpwatch {

namespace {

std::optional<Address> blockOf(const std::string& peer) {
    const auto address = Address::parse(peer);
    return address ? std::optional(address->block()) : std::nullopt;
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
