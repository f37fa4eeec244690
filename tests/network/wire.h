// SPDX-License-Identifier: GPL-3.0-or-later
// A cable that delays and loses packets: copies Ethernet frames between two interfaces over packet sockets (packet(7)).
// In place of the kernel's netem, which is not everywhere. One thread of its own; every function from any thread.
#pragma once

#include "tests/network/space.h"

#include <array>
#include <atomic>
#include <chrono>
#include <thread>

namespace kpwatch::test {

class Wire {
  public:
    // What happens to packets in one direction.
    struct Weather {
        std::chrono::milliseconds delay{0};
        std::chrono::milliseconds jitter{0}; // up to so much more; may change the order of packets
        int lossPercent = 0;
    };
    enum class Direction { Out, Back }; // from left to right, from right to left

    // Lays the cable, so that each space has an interface of this name. Throws std::system_error.
    Wire(const Space& left, const std::string& leftName, const Space& right, const std::string& rightName);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    // Holds for the packets that arrive from now on.
    void set(Direction direction, const Weather& weather);
    void setBoth(const Weather& weather);
    int carried() const { return m_carried; } // packets delivered so far, both ways

  private:
    struct Way {
        int from = -1, to = -1;
        std::atomic<int> delay_ms = 0, jitter_ms = 0, loss_percent = 0;
    };
    void run(const std::stop_token& stop);

    Space m_middle;
    std::array<int, 2> m_sockets{-1, -1};
    std::array<Way, 2> m_ways;
    int m_wake = -1;
    std::atomic<int> m_carried = 0;
    std::jthread m_thread;
};

} // namespace kpwatch::test
