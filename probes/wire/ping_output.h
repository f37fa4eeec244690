// SPDX-License-Identifier: GPL-3.0-or-later
// What ping(8) of iputils prints in the C locale: text to values. Pure; any thread.
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

namespace kpwatch {

struct PingOutput {
    bool whole = false; // its last summary is there: it could begin, and was not cut off
    int sent = 0, received = 0;
    std::vector<std::chrono::microseconds> roundTrips; // in the order they came
};
PingOutput readPingOutput(std::string_view text);

} // namespace kpwatch
