// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/globalping_measurement.h"

#include "probes/outside/clauses.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr const char* measurements = "/v1/measurements";
constexpr auto measuresFor = 60s;                       // its tests end after 30 s at the latest
constexpr auto firstLook = 500ms, longestLook = 2000ms; // "wait 500 ms after each answer" (its documentation)
constexpr int mostFailures = 5;

} // namespace

GlobalpingMeasurement::GlobalpingMeasurement(GlobalpingTest test, const GlobalpingPlaces& who, UtcTime now)
    : m_test(std::move(test)), m_request(globalpingRequest(m_test, who)), m_again(!who.again.empty()), m_askedAt(now),
      m_lookAt(now), m_places(static_cast<int>(who.countries.size())) {}

GlobalpingMeasurement::GlobalpingMeasurement(std::string id, int many, UtcTime asked_at, UtcTime look_at)
    : m_state(State::Begun), m_id(std::move(id)), m_askedAt(asked_at), m_lookAt(look_at), m_places(many) {}

PlatformQuestion GlobalpingMeasurement::question(UtcTime now) const {
    if (!isBegun())
        return {measurements, m_request, {}};
    // What has ended is read as it is.
    return {measurements + ('/' + m_id), std::nullopt, hasEnded(now) ? std::string() : m_etag};
}

PlatformTold GlobalpingMeasurement::answered(const WebAnswer& answer, UtcTime now) {
    return isBegun() ? looked(answer, now) : answeredToRequest(answer, now);
}

PlatformTold GlobalpingMeasurement::answeredToRequest(const WebAnswer& answer, UtcTime now) {
    if ((answer.status != 202 && answer.status != 200) || !answer.trouble.empty())
        return refused(answer);
    const Told<std::string> told = readGlobalpingBegun(answer.body);
    if (const auto* const none = std::get_if<NoData>(&told)) {
        m_state = State::Lost;
        return {.trouble = *none};
    }
    m_state = State::Begun;
    m_id = std::get<std::string>(told);
    m_askedAt = now;
    m_lookAt = now + firstLook;
    return {.stored = false}; // the measurement itself is
}

PlatformTold GlobalpingMeasurement::refused(const WebAnswer& answer) {
    const bool by_places = answer.status == 400 || answer.status == 404 || answer.status == 422;
    if (by_places && m_again)
        m_state = State::PlacesGone;
    else if (answer.status == 400)
        m_state = State::Unwelcome;
    else if (answer.status == 422)
        m_state = State::NoPlaces;
    else
        m_state = State::Refused;
    std::string said = globalpingError(answer.body);
    return {.keepBody = true, .trouble = NoData{NoData::Why::Error, said.empty() ? whyNot(answer) : std::move(said)}};
}

PlatformTold GlobalpingMeasurement::looked(const WebAnswer& answer, UtcTime now) {
    m_lookAt = now + std::min<UtcTime::duration>(firstLook * (1 << std::min(m_looks++, 4)), longestLook);
    if (answer.retryAfter)
        m_lookAt = std::max(m_lookAt, now + *answer.retryAfter);
    constexpr int notModified = 304;
    if (answer.status == notModified && !m_etag.empty() && answer.trouble.empty() && !hasEnded(now))
        return {.stored = false};
    if (answer.status == 200 && answer.trouble.empty()) {
        Told<PlaceMeasurement> told = readGlobalping(answer.body);
        if (auto* const measured = std::get_if<PlaceMeasurement>(&told)) {
            m_etag = answer.etag;
            m_places = static_cast<int>(measured->places.size());
            m_heard = m_places - measured->waiting;
            if (!measured->finished && !hasEnded(now))
                return {.stored = false};
            m_state = State::Measured;
            m_measured = std::move(*measured);
            m_spokenAt = globalpingSpokenAt(answer.body, now);
            return {.keepBody = true};
        }
    }
    if (++m_failures < mostFailures && !hasEnded(now))
        return {.stored = false};
    m_state = State::Lost;
    return {.trouble = NoData{NoData::Why::Error, clauses::filled(clauses::measurementLost, whyNot(answer))}};
}

bool GlobalpingMeasurement::hasEnded(UtcTime now) const { return now - m_askedAt >= measuresFor; }

} // namespace kpwatch
