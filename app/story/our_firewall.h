// SPDX-License-Identifier: GPL-3.0-or-later
// That a firewall of this computer forbids the way to the targets. Of a datagram the kernel says so (EPERM, sendto(2));
// the first packet of a TCP connection it drops without a word, and that looks like silence, or rejects as unreachable,
// and that looks like a network without a way there (EHOSTUNREACH). A fold of rows; one thread.
#pragma once

#include "app/story/judge.h"

namespace kpwatch {

// Whether a firewall of this computer kept it in. Of a ping a refusal is a right that we do not have (icmp(7)).
bool isKeptIn(const Observation& row, Transport transport);

class OurFirewall {
  public:
    // A datagram to a target, or to a control, was forbidden by this computer.
    void forbadeTarget(UtcTime at);
    void forbadeControl(UtcTime at) { m_control = at; }
    // Whether it may be that firewall's that nobody spoke at a target that is not asked by datagrams: it spoke of a
    // target, lets datagrams to controls through, and this target has not answered since it began.
    bool mayForbid(const Observation& row, Transport transport, const std::optional<UtcTime>& lastAnswer) const;
    void newEpoch() { *this = {}; }

  private:
    std::optional<UtcTime> m_target, m_since, m_control; // the latest; since: of targets, without a pause
};

} // namespace kpwatch
