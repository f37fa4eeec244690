// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that the computer slept, or that its clock was set: CLOCK_BOOTTIME counts suspension and is never set,
// CLOCK_MONOTONIC does not count it (clock_gettime(2)). One thread.
#pragma once

#include "probes/utc_time.h"

#include <optional>

namespace kpwatch {

struct Jolt {
    std::optional<UtcTime> sleptSince;    // wall-clock time of the last look before the sleep
    std::chrono::milliseconds stepped{0}; // how far the wall clock was set; 0 below one second
};

class Wakefulness {
  public:
    Wakefulness();
    // What happened since the last call; call it every second or so.
    Jolt look();

  private:
    std::chrono::nanoseconds m_suspended; // so far since boot
    std::chrono::nanoseconds m_boot;      // clock at the last look
    UtcTime m_lastLook;
};

} // namespace kpwatch
