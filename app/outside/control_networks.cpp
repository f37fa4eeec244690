// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/control_networks.h"

#include "probes/net/address_rules.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto every = std::chrono::days{7};
constexpr auto againAfterRefusal = 24h;

} // namespace

std::optional<std::uint32_t> networkOf(Ring ring) {
    switch (ring) {
    case Ring::TransitChina:
        return 4837; // CHINA169-Backbone
    case Ring::TransitRussia:
        return 20485; // TRANSTELECOM
    case Ring::Line:
    case Ring::LongHaul:
    case Ring::Negative:
        break;
    }
    return std::nullopt;
}

bool ControlPlace::isElsewhere() const { return toldAt && std::ranges::find(found, expected) == found.end(); }

ControlNetworks::ControlNetworks(const Watchlist& watchlist) {
    for (const Control& control : watchlist.controls) {
        const std::string host = hostOf(control.target.probe);
        if (const auto network = networkOf(control.ring); network && Address::parse(host)) {
            m_turns.push_back({m_places.size(), UtcTime{}});
            m_places.push_back({control.target.label, host, *network, {}, std::nullopt});
        }
    }
}

std::optional<UtcTime> ControlNetworks::dueAt() const {
    return m_turns.empty() ? std::nullopt : std::optional(m_turns.front().at);
}

RipeQuestion ControlNetworks::question() const {
    return {RipeQuestion::What::Network,
            ripePath("network-info", "resource=" + m_places[m_turns.front().place].address)};
}

void ControlNetworks::answered(const NetworkInfo& told, UtcTime now) {
    ControlPlace& place = m_places[m_turns.front().place];
    place.found = told.networks;
    place.toldAt = now;
    comeBack(now + every);
}

void ControlNetworks::refused(UtcTime now) { comeBack(now + againAfterRefusal); }

void ControlNetworks::comeBack(UtcTime at) {
    m_turns.front().at = at;
    std::ranges::stable_sort(m_turns, {}, &Turn::at);
}

} // namespace kpwatch
