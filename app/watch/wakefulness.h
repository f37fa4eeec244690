// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that the computer slept: CLOCK_BOOTTIME counts suspension, CLOCK_MONOTONIC does not (clock_gettime(2)).
// One thread.
#pragma once

#include "probes/utc_time.h"

#include <optional>

namespace kpwatch {

class Wakefulness {
  public:
    Wakefulness();
    // Call regularly. If the computer slept since the last call: the wall-clock time of that call.
    std::optional<UtcTime> sleptSince();

  private:
    std::chrono::nanoseconds m_suspended; // so far since boot
    UtcTime m_lastCall;
};

} // namespace kpwatch
