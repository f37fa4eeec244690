// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/trace_path.h"

#include <algorithm>

namespace kpwatch {

namespace {

using Says = HopAnswer::Says;

std::string said(Says says) {
    switch (says) {
    case Says::Expired:
        return "expired";
    case Says::Reached:
        return "reached";
    case Says::Unreachable:
        return "unreachable";
    case Says::Prohibited:
        return "prohibited";
    }
    return {};
}

} // namespace

void TracePath::add(const HopAnswer& answer) {
    if (answer.ttl >= 1 && answer.ttl <= longest)
        m_answers.emplace(answer.ttl, answer);
}

// The target's own word before any router's: routers that answer for it may lie beside the way.
std::optional<int> TracePath::end() const {
    std::optional<int> refused;
    for (const auto& [ttl, answer] : m_answers) {
        if (answer.says == Says::Reached)
            return ttl;
        if (answer.says != Says::Expired && !refused)
            refused = ttl;
    }
    return refused;
}

bool TracePath::reached() const { return outcome() == "reached"; }

bool TracePath::complete() const {
    const auto last = end();
    return last && std::distance(m_answers.begin(), m_answers.upper_bound(*last)) == *last;
}

bool TracePath::decided() const { return end() || loopFrom(); }

int TracePath::lastHeard() const { return m_answers.empty() ? 0 : m_answers.rbegin()->first; }

std::vector<int> TracePath::silent() const {
    std::vector<int> ttls;
    for (int ttl = 1; ttl <= end().value_or(longest); ++ttl)
        if (!m_answers.contains(ttl))
            ttls.push_back(ttl);
    return ttls;
}

std::vector<int> TracePath::silentBeyond() const {
    std::vector<int> ttls = silent();
    std::erase_if(ttls, [last = lastHeard()](int ttl) { return ttl < last; });
    return ttls;
}

std::optional<int> TracePath::mayBeRefusedAt() const {
    const int last = end().value_or(0);
    if (last == 0 || m_answers.at(last).says == Says::Reached)
        return std::nullopt;
    int nearest = last;
    while (nearest > 1 && !m_answers.contains(nearest - 1))
        --nearest;
    return nearest < last ? std::optional(nearest) : std::nullopt;
}

// A router that is met again after another. Neighbouring TTLs with one address are no loop: some routers count down
// twice. Nor is an address met again on a way that goes on, which two ways of different length make look so.
std::optional<int> TracePath::loopFrom() const {
    const auto isFrom = [&](int ttl, const Address& address) {
        const auto found = m_answers.find(ttl);
        return found != m_answers.end() && found->second.from == address;
    };
    const auto metBefore = [&](const HopAnswer& answer) {
        int before = answer.ttl;
        while (before > 0 && isFrom(before, answer.from))
            --before;
        while (before > 0 && !isFrom(before, answer.from))
            --before;
        return before > 0;
    };
    if (m_answers.empty() || end() || !metBefore(m_answers.rbegin()->second))
        return std::nullopt;
    const auto again =
        std::find_if(m_answers.begin(), m_answers.end(), [&](const auto& answer) { return metBefore(answer.second); });
    return again->first;
}

std::string TracePath::outcome() const {
    if (const auto last = end())
        return said(m_answers.at(*last).says);
    if (loopFrom())
        return "loop";
    return m_answers.empty() ? "no-first-router" : "silence";
}

std::vector<TraceHop> TracePath::hops() const {
    std::vector<TraceHop> hops;
    const int last = end().value_or(loopFrom().value_or(lastHeard()));
    for (int ttl = 1; ttl <= last; ++ttl) {
        const auto found = m_answers.find(ttl);
        if (found == m_answers.end())
            hops.push_back({.ttl = ttl});
        else
            hops.push_back({ttl, found->second.from.text(), found->second.roundTrip, said(found->second.says)});
    }
    return hops;
}

} // namespace kpwatch
