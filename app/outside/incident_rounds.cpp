// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/incident_rounds.h"

#include "app/outside/asked_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch {

using namespace std::chrono_literals;
using nlohmann::json;

namespace {

constexpr UtcTime::duration rounds[] = {0min, 5min, 15min};
static_assert(std::size(rounds) == IncidentRounds::most);

bool isTrue(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && *found == json(true);
}

} // namespace

std::optional<IncidentRounds> IncidentRounds::restored(const json& kept, UtcTime now) {
    if (!kept.is_object())
        return std::nullopt;
    const auto confirmed = timeIn(kept, "began_ms", now);
    const auto begun = kept.find("begun");
    if (!confirmed || begun == kept.end() || !begun->is_number_integer())
        return std::nullopt;
    IncidentRounds run(*confirmed);
    run.m_begun = static_cast<int>(std::clamp<std::int64_t>(begun->get<std::int64_t>(), 0, most));
    run.m_askedSites = isTrue(kept, "sites");
    run.m_hasSite = isTrue(kept, "has_site");
    if (const auto told = kept.find("told_ms"); told != kept.end() && told->is_object())
        for (const auto& each : told->items())
            if (const auto at = timeIn(*told, each.key().c_str(), now))
                run.m_told[each.key()] = *at;
    return run.isPast(now) ? std::nullopt : std::optional(std::move(run));
}

json IncidentRounds::state() const {
    json told = json::object();
    for (const auto& [target, at] : m_told)
        told[target] = timeJson(at);
    return {{"began_ms", timeJson(m_confirmed)},
            {"begun", m_begun},
            {"sites", m_askedSites},
            {"has_site", m_hasSite},
            {"told_ms", std::move(told)}};
}

void IncidentRounds::join(const std::string& target, bool is_site, UtcTime now) {
    m_told[target] = now;
    m_hasSite = m_hasSite || is_site;
}

bool IncidentRounds::knows(const std::string& target, UtcTime since) const {
    const auto told = m_told.find(target);
    return since <= m_confirmed || (told != m_told.end() && since <= told->second);
}

void IncidentRounds::beginAnew(UtcTime confirmed) {
    m_confirmed = confirmed;
    m_begun = 0;
    m_askedSites = false;
    m_hasSite = false;
}

void IncidentRounds::goOn(UtcTime confirmed) {
    while (m_begun < most && roundAt(m_begun) < confirmed)
        ++m_begun;
}

void IncidentRounds::leaveOutLate(UtcTime now) {
    while (m_begun < most && now - roundAt(m_begun) >= lateFor)
        ++m_begun;
}

UtcTime IncidentRounds::roundAt(int round) const {
    return m_confirmed + rounds[round] + (round == 0 && !m_hasSite ? sitesFollowIn : 0min);
}

std::optional<UtcTime> IncidentRounds::next() const {
    return m_begun < most ? std::optional(roundAt(m_begun)) : std::nullopt;
}

std::optional<UtcTime> IncidentRounds::nextFrom(UtcTime welcome) const {
    for (int round = m_begun; round < most; ++round)
        if (const UtcTime at = roundAt(round); welcome - at < lateFor)
            return std::max(at, welcome);
    return std::nullopt;
}

void IncidentRounds::begin(bool asks_sites) {
    ++m_begun;
    m_askedSites = m_askedSites || asks_sites;
}

} // namespace kpwatch
