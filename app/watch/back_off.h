// SPDX-License-Identifier: GPL-3.0-or-later
// How long to wait before something that failed is tried again: a little at first, twice as long each time, up to a
// limit. Knows no clock; one thread.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

namespace kpwatch {

class BackOff {
  public:
    using Time = std::chrono::steady_clock::time_point;

    BackOff(std::chrono::seconds first, std::chrono::seconds longest) : m_first(first), m_longest(longest) {}

    bool isDue(Time now) const { return !m_next || now >= *m_next; }
    void failed(Time now) {
        m_next = now + m_pause;
        m_pause = std::min(m_pause * 2, m_longest);
    }
    void waitUntil(Time next) { m_next = next; } // for a reason of another kind: no failure
    void atOnce() { m_next.reset(); }
    void succeeded() {
        m_next.reset();
        m_pause = m_first;
    }
    std::chrono::seconds pause() const { return m_pause; } // after the next failure

  private:
    std::chrono::seconds m_first, m_longest, m_pause = m_first;
    std::optional<Time> m_next;
};

} // namespace kpwatch
