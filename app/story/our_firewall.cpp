// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/our_firewall.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

// Name servers are asked every two minutes, and every five while they are silent for long.
constexpr auto speaksFor = 6min;

} // namespace

void OurFirewall::forbadeTarget(Transport transport, UtcTime at) {
    if (transport == Transport::Icmp) // not every system lets a person ping
        return;
    Forbidden& its = m_forbidden[transport];
    if (!its.target || at - *its.target > speaksFor)
        its.since = at;
    its.target = at;
}

void OurFirewall::forbadeControl(Transport transport, UtcTime at) { m_forbidden[transport].control = at; }

bool OurFirewall::mayForbid(const Observation& row, const std::optional<UtcTime>& lastAnswer) const {
    if (row.failure != Failure::Timeout && row.failure != Failure::Unreachable)
        return false;
    return std::any_of(m_forbidden.begin(), m_forbidden.end(), [&](const auto& each) {
        const Forbidden& its = each.second;
        if (!its.target || row.endedAt() - *its.target > speaksFor)
            return false;
        const bool everybody = its.control && *its.target - *its.control <= speaksFor; // a rule about ports
        return !everybody && (!lastAnswer || *lastAnswer < *its.since);
    });
}

} // namespace kpwatch
