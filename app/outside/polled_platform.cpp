// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/polled_platform.h"

#include "app/outside/asked_file.h"
#include "probes/outside/clauses.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kpwatch {

using namespace std::chrono_literals;
using nlohmann::json;

std::string whyNot(const WebAnswer& answer) {
    return answer.trouble.empty() ? clauses::filled(clauses::httpStatus, std::to_string(answer.status))
                                  : answer.trouble;
}

PolledPlatform::PolledPlatform(const Manners& manners, std::vector<PlatformLook> looks)
    : m_guest(manners), m_looks(std::move(looks)), m_known(m_looks.size()) {}

UtcTime PolledPlatform::turnOf(std::size_t look, UtcTime now) const {
    const auto& asked = m_known[look].askedAt;
    return asked && *asked <= now ? *asked + m_looks[look].every : UtcTime::min();
}

std::size_t PolledPlatform::nextLook(UtcTime now) const {
    std::size_t next = 0;
    for (std::size_t i = 1; i < m_looks.size(); ++i)
        if (turnOf(i, now) < turnOf(next, now))
            next = i;
    return next;
}

UtcTime PolledPlatform::dueAt(UtcTime now) const {
    if (m_asking || m_looks.empty())
        return now + 10min; // an answer brings us back
    return std::max(turnOf(nextLook(now), now), m_guest.welcomeAt(now));
}

std::optional<PlatformQuestion> PolledPlatform::due(UtcTime now) {
    if (m_asking || m_looks.empty() || dueAt(now) > now)
        return std::nullopt;
    const std::size_t next = nextLook(now);
    m_asking = next;
    m_known[next].askedAt = now;
    m_guest.asked(now);
    return PlatformQuestion{m_looks[next].path(now, m_known[next].keptAt), std::nullopt};
}

PlatformTold PolledPlatform::answered(const WebAnswer& answer, UtcTime now) {
    if (!m_asking)
        return {.stored = false};
    Known& known = m_known[*m_asking];
    const PlatformLook& look = m_looks[*m_asking];
    m_asking.reset();
    if (answer.status != 200 || !answer.trouble.empty()) {
        if (answer.status != 0)
            m_guest.answered(now, false, answer.retryAfter);
        else
            m_guest.unreached(now);
        return {.trouble = NoData{NoData::Why::Error, whyNot(answer)}};
    }
    const auto told = look.read(answer.body, now);
    if (const auto* const none = std::get_if<NoData>(&told)) {
        const bool empty = none->why == NoData::Why::Empty;
        m_guest.answered(now, empty, std::nullopt);
        known.trouble = empty ? std::nullopt : std::optional(*none);
        return {.trouble = *none, .standing = standing()};
    }
    known.trouble.reset();
    m_guest.answered(now, true, std::nullopt);
    const std::string& said = std::get<std::string>(told);
    if (said == known.said && known.keptAt && *known.keptAt <= now && now - *known.keptAt < look.standsFor)
        return {.standing = standing()};
    known.said = said;
    known.keptAt = now;
    return {.keepBody = true, .standing = standing()};
}

std::optional<NoData> PolledPlatform::standing() const {
    const auto wrong = std::ranges::find_if(m_known, [](const Known& each) { return each.trouble.has_value(); });
    return wrong == m_known.end() ? std::nullopt : wrong->trouble;
}

json PolledPlatform::state() const {
    json looks = json::array();
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const bool waits = m_asking == i; // if we end now its answer never comes: it is asked again then
        looks.push_back({{"asked_ms", timeJson(waits ? std::nullopt : m_known[i].askedAt)},
                         {"kept_ms", timeJson(m_known[i].keptAt)}});
    }
    return {{"manners", m_guest.state()}, {"looks", std::move(looks)}};
}

void PolledPlatform::restore(const json& state, UtcTime now) {
    if (!state.is_object())
        return;
    m_guest.restore(state.value("manners", json()), now);
    const json looks = state.value("looks", json());
    if (!looks.is_array() || looks.size() != m_known.size())
        return;
    for (std::size_t i = 0; i < m_known.size(); ++i)
        if (looks[i].is_object()) {
            m_known[i].askedAt = timeIn(looks[i], "asked_ms", now);
            m_known[i].keptAt = timeIn(looks[i], "kept_ms", now);
        }
}

} // namespace kpwatch
