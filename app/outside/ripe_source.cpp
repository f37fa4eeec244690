// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/ripe_source.h"

#include "probes/outside/clauses.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto peersEvery = 8h; // it looks at its peers at 00, 08 and 16 UTC
constexpr auto heardFor = 30min;
constexpr auto settleEvery = 1s;
constexpr double scarce = 0.1; // of all networks: what is gone has no more, whatever is usual
constexpr auto goneFor = 3min;
constexpr auto filledUpTo = 1h; // longer gaps are asked for as past times
constexpr double farOff = 0.2;  // of all networks
constexpr double doubtful = 0.5;
constexpr auto lookedFor = 1h;    // a collector that was found blind is not looked into again
constexpr int lone = 3;           // so few peers of a collector say nothing about it
constexpr double muteAlone = 0.1; // so many networks may fall silent without being looked into
// What the past may ask of its own, and how far it may use up the budget of all: the present takes some two hundred
// questions a day, and more while the line breaks.
constexpr Manners forThePast{20, 250}, besideThePresent{30, 250};

RipeNews trouble(const NoData& none) { return {{}, none}; }

bool saysTheSame(const RouteReading& one, const RouteReading& other) {
    return one.peersFull == other.peersFull && one.peersSeeing == other.peersSeeing &&
           one.byUpstream == other.byUpstream && one.peersElsewhere == other.peersElsewhere;
}

// Hardly any network sees it through one of their sides.
bool isScarce(const RouteReading& reading) {
    std::map<Side, int> seeing{{Side::China, 0}, {Side::Russia, 0}};
    for (const auto& [upstream, networks] : reading.byUpstream)
        seeing[sideOf(static_cast<std::uint32_t>(std::strtoul(upstream.c_str(), nullptr, 10)))] += networks;
    return std::min(seeing[Side::China], seeing[Side::Russia]) < scarce * reading.peersFull;
}

} // namespace

RipeSource::RipeSource(const WatchedRoutes& watched, const Watchlist& watchlist)
    : m_watched(watched), m_table(watched), m_controls(watchlist), m_past(watched) {}

std::optional<RipeQuestion::What> RipeSource::wanted(UtcTime now) const {
    using What = RipeQuestion::What;
    if (m_asking)
        return std::nullopt;
    if (!m_peersAt || *m_peersAt + peersEvery <= now || *m_peersAt > now)
        return What::Peers;
    if (m_doubted)
        return What::Reference;
    if (m_hearing.wantsUpdates())
        return What::Updates;
    if (m_hearing.wantsState(now))
        return What::State;
    if (m_beforeGap)
        return What::Updates;
    if (const auto due = m_controls.dueAt(); due && *due <= now)
        return What::Network;
    return std::nullopt;
}

UtcTime RipeSource::dueAt(UtcTime now) const {
    if (m_asking)
        return now + Hearing::stateEvery; // an answer brings us back
    UtcTime next = wanted(now) ? now : std::min(m_hearing.nextStateAt(), *m_peersAt + peersEvery);
    next = std::min(next, m_controls.dueAt().value_or(next));
    if (m_past.isDue())
        next = std::min(next, pastWelcomeAt(now));
    return std::max(next, m_guest.welcomeAt(now));
}

UtcTime RipeSource::pastWelcomeAt(UtcTime now) const {
    return std::max(m_guest.welcomeAt(now, besideThePresent), m_pastAsked.welcomeAt(now, forThePast));
}

std::optional<UtcTime> RipeSource::pastWaitsUntil(UtcTime now) const {
    const UtcTime at = pastWelcomeAt(now);
    return m_past.isDue() && at > now ? std::optional(at) : std::nullopt;
}

std::optional<RipeQuestion> RipeSource::due(UtcTime now) {
    if (m_asking || m_guest.welcomeAt(now) > now)
        return std::nullopt;
    std::optional<RipeQuestion> question;
    if (const auto what = wanted(now))
        question = questionOf(*what, now);
    else if (m_past.isDue() && pastWelcomeAt(now) <= now)
        question = m_past.question();
    if (!question)
        return std::nullopt;
    m_asking = true;
    m_guest.asked(now);
    if (isOfThePast(question->what))
        m_pastAsked.asked(now);
    return question;
}

RipeQuestion RipeSource::questionOf(RipeQuestion::What what, UtcTime now) const {
    const std::string theirs = "resource=" + resourcesOf(m_watched.whole, m_watched.blocks, m_watched.origin);
    switch (what) {
    case RipeQuestion::What::Peers:
        return {what, ripePath("ris-peers", {})};
    case RipeQuestion::What::State:
        return {what, ripePath("bgp-state", theirs)};
    case RipeQuestion::What::Reference:
        return {what, ripePath("bgp-state", std::string("resource=") + referencePrefix)};
    case RipeQuestion::What::Network:
        return m_controls.question();
    case RipeQuestion::What::Updates:
        return {what,
                ripePath("bgp-updates", theirs + "&starttime=" + ripeTime((m_beforeGap ? *m_beforeGap : m_state).at) +
                                            "&endtime=" + ripeTime(m_hearing.streamSince().value_or(now) + 1s))};
    case RipeQuestion::What::PastPeers:
    case RipeQuestion::What::PastRoutes:
    case RipeQuestion::What::PastReference:
    case RipeQuestion::What::Years:
    case RipeQuestion::What::YearsReference:
        break;
    }
    return m_past.question();
}

RipeNews RipeSource::answered(const RipeQuestion& question, std::string_view body, UtcTime now) {
    m_asking = false;
    if (!isOfThePast(question.what))
        return takePresent(question, body, now);
    RipeNews news = m_past.answered(question, body, now);
    m_guest.answered(now, !news.trouble, std::nullopt);
    return news;
}

RipeNews RipeSource::takePresent(const RipeQuestion& question, std::string_view body, UtcTime now) {
    const auto read = [&](auto&& told, auto&& use) {
        const auto* none = std::get_if<NoData>(&told);
        const bool empty = none != nullptr && none->why == NoData::Why::Empty;
        m_guest.answered(now, none == nullptr || empty, std::nullopt);
        if (none == nullptr)
            m_past.otherAnswered();
        return none != nullptr ? trouble(*none) : use(std::get<0>(told));
    };
    if (question.what == RipeQuestion::What::Peers)
        return read(readRisPeers(body), [&](const FullFeed& feed) {
            m_peersAt = now;
            m_full = feed;
            m_table.know(feed);
            if (m_hearing.missesTooMuch(now))
                forget();
            return RipeNews{};
        });
    if (question.what == RipeQuestion::What::State)
        return read(readBgpState(body), [&](const BgpState& state) { return take(state, now); });
    if (question.what == RipeQuestion::What::Reference) {
        RipeNews news = read(readBgpState(body), [&](const BgpState& state) { return takeReference(state, now); });
        m_doubted.reset();
        if (news.trouble)
            m_hearing.stateInVain();
        return news;
    }
    if (question.what == RipeQuestion::What::Network)
        return takeNetwork(body, now);
    m_hearing.updatesAnswered(); // nothing missed is an answer too
    const std::optional<BgpState> before = std::exchange(m_beforeGap, std::nullopt);
    const Told<BgpUpdates> told = readBgpUpdates(body);
    if (const auto* none = std::get_if<NoData>(&told); none != nullptr && none->why == NoData::Why::Empty) {
        m_guest.answered(now, true, std::nullopt);
        return {};
    }
    return read(told, [&](const BgpUpdates& updates) { return takeUpdates(updates, before, now); });
}

RipeNews RipeSource::takeNetwork(std::string_view body, UtcTime now) {
    const Told<NetworkInfo> told = readNetworkInfo(body);
    const auto* none = std::get_if<NoData>(&told);
    m_guest.answered(now, none == nullptr, std::nullopt);
    if (none == nullptr)
        m_controls.answered(std::get<NetworkInfo>(told), now);
    else
        m_controls.refused(now);
    return none == nullptr ? RipeNews{} : trouble(*none);
}

RipeNews RipeSource::refused(const RipeQuestion& question, const Refusal& refusal, UtcTime now) {
    m_asking = false;
    if (refusal.reached)
        m_guest.answered(now, false, refusal.retryAfter);
    else
        m_guest.unreached(now);
    if (question.what == RipeQuestion::What::Reference) {
        m_doubted.reset();
        m_hearing.stateInVain();
    }
    if (question.what == RipeQuestion::What::Network)
        m_controls.refused(now);
    if (isOfThePast(question.what) && !refusal.retryAfter) // who is told to wait was not refused this
        return m_past.refused(refusal.said, now);
    return trouble({NoData::Why::Error, refusal.said});
}

RipeNews RipeSource::take(const BgpState& state, UtcTime now) {
    m_hearing.stateAnswered(now);
    const BgpState before = std::exchange(m_state, state);
    const RouteTable table = m_table;
    for (const RouteSeen& route : state.routes)
        m_blind.erase(route.peer);
    hearOf(state);
    rebuild();
    const std::set<std::string> silent = silentCollectors(state);
    const bool lately = m_lookedAt <= now && now < m_lookedAt + lookedFor;
    const bool looked = lately && std::includes(m_silent.begin(), m_silent.end(), silent.begin(), silent.end());
    const auto unexplained = static_cast<double>(muteNetworks(state)) - (lately ? static_cast<double>(m_mute) : 0);
    if (looksGone() || (!silent.empty() && !looked) ||
        unexplained > muteAlone * static_cast<double>(m_full.networks().size())) {
        m_doubted = state;
        m_state = before;
        m_table = table;
        return {};
    }
    m_mute = std::min(m_mute, muteNetworks(state));
    believe(state, before);
    return tell();
}

void RipeSource::hearOf(const BgpState& state) {
    for (const RouteSeen& route : state.routes)
        if (const auto left = m_left.find(route.peer); left != m_left.end() && left->second < state.at)
            m_left.erase(left);
}

RipeNews RipeSource::takeReference(const BgpState& state, UtcTime now) {
    std::set<RoutePeer> blind = blindTo(m_full, state);
    FullFeed sighted = m_full;
    std::erase_if(sighted.peers, [&](const auto& each) { return blind.contains(each.first); });
    const std::size_t seeing = sighted.networks().size(), all = m_full.networks().size();
    if (static_cast<double>(seeing) < doubtful * static_cast<double>(all))
        return trouble(
            {NoData::Why::Error, clauses::filled(clauses::seesTooFew, std::to_string(seeing), std::to_string(all))});
    m_blind = std::move(blind);
    hearOf(state);
    m_silent = silentCollectors(*m_doubted);
    m_mute = muteNetworks(*m_doubted);
    m_lookedAt = now;
    believe(*m_doubted, m_state);
    return tell();
}

void RipeSource::believe(const BgpState& state, const BgpState& before) {
    const auto isFilled = [&](const BgpState& other) {
        return other.at < state.at && state.at - other.at <= filledUpTo;
    };
    const bool waits = m_beforeGap && isFilled(*m_beforeGap); // for an answer
    std::optional<BgpState> gap;
    if (waits)
        gap = std::move(m_beforeGap);
    else if (m_hearing.hasMissed() && isFilled(before))
        gap = before;
    m_state = state;
    rebuild();
    m_hearing.stateBelieved(m_state.at);
    if (!waits && !m_hearing.wantsUpdates() && !isFarFromTold())
        gap.reset();
    m_beforeGap = std::move(gap);
}

bool RipeSource::isFarFromTold() const {
    const auto share_of = [](const RouteReading& reading) {
        return reading.peersFull > 0 ? static_cast<double>(reading.peersSeeing) / reading.peersFull : 0;
    };
    for (const RouteReading& reading : m_table.readings({}, {}))
        if (const auto told = m_told.find(reading.prefix);
            told != m_told.end() && std::abs(share_of(reading) - share_of(told->second)) > farOff)
            return true;
    return false;
}

// What changed between two states while nobody listened, as of when it did, and as far as the answer reaches.
RipeNews RipeSource::tellMissed(const BgpState& before, BgpUpdates updates) const {
    RipeNews news;
    const TimeRange missed{before.at, std::min(m_state.at, updates.to)};
    if (std::none_of(updates.changes.begin(), updates.changes.end(),
                     [&](const RouteChange& change) { return missed.contains(change.at); }))
        return news;
    updates.from = missed.begin;
    updates.to = missed.end;
    updates.initial = before.routes;
    FullFeed sighted = m_full;
    std::erase_if(sighted.peers, [&](const auto& each) { return m_blind.contains(each.first); });
    RouteTable table(m_watched);
    table.know(sighted);
    PastSeen seen = seenOver(updates, missed, std::move(table));
    news.readings = std::move(seen.readings);
    news.sightings = std::move(seen.sightings);
    return news;
}

RipeNews RipeSource::takeUpdates(const BgpUpdates& updates, const std::optional<BgpState>& before, UtcTime now) {
    RipeNews news = before ? tellMissed(*before, updates) : RipeNews();
    if (!m_hearing.streamSince())
        return news; // the next state tells the rest
    m_lately.insert(m_lately.end(), updates.changes.begin(), updates.changes.end());
    std::stable_sort(m_lately.begin(), m_lately.end(),
                     [](const RouteChange& one, const RouteChange& other) { return one.at < other.at; });
    if (m_hearing.missesTooMuch(now)) // asked before the break: the state that comes after it is told with them
        return news;
    rebuild();
    RipeNews present = tell();
    std::move(present.readings.begin(), present.readings.end(), std::back_inserter(news.readings));
    std::move(present.sightings.begin(), present.sightings.end(), std::back_inserter(news.sightings));
    return news;
}

void RipeSource::rebuild() {
    m_table.replace(m_state);
    m_table.leaveOut(m_blind);
    for (const RouteChange& change : m_lately)
        if (change.at > m_state.at)
            m_table.apply(change);
    for (const auto& [peer, at] : m_left) // a state has no routes of it, which were not withdrawn
        m_table.apply(PeerState{at, peer, false});
}

// Of whose full-feed peers not one sees any route, while others do.
std::set<std::string> RipeSource::silentCollectors(const BgpState& state) const {
    std::map<std::string, int> peers;
    for (const auto& [peer, network] : m_full.peers)
        ++peers[peer.collector];
    for (const RouteSeen& route : state.routes)
        peers.erase(route.peer.collector);
    std::set<std::string> silent;
    for (const auto& [collector, its] : peers)
        if (its >= lone)
            silent.insert(collector);
    return silent;
}

// Full-feed networks of which no peer sees any route, of those that are not known to see nothing at all.
std::size_t RipeSource::muteNetworks(const BgpState& state) const {
    std::set<RoutePeer> seeing;
    for (const RouteSeen& route : state.routes)
        seeing.insert(route.peer);
    std::map<std::uint32_t, bool> speaks;
    for (const auto& [peer, network] : m_full.peers)
        if (!m_blind.contains(peer) && !m_left.contains(peer))
            speaks[network] = speaks[network] || seeing.contains(peer);
    return static_cast<std::size_t>(
        std::count_if(speaks.begin(), speaks.end(), [](const auto& network) { return !network.second; }));
}

bool RipeSource::looksGone() const {
    for (const RouteReading& reading : m_table.readings({}, {}))
        if (reading.peersSeeing + reading.peersElsewhere < doubtful * reading.peersFull)
            return true;
    return false;
}

UtcTime RipeSource::asOf() const {
    const UtcTime heard = m_lately.empty() ? m_state.at : m_lately.back().at;
    return std::max({m_state.at, heard, m_toldAt + 1ms, m_beganAt});
}

RipeNews RipeSource::tell() {
    RipeNews news;
    m_changed = false;
    const UtcTime at = asOf();
    for (RouteReading& reading : m_table.readings(at, std::string(routesToldBy))) {
        if (reading.peersFull == 0)
            continue;
        remember(reading);
        news.readings.push_back(std::move(reading));
    }
    if (!news.readings.empty())
        m_toldAt = news.readings.front().at;
    m_strangers.note(m_table.strange(), at, news.sightings);
    return news;
}

void RipeSource::remember(const RouteReading& told) {
    RouteReading& before = m_told[told.prefix];
    if (!saysTheSame(before, told))
        m_sameSince[told.prefix] = told.at;
    before = told;
}

// A stream without changes is how an outage sounds that goes on.
RipeNews RipeSource::tellWhatLasts(UtcTime now) {
    RipeNews news;
    const auto is_scarce = [](const auto& told) { return isScarce(told.second); };
    if (!m_hearing.hearsAll() || std::none_of(m_told.begin(), m_told.end(), is_scarce))
        return news;
    std::vector<RouteReading*> lasting;
    UtcTime at = m_toldAt + 1ms;
    for (const auto& [block, since] : m_sameSince)
        if (now - since >= goneFor && m_told[block].at < since + goneFor) {
            lasting.push_back(&m_told[block]);
            at = std::max(at, since + goneFor);
        }
    for (RouteReading* const told : lasting) {
        told->at = m_toldAt = at;
        news.readings.push_back(*told);
    }
    return news;
}

// What was told last holds no longer, also what another run of the program told: nobody is counted.
RipeNews RipeSource::tellNothingHeard(UtcTime since) {
    RipeNews news;
    m_toldAt = std::max(since, m_toldAt + 1ms);
    for (const std::string& block : m_watched.blocks) {
        news.readings.push_back({m_toldAt, std::string(routesToldBy), block, 0, 0, {}});
        m_told[block] = news.readings.back();
    }
    m_sameSince.clear();
    return news;
}

void RipeSource::began(UtcTime now, std::optional<UtcTime> told) {
    m_beganAt = now;
    if (!told)
        return;
    m_toldAt = std::min(*told, now);
    m_hearing.heardBefore(m_toldAt);
}

RipeNews RipeSource::ended(UtcTime now) {
    const std::optional<UtcTime> since = m_toldAt == UtcTime{} ? std::nullopt : m_hearing.ended(now);
    return since ? tellNothingHeard(*since) : RipeNews{};
}

void RipeSource::streamBegan(UtcTime now) {
    m_hearing.streamBegan(now);
    if (m_hearing.missesTooMuch(now))
        forget();
}

void RipeSource::streamEnded(UtcTime now) { m_hearing.streamEnded(now); }

// What was missed nobody has told yet: of whom nothing was heard since, nothing is known.
void RipeSource::forget() {
    std::set<RoutePeer> unheard;
    for (const auto& [peer, network] : m_full.peers)
        if (!m_hearing.heardSince().contains(peer))
            unheard.insert(peer);
    m_table.leaveOut(unheard);
    m_changed = true;
}

RipeNews RipeSource::heard(const RisMessage& message, UtcTime now) {
    if (const auto* none = std::get_if<NoData>(&message))
        return trouble(*none);
    if (const auto* state = std::get_if<PeerState>(&message)) {
        m_table.apply(*state);
        m_hearing.wentAway(state->peer); // also once it is back, as for the table
        if (state->connected)
            m_left.erase(state->peer);
        else
            m_left[state->peer] = std::min(state->at, now);
        m_changed = true;
    }
    if (const auto* changes = std::get_if<std::vector<RouteChange>>(&message))
        for (RouteChange change : *changes) {
            change.at = std::min(change.at, now); // whose clock is ahead tells no future
            m_table.apply(change);
            m_hearing.heard(change.route.peer);
            m_left.erase(change.route.peer);
            m_lately.push_back(std::move(change));
            m_changed = true;
        }
    std::erase_if(m_lately, [&](const RouteChange& change) { return change.at < now - heardFor; });
    return {};
}

// What few peers say of a table that missed something is no state of now: it waits for the one that was asked for.
bool RipeSource::isHeardByMost() const {
    return m_table.readings({}, {}).front().peersFull * 2 > static_cast<int>(m_full.networks().size());
}

RipeNews RipeSource::settled(UtcTime now) {
    if (m_hearing.noticed(now))
        forget();
    if (m_changed && m_hearing.catchesUp(now) && isHeardByMost())
        m_hearing.heardByMost();
    if (const std::optional<UtcTime> since = m_hearing.fallsSilent(now))
        return tellNothingHeard(*since);
    if (!m_changed)
        return tellWhatLasts(now);
    if (!m_hearing.mayBeTold(now) || (m_settledAt + settleEvery > now && m_settledAt <= now))
        return {};
    m_settledAt = now;
    m_changed = false;
    RipeNews changed;
    const UtcTime at = asOf();
    for (RouteReading& reading : m_table.readings(at, std::string(routesToldBy))) {
        if (reading.peersFull == 0 || saysTheSame(reading, m_told[reading.prefix]))
            continue;
        remember(reading);
        changed.readings.push_back(std::move(reading));
    }
    if (!changed.readings.empty())
        m_toldAt = changed.readings.front().at;
    m_strangers.note(m_table.strange(), at, changed.sightings);
    const RipeNews lasting = tellWhatLasts(now); // of other blocks
    changed.readings.insert(changed.readings.end(), lasting.readings.begin(), lasting.readings.end());
    return changed;
}

} // namespace kpwatch
