// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulated_year/network.h"

#include "probes/net/address_rules.h"

#include <algorithm>
#include <cmath>

namespace kpwatch::simulated {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds tries[] = {0ms, 1000ms, 3000ms, 7000ms}; // of a SYN (tcp(7)) and of a question alike
constexpr milliseconds resends[] = {0ms, 300ms, 900ms, 2100ms, 4500ms, 9300ms}; // of a request once connected
constexpr Micros atOnce{500};

// Where the sites live: any address in the /24 of their name servers.
std::string addressOfName(std::size_t position) { return "175.45.176." + std::to_string(71 + position); }

Detail answerOf(const Target& target) {
    if (std::holds_alternative<DnsOptions>(target.probe))
        return DnsDetail{"NOERROR", true, 2024010101, 3600};
    if (std::holds_alternative<HttpOptions>(target.probe)) {
        HttpDetail http;
        http.status = 200;
        return http;
    }
    return ConnectDetail{};
}

} // namespace

Network::Network(const Watchlist& watchlist, const Settings& settings, Via unknown_via, std::uint64_t seed)
    : m_settings(settings), m_random(seed) {
    std::map<std::string, std::string> addresses; // of names
    for (const Target& target : watchlist.targets) {
        const std::string host = hostOf(target.probe);
        if (target.enabled && !Address::parse(host) && !addresses.contains(host))
            addresses[host] = addressOfName(addresses.size());
    }
    for (const Target& target : watchlist.targets) {
        if (!target.enabled)
            continue;
        Road road = roadTo(target, nullptr, unknown_via);
        if (const auto named = addresses.find(hostOf(target.probe)); named != addresses.end())
            road.address = named->second;
        road.stretches.push_back(&hosts[road.address]);
        m_roads[target.id] = road;
    }
    for (const Control& control : watchlist.controls)
        m_roads[control.target.id] = roadTo(control.target, &control.ring, unknown_via);
}

Network::Road Network::roadTo(const Target& target, const Ring* ring, Via unknown_via) {
    Road road{{&line}, hostOf(target.probe), Micros(0), true};
    const auto* const dns = std::get_if<DnsOptions>(&target.probe);
    if (dns != nullptr)
        road.address = dns->server;
    double shortest = 150;
    if (ring == nullptr) {
        const Via via = target.via == Via::Unknown ? unknown_via : target.via;
        road.stretches.push_back(via == Via::Russia ? &russia : &china);
    } else {
        switch (*ring) {
        case Ring::Line:
            shortest = 20;
            break;
        case Ring::LongHaul:
            road.stretches.push_back(&longHaul);
            break;
        case Ring::TransitChina:
            road.stretches.push_back(&china);
            break;
        case Ring::TransitRussia:
            road.stretches.push_back(&russia);
            break;
        case Ring::Negative:
            road.answers = false;
            break;
        }
    }
    road.roundTrip = std::chrono::round<Micros>(milliseconds(1) * between(shortest, shortest + 150, m_random));
    return road;
}

Network::Packet Network::send(const Road& road, UtcTime at) {
    for (const Stretch* const stretch : road.stretches) {
        const Cut* const cut = stretch->cutAt(at);
        if (cut != nullptr && cut->seenAs != Failure::Timeout)
            return {true, cut->seenAs};
        if (stretch->losesPacket(at, m_random) || stretch->losesPacket(at, m_random)) // there and back
            return {};
    }
    return {road.answers, Failure::None};
}

Micros Network::roundTrip(const Road& road) {
    const double noise = -std::log(between(1e-9, 1, m_random)) * 0.04; // a tail upwards, 4 % on average
    return std::chrono::round<Micros>(road.roundTrip * (1 + noise));
}

bool Network::exchanges(const Road& road, Observation& seen, milliseconds timeout) {
    const UtcTime connected = seen.startedAt + std::chrono::ceil<milliseconds>(*seen.phases.connect);
    for (const milliseconds offset : resends) {
        const Micros answered = *seen.phases.connect + offset + roundTrip(road);
        if (answered > timeout)
            break;
        const Packet packet = send(road, connected + offset);
        if (!packet.back || packet.failure == Failure::LocalNetworkDown)
            continue;
        seen.failure = packet.failure == Failure::None ? Failure::None : Failure::Reset;
        seen.elapsed = answered;
        if (seen.failure == Failure::None)
            seen.phases.firstByte = answered;
        return seen.failure == Failure::None;
    }
    seen.failure = Failure::Timeout;
    seen.elapsed = timeout;
    return false;
}

Observation Network::ask(const Target& target, UtcTime at) {
    const Road& road = m_roads.at(target.id);
    Observation seen{.target = target.id, .startedAt = at, .peer = road.address, .source = "10.0.0.5"};
    const bool dns = std::holds_alternative<DnsOptions>(target.probe);
    const bool http = std::holds_alternative<HttpOptions>(target.probe);
    const milliseconds patience = std::min(target.timeout, milliseconds(m_settings.timeout_connect_ms));
    seen.reached = dns ? Stage::Exchange : Stage::Connect;
    seen.failure = Failure::Timeout;
    seen.elapsed = patience;
    const bool lost = std::any_of(road.stretches.begin(), road.stretches.end(),
                                  [&](const Stretch* stretch) { return stretch->losesCheck(at, m_random); });
    seen.tries = 0;
    for (const milliseconds offset : tries) {
        const Micros back = offset + roundTrip(road);
        if (back > patience)
            break;
        ++seen.tries;
        const Packet packet = send(road, at + offset);
        if (packet.failure == Failure::LocalNetworkDown && offset == 0ms) {
            seen.failure = packet.failure;
            seen.elapsed = atOnce;
            return seen;
        }
        if (lost || !packet.back || packet.failure == Failure::LocalNetworkDown)
            continue;
        seen.failure = packet.failure;
        seen.elapsed = back;
        break;
    }
    if (seen.failure != Failure::None)
        return seen;
    (dns ? seen.phases.firstByte : seen.phases.connect) = seen.elapsed;
    if (http) {
        seen.reached = Stage::Exchange;
        if (!exchanges(road, seen, target.timeout))
            return seen;
    }
    seen.reached = Stage::Done;
    seen.detail = answerOf(target);
    if (auto* const connect = std::get_if<ConnectDetail>(&seen.detail))
        connect->retransmits = seen.tries - 1;
    return seen;
}

bool Network::resolves(const Target& target, UtcTime at) {
    const auto* const http = std::get_if<HttpOptions>(&target.probe);
    if (http == nullptr)
        return false;
    Road road = m_roads.at(target.id);
    return std::any_of(http->resolve.servers.begin(), http->resolve.servers.end(), [&](const std::string& server) {
        if (const auto host = hosts.find(server); host != hosts.end())
            road.stretches.back() = &host->second;
        const Packet packet = send(road, at);
        return packet.back && packet.failure == Failure::None;
    });
}

} // namespace kpwatch::simulated
