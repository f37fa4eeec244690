// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/route_reader.h"

#include "app/story/past_readings.h"
#include "app/story/ranges.h"
#include "app/story/route_years.h"
#include "app/story/unwatched.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace kpwatch {

// With the days before that tell what is usual, and those in which it came back.
static TimeRange neededFor(TimeRange range) { return {range.begin - usualOver, range.end + reachBeyond}; }

// Where nobody records any more: who was killed told no end. What was told afterwards is known as far as it reaches.
static std::optional<UtcTime> heardUntil(const HistoryReader& reader, const std::vector<PastTold>& past) {
    const std::optional<UtcTime> last = reader.isRecordedInto() ? std::nullopt : reader.latestHeardAt();
    if (!last)
        return std::nullopt;
    UtcTime until = *last + heldFor;
    for (const PastTold& each : past)
        if (each.told && each.range.contains(*last))
            until = std::max(until, each.range.end);
    return until;
}

std::vector<TimeRange> unheardOver(const HistoryReader& reader, const std::vector<RouteReading>& readings,
                                   TimeRange range) {
    const TargetSpans spans = reader.spans({}, range);
    const auto own = spans.find(ownLineId);
    const std::vector<PastTold> past = reader.pastTold({range.begin, range.end + pastReadBefore});
    std::vector<TimeRange> silent = unheard(own == spans.end() ? std::vector<Span>() : own->second, readings, past);
    if (const std::optional<UtcTime> left = heardUntil(reader, past))
        silent.push_back({*left, UtcTime::max()});
    return joined(std::move(silent));
}

static LanesOfRoutes lanesFrom(const HistoryReader& reader, const std::vector<RouteReading>& readings, TimeRange range,
                               UtcTime now) {
    const TimeRange needed = neededFor(range);
    const std::vector<TimeRange> silent =
        readings.empty() ? std::vector<TimeRange>() : unheardOver(reader, readings, needed);
    LanesOfRoutes lanes = lanesOf(routeLanes(readings, range, now, silent), range);
    std::set<std::string> sources;
    for (const RouteReading& reading : readings)
        if (reading.at >= range.begin - readingSpeaks && reading.at < range.end && reading.source == routesToldBy)
            sources.insert(reading.source);
    lanes.sources.assign(sources.begin(), sources.end());
    return lanes;
}

// Where weeks or years are in view, also what is known by the day.
static LanesOfRoutes withYears(LanesOfRoutes lanes, const HistoryReader& reader, TimeRange range) {
    if (range.length() > byTheDayFrom)
        if (std::optional<Lane> lane = yearLane(reader.stretches(range), range)) {
            lanes.sides.push_back(std::move(*lane));
            lanes.sources = {std::string(routesToldBy)}; // the only one there is
        }
    return lanes;
}

LanesOfRoutes routesOver(const HistoryReader& reader, TimeRange range, UtcTime now) {
    return withYears(lanesFrom(reader, reader.readings(neededFor(range)), range, now), reader, range);
}

// Readings are only added, also ones of long ago: as many as before are the same as before.
bool RouteMemory::isStill(const HistoryReader& reader, TimeRange wanted) const {
    return m_begin <= wanted.begin && wanted.begin <= m_end &&
           reader.readingCount({m_begin, m_end}) == m_readings.size();
}

void RouteMemory::keep(std::vector<RouteReading> fresh) {
    m_read += fresh.size();
    std::move(fresh.begin(), fresh.end(), std::back_inserter(m_readings));
    if (!m_readings.empty()) // what is committed later may be of any moment after the last
        m_end = std::max(m_end, m_readings.back().at + std::chrono::milliseconds{1});
}

LanesOfRoutes RouteMemory::over(const HistoryReader& reader, TimeRange range, UtcTime now) {
    const TimeRange wanted = neededFor(range);
    if (!isStill(reader, wanted)) {
        m_readings.clear();
        m_begin = m_end = wanted.begin;
    }
    if (m_end < wanted.end)
        keep(reader.readings({m_end, wanted.end}));
    const auto before = [](const RouteReading& reading, UtcTime at) { return reading.at < at; };
    const auto from = std::lower_bound(m_readings.begin(), m_readings.end(), wanted.begin, before);
    const auto to = std::lower_bound(from, m_readings.end(), wanted.end, before);
    return withYears(lanesFrom(reader, {from, to}, range, now), reader, range);
}

void eachAnswer(const HistoryReader& reader, TimeRange range, const std::function<void(const SourceAnswer&)>& visit) {
    using namespace std::chrono_literals;
    // A range may be all of time: where there is nothing, the steps grow.
    std::chrono::hours step = 1h;
    UtcTime to;
    for (UtcTime from = range.begin; from < range.end; from = to) {
        to = std::min(from + step, range.end);
        const std::vector<SourceAnswer> answers = reader.sourceAnswers({from, to});
        step = answers.empty() ? std::min<std::chrono::hours>(2 * step, 48h) : 1h;
        for (const SourceAnswer& answer : answers)
            if (answer.source != ownResolver)
                visit(answer);
    }
}

} // namespace kpwatch
