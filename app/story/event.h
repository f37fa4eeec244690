// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to the watching itself: rows beside the observations, from which presence is known. Values.
#pragma once

#include "probes/utc_time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace kpwatch {

struct Started {
    bool operator==(const Started&) const = default;
};
struct Stopped {
    bool operator==(const Stopped&) const = default;
};
struct Heartbeat {
    bool operator==(const Heartbeat&) const = default;
};
struct Paused {
    bool operator==(const Paused&) const = default;
};
struct Resumed {
    bool operator==(const Resumed&) const = default;
};
struct Asleep { // written on waking
    UtcTime from;
    bool operator==(const Asleep&) const = default;
};
struct Epoch { // a new vantage epoch begins: other exit network, interface, resolver or proxy
    std::string id, network, country;
    std::string way = "direct"; // or "proxy": then failures never count against anybody
    std::string exit{};         // what the id stands for, to know it again after a restart; private, never exported
    bool operator==(const Epoch&) const = default;
};
struct ClockStep {
    std::int64_t by_ms = 0;
    bool operator==(const ClockStep&) const = default;
};

struct Event {
    UtcTime at;
    std::variant<Started, Stopped, Heartbeat, Paused, Resumed, Asleep, Epoch, ClockStep> what;
    bool operator==(const Event&) const = default;
};

// "started", "stopped", "heartbeat", "paused", "resumed", "asleep", "epoch", "clock-step".
std::string_view name(const Event& event);

} // namespace kpwatch
