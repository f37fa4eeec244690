// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/road_loss.h"

#include "app/story/loss.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto thereWithin = 10min; // longer without an answer it was the control that was gone
constexpr auto kept = 2h;

void insert(auto& readings, UtcTime start, bool lost) {
    auto place = readings.end();
    while (place != readings.begin() && std::prev(place)->start > start)
        --place;
    readings.insert(place, {start, lost});
}

} // namespace

void RoadLoss::take(Via side, std::size_t control, TimeRange reading, bool answered) {
    Control& asked = m_controls[control];
    if (!answered) {
        if (asked.lastAnswer && reading.begin - *asked.lastAnswer <= thereWithin)
            asked.failing.push_back(reading.begin);
        return;
    }
    Readings& readings = side == Via::China ? m_china : m_russia;
    if (asked.lastAnswer && reading.begin - *asked.lastAnswer <= thereWithin)
        for (const UtcTime start : asked.failing)
            insert(readings, start, true);
    insert(readings, reading.begin, false);
    asked.failing.clear();
    asked.lastAnswer = reading.begin;
    while (readings.front().start < reading.begin - kept)
        readings.pop_front();
}

LostShare RoadLoss::counted(Via side, TimeRange starts) const {
    const Readings& readings = side == Via::China ? m_china : m_russia;
    LostShare counted;
    for (auto reading = readings.rbegin(); reading != readings.rend() && reading->start >= starts.begin; ++reading)
        if (reading->start < starts.end)
            counted.add(reading->lost ? 1 : 0, 1);
    return counted;
}

double RoadLoss::share(Via via, TimeRange starts) const {
    double worst = 0;
    for (const Via side : sidesOf(via))
        if (const LostShare lost = counted(side, starts); lost.tries >= Loss::enoughOfAll)
            worst = std::max(worst, lost.share());
    return worst;
}

} // namespace kpwatch
