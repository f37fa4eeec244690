// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/wakefulness.h"

#include <ctime>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

// Below this the clocks may differ by the time between reading them, or be slewed (adjtime(3)).
constexpr nanoseconds noticeable = 1s;
constexpr nanoseconds standstill = 3 * Wakefulness::period + 1s;

nanoseconds read(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + nanoseconds{time.tv_nsec};
}

} // namespace

// Stopped between two of the readings, the clocks would seem to have drifted apart: then they are read again.
Clocks readClocks() {
    Clocks clocks;
    for (int attempt = 0; attempt < 10; ++attempt) {
        clocks.monotonic = read(CLOCK_MONOTONIC);
        clocks.boot = read(CLOCK_BOOTTIME);
        clocks.wall = utcNow();
        if (read(CLOCK_MONOTONIC) - clocks.monotonic < 20ms)
            break;
    }
    return clocks;
}

Wakefulness::Wakefulness(ReadClocks read_clocks, std::function<void()> jolted)
    : m_read(std::move(read_clocks)), m_jolted(std::move(jolted)), m_last(m_read()) {}

void Wakefulness::look() {
    bool gap = false;
    {
        const std::lock_guard lock(m_mutex);
        const Clocks now = m_read();
        const nanoseconds passed = now.boot - m_last.boot;
        const nanoseconds ran = now.monotonic - m_last.monotonic;
        const bool slept = passed - ran > noticeable;
        gap = slept || (ran > standstill && !m_resting);
        Jolt jolt{.at = now.wall};
        const auto expected = m_last.wall + std::chrono::duration_cast<milliseconds>(passed);
        if (std::chrono::abs(now.wall - expected) > noticeable)
            jolt.stepped = now.wall - expected;
        if (gap) {
            jolt.absent = std::chrono::duration_cast<milliseconds>(passed);
            jolt.absentSince = m_last.wall <= now.wall ? m_last.wall : now.wall - jolt.absent;
            jolt.stoodStill = !slept;
        }
        m_last = now;
        if (gap || jolt.stepped.count() != 0)
            m_jolts.push_back(jolt);
    }
    if (gap && m_jolted)
        m_jolted();
}

std::vector<Jolt> Wakefulness::take() {
    look();
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_jolts, {});
}

void Wakefulness::rest(bool resting) {
    look(); // what has passed until now belongs to how it was
    {
        const std::lock_guard lock(m_mutex);
        m_resting = resting;
    }
    m_turned.notify_all();
}

void Wakefulness::waitToLook(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (m_resting)
        m_turned.wait(lock, stop, [this] { return !m_resting; });
    else
        m_turned.wait_for(lock, stop, period, [this] { return m_resting; });
}

Vigil::Vigil(Wakefulness& wakefulness)
    : m_thread([&wakefulness](const std::stop_token& stop) {
          while (!stop.stop_requested()) {
              wakefulness.waitToLook(stop);
              wakefulness.look();
          }
      }) {}

} // namespace kpwatch
