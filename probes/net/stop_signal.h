// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a stop token into a readable descriptor, so that any poll ends the moment a stop is asked for. One per check,
// used by the thread that made it; the token may be stopped from any thread.
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>

namespace kpwatch {

using SteadyTime = std::chrono::steady_clock::time_point;

class StopSignal {
  public:
    explicit StopSignal(const std::stop_token& stop);
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    bool stopped() const { return m_stop.stop_requested(); }
    int fd() const { return m_fd; } // eventfd(2), never read; -1 if the process is out of descriptors

  private:
    std::stop_token m_stop;
    int m_fd;
    std::stop_callback<std::function<void()>> m_callback; // last: made after, gone before the descriptor
};

// Milliseconds poll(2) may wait until the deadline: rounded up, never negative, at most 100 when there is no descriptor
// that would end the wait early.
int pollMilliseconds(SteadyTime deadline, const StopSignal& stop);

enum class Wait { Ready, Deadline, Stopped };
// Waits until the descriptor has one of the events (poll(2)), the deadline passes or a stop is asked for.
Wait waitFor(int fd, short events, SteadyTime deadline, const StopSignal& stop);

} // namespace kpwatch
