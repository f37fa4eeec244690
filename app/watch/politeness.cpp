// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/politeness.h"

#include "app/demand.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::chrono::seconds window{60};

} // namespace

Politeness::Politeness(const Settings& settings)
    : m_per24(settings.rate_per_24_per_min), m_alertPer24(settings.rate_alert_per_24_per_min),
      m_per22(settings.rate_per_22_per_min) {}

SteadyTime Politeness::Window::earliest(int cap, SteadyTime now) const {
    const auto size = static_cast<int>(sent.size());
    if (size < cap)
        return now;
    return std::max(now, sent[static_cast<std::size_t>(size - cap)] + window);
}

void Politeness::Window::add(SteadyTime now) {
    while (!sent.empty() && sent.front() + window <= now)
        sent.pop_front();
    sent.push_back(now);
}

SteadyTime Politeness::earliest(const Address& address, Kind kind, bool alert, SteadyTime now) const {
    if (address.isLoopback())
        return now;
    SteadyTime when = now;
    if (const auto found = m_ordinaryByAddress.find(address);
        kind == Kind::Ordinary && found != m_ordinaryByAddress.end())
        when = std::max(when, found->second.earliest(1, now));
    if (const auto found = m_byBlock.find(address.block()); found != m_byBlock.end())
        when = std::max(when, found->second.earliest(alert ? m_alertPer24 : m_per24, now));
    if (isCountry(address))
        when = std::max(when, m_country.earliest(m_per22, now));
    return when;
}

void Politeness::sent(const Address& address, Kind kind, SteadyTime now) {
    if (address.isLoopback())
        return;
    if (kind == Kind::Ordinary)
        m_ordinaryByAddress[address].add(now);
    m_byBlock[address.block()].add(now);
    if (isCountry(address))
        m_country.add(now);
}

} // namespace kpwatch
