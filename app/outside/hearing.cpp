// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/hearing.h"

#include "app/story/unwatched.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto briefly = heldFor; // a stream that is back so soon goes on: a state is not newer either
constexpr auto firstWait = 1min;
constexpr auto askedAfter = 1min; // without the stream a state is asked for, before nothing is known any more

} // namespace

void Hearing::heardBefore(UtcTime at) { m_holdsUntil = at; }

void Hearing::streamBegan(UtcTime now) { hearAnew(now); }

void Hearing::hearAnew(UtcTime now) {
    m_streamSince = now;
    m_heard.clear();
    m_most = false;
    m_resync = true;
}

void Hearing::streamEnded(UtcTime now) {
    if (m_streamSince) {
        const UtcTime there = std::min(now, m_noticedAt.value_or(now));
        m_missedSince = m_missedSince.value_or(there);
        m_holdsUntil = m_holdsUntil.value_or(there);
    }
    m_streamSince.reset();
}

bool Hearing::noticed(UtcTime now) {
    const std::optional<UtcTime> before = std::exchange(m_noticedAt, now);
    if (!before && !m_stateAt)
        m_holdsUntil = m_holdsUntil.value_or(now);            // what was told before we began
    if (m_streamSince && before && now - *before > briefly) { // the computer slept
        m_missedSince = m_missedSince.value_or(*before);
        m_holdsUntil = m_holdsUntil.value_or(*before);
        hearAnew(now);
        return true;
    }
    return missesTooMuch(now) && !(before && missesTooMuch(*before));
}

void Hearing::heardByMost() {
    m_most = true;
    m_holdsUntil.reset();
    m_silent = false;
}

void Hearing::stateAnswered(UtcTime now) {
    m_stateAt = now;
    m_resync = false;
}

void Hearing::stateInVain() { ++m_inVain; }

void Hearing::stateBelieved(UtcTime of) {
    m_inVain = 0;
    m_missing = m_streamSince && *m_streamSince > of;
    m_missedSince = m_streamSince ? std::nullopt : m_stateAt;
    m_holdsUntil = m_streamSince ? std::nullopt : std::optional(nextStateAt());
    m_most = false;
    m_silent = false;
}

bool Hearing::missesTooMuch(UtcTime now) const { return m_missedSince && now - *m_missedSince > briefly; }

UtcTime Hearing::nextStateAt() const {
    const auto again = m_inVain > 0 ? firstWait * (1 << std::min(m_inVain - 1, 4)) : stateEvery;
    return m_stateAt.value_or(UtcTime{}) + std::min(again, stateEvery);
}

bool Hearing::wantsState(UtcTime now) const {
    if (m_resync || !m_stateAt || nextStateAt() <= now || *m_stateAt > now)
        return true;
    return m_holdsUntil && *m_stateAt < *m_holdsUntil && now - *m_holdsUntil > askedAfter;
}

std::optional<UtcTime> Hearing::fallsSilent(UtcTime now) {
    if (m_silent || !m_holdsUntil || now - *m_holdsUntil <= briefly)
        return std::nullopt;
    m_silent = true;
    return m_holdsUntil;
}

std::optional<UtcTime> Hearing::ended(UtcTime now) {
    if (std::exchange(m_silent, true))
        return std::nullopt;
    return std::min(now, m_holdsUntil.value_or(now));
}

} // namespace kpwatch
