// SPDX-License-Identifier: GPL-3.0-or-later
// That a firewall of this computer forbids the way to the targets. Of a datagram the kernel says so (EPERM, sendto(2));
// the first packet of a TCP connection it drops without a word, and that looks like silence. A fold of rows; one
// thread.
#pragma once

#include "app/story/judge.h"

namespace kpwatch {

class OurFirewall {
  public:
    // A check of a target or of a control was forbidden by this computer.
    void forbadeTarget(Transport transport, UtcTime at);
    void forbadeControl(Transport transport, UtcTime at);
    // Whether the silence of a target may be that firewall's: it speaks of a target, lets controls through that are
    // asked the same way, and this one has not answered since it began.
    bool mayForbid(const Observation& row, const std::optional<UtcTime>& lastAnswer) const;
    void newEpoch() { *this = {}; }

  private:
    struct Forbidden {
        std::optional<UtcTime> target, since, control; // the latest; since: of targets, without a pause
    };
    std::map<Transport, Forbidden> m_forbidden;
};

} // namespace kpwatch
