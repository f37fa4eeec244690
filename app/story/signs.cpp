// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/signs.h"

#include "probes/net/address_rules.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

// So many answers, and in so many spells: a machine or a line that is busy for two hours makes all of them slow.
constexpr int enoughAnswers = 30, enoughSpells = 15;
constexpr auto spell = 10min;
constexpr auto shortestUseful = 20ms; // nearer hosts say nothing
constexpr auto besideUs = 2ms;        // there and back: 200 km of fibre
constexpr auto daysKept = 24h * 6;    // less than a judge that starts again reads back

// One round trip as seen: the handshake, or the question and its answer. Nothing of one that had to be sent again.
std::optional<Micros> roundTrip(const Observation& row) {
    if (row.tries != 1)
        return std::nullopt;
    if (std::holds_alternative<DnsDetail>(row.detail))
        return row.elapsed;
    if (const auto* const connect = std::get_if<ConnectDetail>(&row.detail);
        connect != nullptr && connect->retransmits != 0)
        return std::nullopt;
    if (!row.phases.connect)
        return std::nullopt;
    return *row.phases.connect - row.phases.resolve.value_or(Micros{0});
}

} // namespace

Signs::Day& Signs::dayOf(UtcTime time) {
    const UtcTime begin = std::chrono::floor<std::chrono::days>(time);
    while (!m_days.empty() && m_days.front().begin < begin - daysKept)
        m_days.pop_front();
    if (m_days.empty() || m_days.back().begin < begin)
        m_days.push_back({begin});
    return m_days.back();
}

void Signs::RoundTrips::add(Micros road, UtcTime at) {
    shortest = std::min(shortest, road);
    if (std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()) / spell !=
        std::chrono::floor<std::chrono::milliseconds>(latest.time_since_epoch()) / spell)
        ++spells;
    latest = at;
    ++answers;
}

bool Signs::RoundTrips::enough() const { return answers >= enoughAnswers && spells >= enoughSpells; }

Signs::RoundTrips Signs::usual() const {
    RoundTrips all;
    for (const Day& day : m_days) {
        all.shortest = std::min(all.shortest, day.road.shortest);
        all.answers += day.road.answers;
        all.spells += day.road.spells;
    }
    return all;
}

bool Signs::tooFast(Micros road) const {
    const RoundTrips all = usual();
    return all.enough() && all.shortest >= shortestUseful && 2 * road < all.shortest;
}

// Routes change. What made the longer road usual makes the shorter one usual again, unless it is as short as to
// somebody beside us.
bool Signs::shorterRoad(Micros road, UtcTime at) {
    if (road < shortestUseful)
        m_shorter = {};
    else
        m_shorter.add(road, at);
    return m_shorter.enough();
}

bool Signs::impossible(Micros road, UtcTime at) {
    Day& day = dayOf(at);
    if (!tooFast(road)) {
        m_shorter = {};
        day.road.add(road, at);
        return false;
    }
    if (!shorterRoad(road, at))
        return true;
    for (Day& each : m_days)
        each.road = {};
    day.road = std::exchange(m_shorter, {});
    return false;
}

// An authoritative server always gives the full time; a cache gives what is left of it. A single lower value that stays
// is a zone that has been changed.
bool Signs::countsDown(const DnsDetail& dns, UtcTime at) {
    if (!dns.ttl)
        return false;
    const std::uint32_t ttl = *dns.ttl;
    std::uint32_t full = 0;
    for (const Day& day : m_days)
        full = std::max(full, day.fullTtl);
    const bool lower = ttl < full;
    const bool changed_zone = lower && dns.authoritative && m_lowerTtl == ttl;
    if (changed_zone)
        for (Day& day : m_days)
            day.fullTtl = std::min(day.fullTtl, ttl);
    const bool counting = lower && !changed_zone && (!dns.authoritative || m_lowerTtl.has_value());
    m_lowerTtl = lower && !changed_zone ? std::optional(ttl) : std::nullopt;
    m_kept = !dns.authoritative && (m_kept || counting);
    if (!lower || changed_zone) {
        Day& day = dayOf(at);
        day.fullTtl = std::max(day.fullTtl, ttl);
    }
    return counting || m_kept;
}

bool Signs::foreign(const Observation& row, bool our_road) {
    if (const auto* const http = std::get_if<HttpDetail>(&row.detail);
        http != nullptr && (!http->age.empty() || !http->via.empty() || !http->cache.empty()))
        return true;
    if (const auto* const dns = std::get_if<DnsDetail>(&row.detail); dns != nullptr && countsDown(*dns, row.startedAt))
        return true;
    const std::optional<Micros> road = our_road ? roundTrip(row) : std::nullopt;
    return road && impossible(*road, row.startedAt);
}

// Of the part of the check that ended so: the wait for the handshake, or what came after it. Where the handshake itself
// is refused at once one answer that shows how far the server is will do.
std::optional<Reason> Signs::refusedTooSoon(const Observation& row) const {
    if ((row.failure != Failure::Refused && row.failure != Failure::Reset) || row.tries != 1)
        return std::nullopt;
    const Micros before = row.phases.resolve.value_or(Micros{0});
    const Micros known = std::max({before, row.phases.connect.value_or(Micros{0}), row.phases.tls.value_or(Micros{0})});
    const Micros road = row.elapsed - known;
    const auto asked = Address::parse(row.peer);
    const RoundTrips all = usual();
    const bool afar = asked && asked->isPublic() && all.answers > 0 && all.shortest >= shortestUseful;
    if (row.reached == Stage::Connect && road < besideUs && (afar || tooFast(road)))
        return Reason::OwnFirewall;
    return tooFast(road) ? std::optional(Reason::NotAnsweredFor) : std::nullopt;
}

} // namespace kpwatch
