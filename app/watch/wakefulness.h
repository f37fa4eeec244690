// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that the computer slept, that it or this program stood still (SIGSTOP, a paused virtual machine), and that
// its clock was set. CLOCK_BOOTTIME counts suspension and is never set, CLOCK_MONOTONIC does not count it
// (clock_gettime(2)). Looked at by a thread that does nothing else, so that whoever waits for the disk is not taken for
// a computer that stands still.
#pragma once

#include "probes/utc_time.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace kpwatch {

// The three clocks at one moment.
struct Clocks {
    std::chrono::nanoseconds boot{0}, monotonic{0};
    UtcTime wall;
};
using ReadClocks = std::function<Clocks()>;
Clocks readClocks();

struct Jolt {
    UtcTime at;                           // when it was noticed
    std::optional<UtcTime> absentSince;   // wall-clock time of the last look before a gap
    std::chrono::milliseconds absent{0};  // the length of it; the clock may have been set meanwhile
    bool stoodStill = false;              // the gap was no sleep
    std::chrono::milliseconds stepped{0}; // how far the wall clock was set; 0 below one second
    bool operator==(const Jolt&) const = default;
};

// Any thread.
class Wakefulness {
  public:
    // How often somebody has to look.
    static constexpr std::chrono::milliseconds period{1000};
    // `jolted` is called by the thread whose look found a gap, after it can be taken.
    explicit Wakefulness(ReadClocks read = readClocks, std::function<void()> jolted = {});

    void look();
    // While nobody watches, nobody has to look: a long time without is no standstill then. Sleep and a clock that was
    // set are still seen at the next look.
    void rest(bool resting);
    // Until the next look is due, or a stop is asked for.
    void waitToLook(const std::stop_token& stop);
    // Looks, and hands over what happened since the last call, in order.
    std::vector<Jolt> take();

  private:
    const ReadClocks m_read;
    const std::function<void()> m_jolted;
    std::mutex m_mutex; // all below
    std::condition_variable_any m_turned;
    bool m_resting = false;
    Clocks m_last;
    std::vector<Jolt> m_jolts;
};

// The thread that looks.
class Vigil {
  public:
    explicit Vigil(Wakefulness& wakefulness); // which must outlive it

  private:
    std::jthread m_thread;
};

} // namespace kpwatch
