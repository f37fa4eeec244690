// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulated_year/road.h"

#include <algorithm>
#include <cmath>

namespace kpwatch::simulated {

namespace {

using namespace std::chrono_literals;

constexpr auto eveningBegins = 10h, eveningEnds = 16h;

// Between 0 and 1, of a day: the same each time it is asked.
double ofDay(std::int64_t day) {
    const double mixed = std::sin(static_cast<double>(day) * 12.9898) * 43758.5453;
    return mixed - std::floor(mixed);
}

} // namespace

bool happens(double probability, Random& random) {
    return probability > 0 && static_cast<double>(random() >> 11U) * 0x1.0p-53 < probability;
}

double between(double lowest, double highest, Random& random) {
    return std::uniform_real_distribution<double>(lowest, highest)(random);
}

double LossLaw::at(UtcTime time) const {
    if (high <= 0 || time < eveningsFrom)
        return always;
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const auto hour = time - midnight;
    if (hour < eveningBegins || hour >= eveningEnds)
        return always;
    const double into = std::chrono::duration<double>(hour - eveningBegins) / (eveningEnds - eveningBegins);
    const double peak = low + (high - low) * ofDay(midnight.time_since_epoch().count());
    return always + low + (peak - low) * (1 - std::abs(2 * into - 1));
}

void Stretch::cut(const Cut& cut) { m_cuts.push_back(cut); }

const Cut* Stretch::cutAt(UtcTime time) const {
    auto after = std::upper_bound(m_cuts.begin(), m_cuts.end(), time,
                                  [](UtcTime moment, const Cut& cut) { return moment < cut.range.begin; });
    if (after == m_cuts.begin())
        return nullptr;
    --after;
    return after->range.contains(time) ? &*after : nullptr;
}

bool Stretch::losesPacket(UtcTime time, Random& random) const {
    const Cut* const cut = cutAt(time);
    return (cut != nullptr && happens(cut->loss, random)) || happens(packets.at(time), random);
}

bool Stretch::losesCheck(UtcTime time, Random& random) const { return happens(checks.at(time), random); }

} // namespace kpwatch::simulated
