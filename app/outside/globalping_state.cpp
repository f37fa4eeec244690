// SPDX-License-Identifier: GPL-3.0-or-later
// What of asking places elsewhere outlives a restart: budgets, the standing set, a baseline and the rounds of an
// incident as far as they came, and a measurement that is under way.
#include "app/outside/asked_file.h"
#include "app/outside/globalping_source.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch {

using nlohmann::json;

json GlobalpingSource::state() const {
    std::set<std::string> left = m_baselineLeft;
    if (m_round && m_round->why == Why::Baseline && m_underWay && !m_underWay->isBegun())
        left.insert(m_underWay->test().question.asked); // nobody knows yet that it was taken
    json state{{"manners", m_guest.state()},    {"same", m_same},
               {"same_ms", timeJson(m_sameAt)}, {"baseline_ms", timeJson(m_baselineAt)},
               {"baseline_left", left},         {"trouble", m_trouble}};
    if (m_underWay && m_underWay->isBegun())
        state["under_way"] = {{"id", m_underWay->id()}, {"asked_ms", timeJson(m_underWay->askedAt())}};
    if (m_rounds)
        state["run"] = m_rounds->state();
    return state;
}

void GlobalpingSource::restore(const json& state, UtcTime now) {
    if (!state.is_object())
        return;
    m_guest.restore(state.value("manners", json()), now);
    m_baselineAt = timeIn(state, "baseline_ms", now);
    if (const auto left = state.find("baseline_left"); m_baselineAt && left != state.end() && left->is_array())
        for (const json& asked : *left)
            if (asked.is_string())
                m_baselineLeft.insert(asked.get<std::string>());
    if (const auto trouble = state.find("trouble"); trouble != state.end() && trouble->is_string())
        m_trouble = trouble->get<std::string>();
    if (const auto at = timeIn(state, "same_ms", now); at && state.contains("same") && state["same"].is_string()) {
        m_same = state["same"].get<std::string>();
        m_sameAt = *at;
    }
    restoreUnderWay(state.value("under_way", json()), now);
    m_rounds = IncidentRounds::restored(state.value("run", json()), now);
}

// What was asked before the program ended is kept by the platform: it is fetched and not asked again.
void GlobalpingSource::restoreUnderWay(const json& kept, UtcTime now) {
    if (!kept.is_object())
        return;
    const Told<std::string> id = readGlobalpingBegun(kept.dump());
    const auto at = timeIn(kept, "asked_ms", now);
    if (!std::holds_alternative<std::string>(id) || !at || now - *at >= setKept)
        return;
    m_underWay.emplace(std::get<std::string>(id), places, *at, m_guest.welcomeAt(now));
}

} // namespace kpwatch
