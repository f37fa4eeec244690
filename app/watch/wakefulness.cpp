// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/wakefulness.h"

#include <ctime>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

std::chrono::nanoseconds read(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

std::chrono::nanoseconds suspendedSinceBoot() { return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC); }

} // namespace

Wakefulness::Wakefulness() : m_suspended(suspendedSinceBoot()), m_boot(read(CLOCK_BOOTTIME)), m_lastLook(utcNow()) {}

Jolt Wakefulness::look() {
    const std::chrono::nanoseconds suspended = suspendedSinceBoot() - m_suspended;
    const std::chrono::nanoseconds boot = read(CLOCK_BOOTTIME);
    const UtcTime now = utcNow();
    Jolt jolt;
    // The clocks are read one after the other, hence not zero.
    if (suspended > 1s)
        jolt.sleptSince = m_lastLook;
    const auto expected = m_lastLook + std::chrono::duration_cast<std::chrono::milliseconds>(boot - m_boot);
    if (std::chrono::abs(now - expected) > 1s)
        jolt.stepped = now - expected;
    m_suspended += suspended;
    m_boot = boot;
    m_lastLook = now;
    return jolt;
}

} // namespace kpwatch
