// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/routeviews_source.h"

#include "probes/outside/clauses.h"

#include <algorithm>
#include <cmath>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto roundEvery = 60min, hurriedEvery = 10min;
constexpr auto feedFor = 8h;
constexpr auto feedFresh = 5min;
constexpr auto apart = 2s;
constexpr double doubtful = 0.5, much = 0.25;

std::string pathOf(std::string prefix) {
    prefix.replace(prefix.find('/'), 1, "%2F");
    return "/guest/prefix/" + prefix + "?strict-match=yes";
}

} // namespace

RouteViewsSource::RouteViewsSource(WatchedRoutes watched) : m_watched(std::move(watched)) {}

void RouteViewsSource::seenElsewhere(const std::vector<RouteReading>& readings) {
    for (const RouteReading& reading : readings) {
        if (reading.peersFull == 0)
            continue; // nobody counts: it says nothing
        const double share = static_cast<double>(reading.peersSeeing) / reading.peersFull;
        const auto [then, first] = m_elsewhere.emplace(reading.prefix, share);
        if (first || std::abs(then->second - share) <= much)
            continue;
        then->second = share;
        m_hurried = m_begun;
    }
}

UtcTime RouteViewsSource::dueAt(UtcTime now) const {
    if (m_asking)
        return now + roundEvery; // an answer brings us back
    const bool within = !m_left.empty() || !m_begun;
    const UtcTime next = within ? now : m_roundAt + (m_hurried ? hurriedEvery : roundEvery);
    return std::max({now, next, m_askedAt + apart, m_guest.welcomeAt(now)});
}

std::optional<std::string> RouteViewsSource::due(UtcTime now) {
    if (m_asking || dueAt(now) > now)
        return std::nullopt;
    if (m_left.empty()) {
        m_begun = true;
        m_hurried = false;
        m_checked = false;
        m_roundAt = now;
        m_routes.clear();
        m_invalid.clear();
        m_left.assign(m_watched.blocks.rbegin(), m_watched.blocks.rend());
        m_left.push_back(m_watched.whole); // found by its exact name alone
        if (m_feed.peers.empty() || now >= m_feedAt + feedFor)
            m_left.emplace_back(referencePrefix);
    }
    m_asking = true;
    m_askedAt = now;
    m_guest.asked(now);
    return pathOf(m_left.back());
}

RipeNews RouteViewsSource::answered(std::string_view body, UtcTime now) {
    m_asking = false;
    const Told<ViewsAnswer> told = readRouteViews(body);
    if (const auto* none = std::get_if<NoData>(&told)) {
        m_guest.answered(now, false, std::nullopt); // the same question again, later
        RipeNews news;
        news.trouble = *none;
        return news;
    }
    m_guest.answered(now, true, std::nullopt);
    take(std::get<ViewsAnswer>(told), now);
    m_left.pop_back();
    return m_left.empty() ? finish(now) : RipeNews{};
}

void RouteViewsSource::refused(std::optional<std::chrono::seconds> retryAfter, UtcTime now) {
    m_asking = false;
    m_guest.answered(now, false, retryAfter);
}

void RouteViewsSource::unreached(UtcTime now) {
    m_asking = false;
    m_guest.unreached(now);
}

void RouteViewsSource::take(const ViewsAnswer& answer, UtcTime now) {
    if (m_left.back() != referencePrefix) {
        m_routes.insert(m_routes.end(), answer.routes.begin(), answer.routes.end());
        for (const ViewsAnswer::Refused& each : answer.invalid)
            if (each.origin == m_watched.origin)
                m_invalid.insert(each);
        return;
    }
    m_feed = {};
    for (const RouteSeen& route : answer.routes)
        if (route.path.back() == referenceOrigin)
            m_feed.peers.emplace(route.peer, answer.networks.at(route.peer));
    m_feedAt = now;
}

RipeNews RouteViewsSource::finish(UtcTime now) {
    RipeNews news;
    RouteTable table(m_watched);
    table.know(m_feed);
    table.replace({now, m_routes});
    news.readings = table.readings(now, routeviewsId);
    if (m_feed.peers.empty()) {
        news.readings.clear();
        news.trouble = NoData{NoData::Why::Error, std::string(clauses::noReference)};
        return news;
    }
    const bool low = std::any_of(news.readings.begin(), news.readings.end(), [](const RouteReading& reading) {
        return reading.peersSeeing < doubtful * reading.peersFull;
    });
    if (low && !m_checked && now >= m_feedAt + feedFresh) {
        m_checked = true;
        m_left.emplace_back(referencePrefix);
        return {};
    }
    for (const ViewsAnswer::Refused& each : m_invalid)
        if (!m_toldInvalid.contains(each))
            news.sightings.push_back({now, routeviewsId, RouteSighting::What::Invalid, each.prefix, each.origin, 1});
    for (const ViewsAnswer::Refused& each : m_toldInvalid)
        if (!m_invalid.contains(each))
            news.sightings.push_back({now, routeviewsId, RouteSighting::What::Invalid, each.prefix, each.origin, 0});
    m_toldInvalid = m_invalid;
    return news;
}

} // namespace kpwatch
