// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/own_signs.h"

#include "app/story/our_firewall.h"

namespace kpwatch {

namespace {

constexpr std::chrono::minutes gapShownFor{10};

} // namespace

void OwnSigns::take(const Observation& row) {
    const Target* const target = m_watchlist.find(row.target);
    if (target == nullptr)
        return;
    if (m_watchlist.isControl(row.target))
        m_clock.take(row);
    if (isKeptIn(row, transportOf(target->probe)))
        m_keptIn.insert(row.target);
    else
        m_keptIn.erase(row.target);
    if (m_keptIn.empty())
        m_keptInSince.reset();
    else if (!m_keptInSince)
        m_keptInSince = row.startedAt;
}

void OwnSigns::take(const Jolt& jolt) {
    if (jolt.stepped.count() != 0)
        m_clock.forget();
    if (jolt.absentSince)
        m_woke = Notice{jolt.at, Woke{jolt.absent, jolt.stoodStill}};
}

std::vector<Notice> OwnSigns::notices(UtcTime now) {
    std::vector<Notice> all;
    if (m_keptInSince)
        all.push_back({*m_keptInSince, OwnFirewall{static_cast<int>(m_keptIn.size())}});
    const auto ahead = m_clock.ahead(now);
    m_clockWrongSince = ahead ? std::optional(m_clockWrongSince.value_or(now)) : std::nullopt;
    if (ahead) // whole seconds: what is shown does not flicker
        all.push_back({*m_clockWrongSince, ClockWrong{std::chrono::round<std::chrono::seconds>(*ahead)}});
    if (m_woke && now - m_woke->since > gapShownFor)
        m_woke.reset();
    if (m_woke)
        all.push_back(*m_woke);
    return all;
}

} // namespace kpwatch
