// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/ripe_source.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto stateEvery = 10min; // RIPEstat's own data are some minutes old
constexpr auto peersEvery = 8h;    // it looks at its peers at 00, 08 and 16 UTC
constexpr auto heardFor = 30min;
constexpr auto settleEvery = 1s;
constexpr double doubtful = 0.5;
// RIPE NCC's own network, seen by everybody (RIPEstat routing-status).
constexpr const char* reference = "193.0.0.0/21";
constexpr std::uint32_t referenceOrigin = 3333;

std::string query(const std::string& call, const std::string& rest) {
    return "/data/" + call + "/data.json?" + rest + (rest.empty() ? "" : "&") + "sourceapp=kpwatch";
}
std::string bareTime(UtcTime at) { return isoUtc(at).substr(0, 19); }

RipeNews trouble(const NoData& none) { return {{}, none}; }

} // namespace

RipeSource::RipeSource(const WatchedRoutes& watched) : m_watched(watched), m_table(watched) {}

std::optional<RipeQuestion::What> RipeSource::wanted(UtcTime now) const {
    using What = RipeQuestion::What;
    if (m_asking)
        return std::nullopt;
    if (!m_peersAt || *m_peersAt + peersEvery <= now || *m_peersAt > now)
        return What::Peers;
    if (m_doubted)
        return What::Reference;
    if (m_missing)
        return What::Updates;
    if (m_resync || !m_stateAt || *m_stateAt + stateEvery <= now || *m_stateAt > now)
        return What::State;
    return std::nullopt;
}

UtcTime RipeSource::dueAt(UtcTime now) const {
    if (m_asking)
        return now + stateEvery; // an answer brings us back
    const UtcTime next = wanted(now) ? now : std::min(*m_stateAt + stateEvery, *m_peersAt + peersEvery);
    return std::max(next, m_guest.welcomeAt(now));
}

std::optional<RipeQuestion> RipeSource::due(UtcTime now) {
    const auto what = wanted(now);
    if (!what || m_guest.welcomeAt(now) > now)
        return std::nullopt;
    m_asking = true;
    m_guest.asked(now);
    switch (*what) {
    case RipeQuestion::What::Peers:
        return RipeQuestion{*what, query("ris-peers", {})};
    case RipeQuestion::What::State:
        return RipeQuestion{*what, query("bgp-state", "resource=AS" + std::to_string(m_watched.origin))};
    case RipeQuestion::What::Reference:
        return RipeQuestion{*what, query("bgp-state", std::string("resource=") + reference)};
    case RipeQuestion::What::Updates:
        return RipeQuestion{*what,
                            query("bgp-updates", "resource=" + m_watched.whole + "&starttime=" + bareTime(m_state.at) +
                                                     "&endtime=" + bareTime(m_streamSince.value_or(now) + 1s))};
    }
    return std::nullopt;
}

RipeNews RipeSource::answered(const RipeQuestion& question, std::string_view body, UtcTime now) {
    m_asking = false;
    const auto read = [&](auto&& told, auto&& use) {
        const auto* none = std::get_if<NoData>(&told);
        const bool empty = none != nullptr && none->why == NoData::Why::Empty;
        m_guest.answered(now, none == nullptr || empty, std::nullopt);
        return none != nullptr ? trouble(*none) : use(std::get<0>(told));
    };
    switch (question.what) {
    case RipeQuestion::What::Peers:
        return read(readRisPeers(body), [&](const FullFeed& feed) {
            m_peersAt = now;
            m_full = feed;
            m_table.know(feed);
            return RipeNews{};
        });
    case RipeQuestion::What::State:
        return read(readBgpState(body), [&](const BgpState& state) { return take(state, now); });
    case RipeQuestion::What::Reference: {
        RipeNews news = read(readBgpState(body), [&](const BgpState& state) { return takeReference(state, now); });
        m_doubted.reset();
        return news;
    }
    case RipeQuestion::What::Updates: {
        m_missing = false; // nothing missed is an answer too
        const Told<BgpUpdates> told = readBgpUpdates(body);
        if (const auto* none = std::get_if<NoData>(&told); none != nullptr && none->why == NoData::Why::Empty) {
            m_guest.answered(now, true, std::nullopt);
            return {};
        }
        return read(told, [&](const BgpUpdates& updates) { return takeUpdates(updates); });
    }
    }
    return {};
}

void RipeSource::refused(const RipeQuestion& question, std::optional<std::chrono::seconds> retryAfter, UtcTime now) {
    m_asking = false;
    m_guest.answered(now, false, retryAfter);
    if (question.what == RipeQuestion::What::Reference)
        m_doubted.reset(); // nobody vouches for it: it is asked for again
}

RipeNews RipeSource::take(const BgpState& state, UtcTime now) {
    m_stateAt = now;
    m_resync = false;
    const BgpState before = std::exchange(m_state, state);
    rebuild();
    if (looksGone()) {
        m_doubted = state;
        m_state = before;
        rebuild();
        return {};
    }
    m_missing = m_streamSince && *m_streamSince > state.at;
    return tell();
}

RipeNews RipeSource::takeReference(const BgpState& state, UtcTime /*now*/) {
    std::set<std::uint32_t> seeing;
    for (const RouteSeen& route : state.routes)
        if (const auto peer = m_full.peers.find(route.peer);
            peer != m_full.peers.end() && route.path.back() == referenceOrigin)
            seeing.insert(peer->second);
    const auto all = static_cast<double>(m_full.networks().size());
    if (static_cast<double>(seeing.size()) < doubtful * all)
        return trouble({NoData::Why::Error, "it sees only " + std::to_string(seeing.size()) + " of " +
                                                std::to_string(m_full.networks().size()) +
                                                " networks' routes to a network that is always there"});
    m_state = *m_doubted;
    rebuild();
    m_missing = m_streamSince && *m_streamSince > m_state.at;
    return tell();
}

RipeNews RipeSource::takeUpdates(const BgpUpdates& updates) {
    m_lately.insert(m_lately.end(), updates.changes.begin(), updates.changes.end());
    std::stable_sort(m_lately.begin(), m_lately.end(),
                     [](const RouteChange& one, const RouteChange& other) { return one.at < other.at; });
    rebuild();
    return tell();
}

void RipeSource::rebuild() {
    m_table.replace(m_state);
    for (const RouteChange& change : m_lately)
        if (change.at > m_state.at)
            m_table.apply(change);
}

bool RipeSource::looksGone() const {
    for (const RouteReading& reading : m_table.readings({}, {}))
        if (reading.peersSeeing < doubtful * reading.peersFull)
            return true;
    return false;
}

UtcTime RipeSource::asOf() const {
    const UtcTime heard = m_lately.empty() ? m_state.at : m_lately.back().at;
    return std::max({m_state.at, heard, m_toldAt + 1ms});
}

RipeNews RipeSource::tell() {
    RipeNews news;
    m_changed = false;
    for (RouteReading& reading : m_table.readings(asOf(), "ripe-ris")) {
        if (reading.peersFull == 0)
            continue;
        m_told[reading.prefix] = reading;
        news.readings.push_back(std::move(reading));
    }
    if (!news.readings.empty())
        m_toldAt = news.readings.front().at;
    return news;
}

void RipeSource::streamBegan(UtcTime now) {
    m_streamSince = now;
    m_resync = true;
}

void RipeSource::streamEnded(UtcTime /*now*/) { m_streamSince.reset(); }

RipeNews RipeSource::heard(const RisMessage& message, UtcTime now) {
    if (const auto* none = std::get_if<NoData>(&message))
        return trouble(*none);
    if (const auto* state = std::get_if<PeerState>(&message)) {
        m_table.apply(*state);
        m_changed = true;
    }
    if (const auto* changes = std::get_if<std::vector<RouteChange>>(&message))
        for (RouteChange change : *changes) {
            change.at = std::min(change.at, now); // whose clock is ahead tells no future
            m_table.apply(change);
            m_lately.push_back(std::move(change));
            m_changed = true;
        }
    std::erase_if(m_lately, [&](const RouteChange& change) { return change.at < now - heardFor; });
    return {};
}

std::vector<RouteReading> RipeSource::settled(UtcTime now) {
    if (!m_changed || m_told.empty() || (m_settledAt + settleEvery > now && m_settledAt <= now))
        return {};
    m_settledAt = now;
    m_changed = false;
    std::vector<RouteReading> changed;
    for (RouteReading& reading : m_table.readings(asOf(), "ripe-ris")) {
        const RouteReading& told = m_told[reading.prefix];
        if (reading.peersFull == 0 || (reading.peersFull == told.peersFull && reading.peersSeeing == told.peersSeeing &&
                                       reading.byUpstream == told.byUpstream))
            continue;
        m_told[reading.prefix] = reading;
        changed.push_back(std::move(reading));
    }
    if (!changed.empty())
        m_toldAt = changed.front().at;
    return changed;
}

} // namespace kpwatch
