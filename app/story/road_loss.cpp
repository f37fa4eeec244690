// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/road_loss.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr int enough = 15;          // as for the checks of all targets
constexpr auto thereWithin = 10min; // longer without an answer it was the control that was gone
constexpr auto kept = 2h;

void insert(auto& readings, UtcTime start, bool lost) {
    auto place = readings.end();
    while (place != readings.begin() && std::prev(place)->start > start)
        --place;
    readings.insert(place, {start, lost});
}

double lostShare(const auto& readings, TimeRange starts) {
    int all = 0;
    int lost = 0;
    for (auto reading = readings.rbegin(); reading != readings.rend() && reading->start >= starts.begin; ++reading)
        if (reading->start < starts.end) {
            ++all;
            lost += reading->lost ? 1 : 0;
        }
    return all >= enough ? static_cast<double>(lost) / all : 0;
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

double RoadLoss::share(Via via, TimeRange starts) const {
    return std::max(via == Via::Russia ? 0 : lostShare(m_china, starts),
                    via == Via::China ? 0 : lostShare(m_russia, starts));
}

} // namespace kpwatch
