// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/stream_pace.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch {

using namespace std::chrono_literals;

namespace {

constexpr auto lasted = 15min;
constexpr auto unreachedFor = 64s; // at most
constexpr auto brokenFor = 15min;  // at most: a hundred of these are a day

} // namespace

nlohmann::json StreamPace::state() const { return m_guest.state(); }

UtcTime StreamPace::dueAt(UtcTime now) const {
    const UtcTime next = m_next - now < brokenFor * 2 ? m_next : now; // else the clock was set back
    return std::max(next, m_guest.welcomeAt(now));
}

void StreamPace::began(UtcTime now) {
    m_beganAt = now;
    m_guest.asked(now);
}

void StreamPace::ended(const End& end, UtcTime now, std::chrono::milliseconds wobble) {
    const bool long_enough = m_beganAt && now - *m_beganAt >= lasted;
    if (end.status != 0 && !m_beganAt)
        m_guest.asked(now);
    if (end.status != 0)
        m_guest.answered(now, m_beganAt.has_value(), end.retryAfter);
    m_short = long_enough ? 0 : std::min(m_short + 1, 9);
    const auto wait = std::chrono::seconds(long_enough ? 0 : 1 << m_short);
    m_next = now + wobble +
             (m_beganAt || end.status != 0 ? std::min<std::chrono::seconds>(wait * 2, brokenFor)
                                           : std::min<std::chrono::seconds>(wait, unreachedFor));
    m_beganAt.reset();
}

} // namespace kpwatch
