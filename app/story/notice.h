// SPDX-License-Identifier: GPL-3.0-or-later
// What the person should know about our own side besides the verdicts: values, which words::notice puts into words.
// They say what is so now; none is stored, and none judges anybody. Any thread.
#pragma once

#include "probes/utc_time.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace kpwatch {

struct NoRoute { // nothing can leave this computer
    bool operator==(const NoRoute&) const = default;
};
struct FirstRouterSilent { // the next machine, at home the box, does not answer this computer
    bool operator==(const FirstRouterSilent&) const = default;
};
struct SplitRoute { // some targets are asked by another way than the controls, which then prove nothing for them
    int targets = 0;
    std::string network; // by which those targets are asked, as Epoch::network
    bool operator==(const SplitRoute&) const = default;
};
struct ResolverRewrites { // the system's resolver has answered for names that do not exist
    int names = 0, asked = 0;
    std::string address; // one it answered with
    bool operator==(const ResolverRewrites&) const = default;
};
struct OwnFirewall { // rules of this computer keep checks in
    int checks = 0;  // targets and controls whose latest check could not leave
    bool operator==(const OwnFirewall&) const = default;
};
struct ClockWrong {                     // as the Date of web servers among the controls tells
    std::chrono::milliseconds ahead{0}; // how far this computer's clock is ahead; behind: negative
    bool operator==(const ClockWrong&) const = default;
};
struct SleepComes { // the computer is about to sleep
    bool operator==(const SleepComes&) const = default;
};
struct Woke { // nobody watched for a while that has just ended
    std::chrono::milliseconds gap{0};
    bool stoodStill = false; // it did not sleep: the computer or the program was stopped and went on
    bool operator==(const Woke&) const = default;
};
struct NetworkChanged {  // this computer went over to another network: a new vantage epoch
    std::string network; // as Epoch::network: "ethernet", "wi-fi", "vpn", "mobile"; empty if it has no name here
    bool operator==(const NetworkChanged&) const = default;
};
struct BetweenUs { // on the same network as before somebody began, or ended, to answer for everybody
    bool begun = false;
    bool operator==(const BetweenUs&) const = default;
};

struct StrayControl { // it is to prove the road through a network, and does not lie in it, as RIPEstat tells
    std::string label;
    std::uint32_t expected = 0;
    std::vector<std::uint32_t> found; // empty: nobody announces its address
    bool operator==(const StrayControl&) const = default;
};

struct Notice {
    UtcTime since;
    std::variant<NoRoute, FirstRouterSilent, SplitRoute, ResolverRewrites, OwnFirewall, ClockWrong, SleepComes, Woke,
                 NetworkChanged, BetweenUs, StrayControl>
        what;
    bool operator==(const Notice&) const = default;
};

// Whether the computer is kept from sleeping for as long as we watch.
enum class KeepAwake {
    Off,        // not wanted, or nothing is being watched
    Held,       // it will not fall asleep by itself
    OnBattery,  // wanted, but the power cord is not in
    NotPossible // wanted, but nobody here can be asked for it (no logind on the system bus), or it was refused
};

} // namespace kpwatch
