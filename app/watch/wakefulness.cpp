// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/wakefulness.h"

#include <ctime>
#include <utility>

namespace kpwatch {

namespace {

std::chrono::nanoseconds read(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

std::chrono::nanoseconds suspendedSinceBoot() { return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC); }

} // namespace

Wakefulness::Wakefulness() : m_suspended(suspendedSinceBoot()), m_lastCall(utcNow()) {}

std::optional<UtcTime> Wakefulness::sleptSince() {
    const std::chrono::nanoseconds before = std::exchange(m_suspended, suspendedSinceBoot());
    const UtcTime last = std::exchange(m_lastCall, utcNow());
    // The two clocks are read one after the other, hence not zero.
    return m_suspended - before > std::chrono::seconds{1} ? std::optional(last) : std::nullopt;
}

} // namespace kpwatch
