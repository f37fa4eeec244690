// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong on the way to the servers and at our own end, and what has to be said about it. Values.
#pragma once

#include "tests/network/chain.h"

#include <span>
#include <vector>

namespace kpwatch::test {

// Whom a word is about: slugs of targets, "own-line", "*" for all other targets, "line", "long-haul", "transit-china",
// "negative" for all controls of a ring.
using Words = std::map<std::string, std::string>;

struct Step {
    void (*happens)(Chain& chain);
    std::chrono::minutes lasts{25};
};

// One row per fault. Alternatives in a word are set apart by "|".
struct Fault {
    const char* name;
    std::vector<Step> steps;
    // How every check ends after the last step, "stage failure"; not named: "done none", and for the negative ring
    // nothing that is an answer. "?": chance.
    Words checks{};
    // The state at the end, "state" or "state reason"; not named: "up". "down" is never said before or after either,
    // unless it stands here.
    Words states{};
    // Where a trace to www.kcna.kp ends, as described(): without ICMP sockets, and with them.
    const char* road = "reached at hop 6, 175.45.176.71";
    std::chrono::milliseconds timeout{2000}; // of every check; longer where somebody speaks late
    int gathered = 6;                        // checks of each target really made; more where chance decides
    std::chrono::milliseconds pace{0};       // from one of them to the next
};

std::span<const Fault> faults();

} // namespace kpwatch::test
