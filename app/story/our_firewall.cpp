// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/our_firewall.h"

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

// Name servers are asked every two minutes, and every five while they are silent for long.
constexpr auto speaksFor = 6min;

} // namespace

bool isKeptIn(const Observation& row, Transport transport) {
    return row.failure == Failure::PermissionDenied && transport != Transport::Icmp;
}

void OurFirewall::forbadeTarget(UtcTime at) {
    if (!m_target || at - *m_target > speaksFor)
        m_since = at;
    m_target = at;
}

bool OurFirewall::mayForbid(const Observation& row, Transport transport,
                            const std::optional<UtcTime>& lastAnswer) const {
    const bool nobody_spoke = row.failure == Failure::Timeout || row.failure == Failure::Unreachable ||
                              row.failure == Failure::LocalNetworkDown;
    const bool said_itself = transport != Transport::Tcp && transport != Transport::Mail;
    if (!nobody_spoke || said_itself || !m_target || row.endedAt() - *m_target > speaksFor)
        return false;
    const bool everybody = m_control && *m_target - *m_control <= speaksFor; // a rule about ports
    return !everybody && (!lastAnswer || *lastAnswer < *m_since);
}

} // namespace kpwatch
