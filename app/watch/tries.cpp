// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/tries.h"

namespace kpwatch {

namespace {

constexpr std::chrono::minutes politePause{1}; // for a name, as the schedule keeps for an address

} // namespace

std::optional<Address> Tries::addressOf(const std::string& host) const {
    const auto known = m_livesAt.find(host);
    return known != m_livesAt.end() ? std::optional(known->second) : Address::parse(host);
}

bool Tries::may(const std::string& host, SteadyTime now) const {
    const auto address = addressOf(host);
    if (address && m_caps.earliest(*address, Politeness::Kind::Ordinary, false, now) > now)
        return false;
    const auto named = m_names.find(host);
    return named == m_names.end() || now - named->second >= politePause;
}

void Tries::asked(const std::string& host, SteadyTime now) {
    if (const auto literal = Address::parse(host))
        m_caps.sent(*literal, Politeness::Kind::Ordinary, now);
    else
        m_names[host] = now;
}

void Tries::livesAt(const std::string& host, const Address& address, SteadyTime asked_at) {
    if (Address::parse(host))
        return;
    m_livesAt.insert_or_assign(host, address);
    m_caps.sent(address, Politeness::Kind::Ordinary, asked_at);
}

} // namespace kpwatch
