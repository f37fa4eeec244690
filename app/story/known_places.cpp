// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/known_places.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kept = 8;   // twice what one look-up may give
constexpr auto keptFor = 24h * 6; // less than a judge that starts again reads back

} // namespace

void KnownPlaces::answered(const std::string& address, UtcTime at) {
    const auto known =
        std::find_if(m_places.begin(), m_places.end(), [&](const Place& each) { return each.address == address; });
    if (known != m_places.end()) {
        if (at - known->latest > keptFor)
            known->first = at;
        known->latest = at;
        return;
    }
    m_places.push_back({address, at, at});
    if (m_places.size() > kept)
        m_places.erase(std::min_element(m_places.begin(), m_places.end(), [](const Place& left, const Place& right) {
            return left.latest < right.latest;
        }));
}

void KnownPlaces::forgetSince(UtcTime from) {
    std::erase_if(m_places, [from](const Place& each) { return each.first >= from; });
    for (Place& each : m_places)
        each.latest = std::min(each.latest, from);
}

bool KnownPlaces::knows(const std::string& address, UtcTime at) const {
    return std::any_of(m_places.begin(), m_places.end(),
                       [&](const Place& each) { return each.address == address && at - each.latest <= keptFor; });
}

} // namespace kpwatch
