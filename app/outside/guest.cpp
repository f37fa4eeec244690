// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/guest.h"

#include "app/story/second_opinion.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr auto firstWait = 1min, longestWait = 60min, unreachedFor = 10min;
constexpr auto longestToldWait = std::chrono::hours(7 * 24);

std::optional<UtcTime> timeOf(const json& value) {
    if (!value.is_number_integer())
        return std::nullopt;
    return UtcTime(std::chrono::milliseconds(value.get<std::int64_t>()));
}

} // namespace

Manners mannersTowards(std::string_view source) {
    // RIPEstat: "no limit", 1000 a day without registration, 8 at once; and 429 has been seen (its Rules of Usage).
    if (source == routesToldBy)
        return {40, 400};
    // About one question a second as a guest (its introduction); ours are two seconds apart.
    if (source == routeviewsId)
        return {60, 300};
    // 250 tests an hour without a token, 500 with one. Ours: a baseline is 96 of them, an incident 72 (which both
    // others leave to it), and a round by hand 24.
    if (source == globalpingSource)
        return {200, 700};
    // No limit is published: "every 5-10 min, one request at a time" is what its users are asked for.
    if (source == iodaSource)
        return {20, 320};
    // "Avoid tight polling" (its documentation); 429 when too fast.
    if (source == atlasSource)
        return {40, 800};
    // 1200 in 5 minutes are allowed to a user (its documentation).
    if (source == radarSource)
        return {10, 100};
    return {};
}

int Guest::askedWithin(std::chrono::seconds length, UtcTime now) const {
    return static_cast<int>(
        std::count_if(m_asked.begin(), m_asked.end(), [&](UtcTime at) { return at > now - length; }));
}

std::vector<UtcTime> Guest::askedSince(UtcTime moment) const {
    std::vector<UtcTime> times;
    std::copy_if(m_asked.begin(), m_asked.end(), std::back_inserter(times), [&](UtcTime at) { return at > moment; });
    return times;
}

UtcTime Guest::welcomeAt(UtcTime now, const Manners& manners) const {
    UtcTime at = now;
    if (m_leftAloneUntil && *m_leftAloneUntil < now + longestToldWait) // else the clock was set back
        at = std::max(at, *m_leftAloneUntil);
    const auto within = [&](int most, std::chrono::seconds length) {
        if (askedWithin(length, now) >= most)
            at = std::max(at, *(m_asked.end() - most) + length);
    };
    within(manners.mostAnHour, 1h);
    within(manners.mostADay, 24h);
    return at;
}

std::optional<UtcTime> Guest::waitsUntil(UtcTime now) const {
    const UtcTime at = welcomeAt(now);
    return at > now ? std::optional(at) : std::nullopt;
}

void Guest::asked(UtcTime at) {
    while (!m_asked.empty() && (m_asked.front() <= at - 24h || m_asked.front() > at))
        m_asked.pop_front();
    m_asked.push_back(at);
}

void Guest::answered(UtcTime at, bool well, std::optional<std::chrono::seconds> retryAfter) {
    m_leftAloneUntil.reset();
    if (well)
        m_refusals = 0;
    else
        waitAfterTrouble(at, longestWait);
    if (retryAfter)
        m_leftAloneUntil = at + std::min<std::chrono::seconds>(*retryAfter, longestToldWait);
}

void Guest::unreached(UtcTime at) { waitAfterTrouble(at, unreachedFor); }

void Guest::waitAfterTrouble(UtcTime at, std::chrono::minutes most) {
    m_leftAloneUntil = at + std::min<std::chrono::minutes>(firstWait * (1 << std::min(m_refusals, 6)), most);
    ++m_refusals;
}

json Guest::state() const {
    json asked = json::array();
    for (const UtcTime at : m_asked)
        asked.push_back(at.time_since_epoch().count());
    json state{{"asked_ms", std::move(asked)}, {"refusals", m_refusals}};
    if (m_leftAloneUntil)
        state["left_alone_until_ms"] = m_leftAloneUntil->time_since_epoch().count();
    return state;
}

void Guest::restore(const json& state, UtcTime now) {
    if (!state.is_object())
        return;
    m_asked.clear();
    if (const auto asked = state.find("asked_ms"); asked != state.end() && asked->is_array())
        for (const json& value : *asked)
            if (const auto at = timeOf(value); at && *at > now - 24h && *at <= now)
                m_asked.push_back(*at);
    std::sort(m_asked.begin(), m_asked.end());
    if (const auto refusals = state.find("refusals"); refusals != state.end() && refusals->is_number_integer())
        m_refusals = static_cast<int>(std::clamp<std::int64_t>(refusals->get<std::int64_t>(), 0, 100));
    if (const auto until = state.find("left_alone_until_ms"); until != state.end())
        m_leftAloneUntil = timeOf(*until);
}

} // namespace kpwatch
