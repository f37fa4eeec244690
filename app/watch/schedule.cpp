// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/schedule.h"

#include "app/demand.h"
#include "app/sentinels.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace kpwatch {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr seconds latestLook{60}; // when nothing is due
constexpr seconds soon{3};        // usually something is
constexpr seconds headStart{5};   // so that the first failures can already be judged
constexpr seconds firstRound{14}; // the first check of every target is spread over this
constexpr seconds minute{60};
constexpr seconds slowerAfter{600}, slowest{300};
constexpr seconds decidedAfter{1800}; // a verdict takes no longer where one is possible
constexpr seconds lookUpsWaitAtMost{300};
constexpr seconds traceAtMostEvery{900};
constexpr std::size_t seriesPerHour = 3;

constexpr seconds mailHeadStart{70};

bool isTrace(const Target& target) { return std::holds_alternative<TraceOptions>(target.probe); }

std::optional<Address> literalAddress(const Target& target) {
    if (const auto* dns = std::get_if<DnsOptions>(&target.probe))
        return Address::parse(dns->server);
    return Address::parse(hostOf(target.probe));
}

} // namespace

Schedule::Schedule(const Watchlist& watchlist, const Settings& settings, const Start& start)
    : m_settings(settings), m_watchlist(watchlist), m_proxied(std::holds_alternative<Proxy>(start.way)),
      m_politeness(settings), m_random(start.seed) {
    for (const Target& target : m_watchlist.targets)
        if (target.enabled && canLeave(target, start.way))
            m_items.push_back(
                {.target = &target, .transport = transportOf(target.probe), .address = literalAddress(target)});
    planFirstRound(start);
    for (int i = 0; const Control& control : m_watchlist.controls) {
        if (!canLeave(control.target, start.way))
            continue;
        const bool line = control.ring == Ring::Line;
        m_items.push_back({.target = &control.target,
                           .ring = control.ring,
                           .transport = transportOf(control.target.probe),
                           .address = literalAddress(control.target),
                           .due = line ? start.now + milliseconds{150} * i++ : start.now + headStart});
    }
    planTurns(start.now);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_positions[m_items[i].target->id] = i;
        if (isTrace(*m_items[i].target))
            m_traces.push_back(i);
    }
}

// Targets wait until controls could vote, and mail longer, since its controls are proved more slowly.
void Schedule::planFirstRound(const Start& start) {
    const auto turns = m_proxied ? std::map<TargetId, int>{} : lookUpTurns(m_watchlist);
    const auto count = static_cast<int>(std::max<std::size_t>(m_items.size(), 1));
    for (int i = 0, names = 0; Item & item : m_items) {
        const milliseconds spread = std::min<milliseconds>(firstRound, item.target->interval);
        item.due = start.now + (item.transport == Transport::Mail ? mailHeadStart : headStart) + spread * i++ / count;
        const auto turn = turns.find(item.target->id);
        if (turn == turns.end())
            continue;
        item.lookUpTurn = turn->second;
        item.resolveDue =
            item.due + item.target->interval * (1 + names++ % turn->second); // the first check does its own
    }
}

Schedule::Item* Schedule::find(TargetId id) {
    const auto found = m_positions.find(id);
    return found == m_positions.end() ? nullptr : &m_items[found->second];
}

const Schedule::Item& Schedule::item(TargetId id) const { return m_items[m_positions.at(id)]; }

bool Schedule::isLoopback(const Item& item) const {
    const std::optional<Address> address = item.address ? item.address : nameServer(item);
    return address && address->isLoopback();
}

// Alert rates hold in a /24 from a first failure until every run there is decided; a run that nothing can decide, as of
// a host that never answers, does not hold them for ever.
bool Schedule::alert(const Item& item, SteadyTime now) const {
    if (!item.address)
        return false;
    return std::any_of(m_items.begin(), m_items.end(), [&](const Item& other) {
        return other.silentSince && now - *other.silentSince < decidedAfter && !other.downSince && !other.ring &&
               other.address && other.address->block() == item.address->block();
    });
}

// The first server that is asked where an HTTP host lives.
std::optional<Address> Schedule::nameServer(const Item& item) const {
    const auto* http = std::get_if<HttpOptions>(&item.target->probe);
    if (!http || http->resolve.servers.empty())
        return std::nullopt;
    return Address::parse(http->resolve.servers.front());
}

SteadyTime Schedule::jittered(SteadyTime from, milliseconds length, double share) {
    std::uniform_real_distribution<double> spread(1 - share, 1 + share);
    return from + milliseconds{std::llround(static_cast<double>(length.count()) * spread(m_random))};
}

// A line control that has not answered often enough. Through a proxy a bare connection never proves anything.
bool Schedule::mayYetVote(const Item& item) const {
    const bool mute = m_proxied && std::holds_alternative<TcpOptions>(item.target->probe);
    return item.ring == Ring::Line && item.good < goodToVote && !mute;
}

milliseconds Schedule::interval(const Item& item, SteadyTime now) const {
    milliseconds usual = item.target->interval;
    if (mayYetVote(item) && item.failures == 0)
        return std::min<milliseconds>(usual, paceUntilVote(item.transport));
    if (isTrace(*item.target))
        usual = std::max<milliseconds>(usual, traceAtMostEvery);
    if (m_proxied && !isLoopback(item)) // to an address that only the proxy knows nobody counts
        usual = std::max<milliseconds>(usual, minute);
    if (isLoopback(item) || isSentinel(*item.target) || item.ring)
        return usual;
    std::optional<SteadyTime> since = item.downSince;
    if (!since && item.silentSince)
        since = *item.silentSince + decidedAfter;
    if (!since || now < *since)
        return usual;
    const auto periods = std::min<std::int64_t>((now - *since) / slowerAfter, 8);
    return std::max(usual, std::min<milliseconds>(usual * (1LL << periods), slowest));
}

std::vector<Schedule::Candidate> Schedule::candidates(SteadyTime until) const {
    std::vector<Candidate> all;
    const auto add = [&](TargetId id, Job::Kind kind, SteadyTime from, Politeness::Kind counts) {
        if (from <= until)
            all.push_back({{id, kind}, from, counts});
    };
    for (const Item& item : m_items) {
        const TargetId id = item.target->id;
        if (!item.address && isSentinel(*item.target))
            continue; // nobody knows yet where it would have to go
        if (!item.inFlight) {
            const bool besides = isSentinel(*item.target) || mayYetVote(item);
            add(id, Job::Kind::Check, item.due, besides ? Politeness::Kind::Besides : Politeness::Kind::Ordinary);
            if (!item.rechecks.empty())
                add(id, Job::Kind::Recheck, item.rechecks.front(), Politeness::Kind::Besides);
        }
        if (item.resolveDue && !item.resolving)
            add(id, Job::Kind::Resolve, *item.resolveDue, Politeness::Kind::Besides);
    }
    addTurns(all, until);
    return all;
}

// A look-up goes to a name server, and so does first of all a check of a name nobody has looked up: it is counted
// there.
SteadyTime Schedule::mayLeave(const Candidate& candidate, SteadyTime now) const {
    const Item& asked = item(candidate.job.target);
    const SteadyTime from = std::max(candidate.from, now);
    if (candidate.job.kind != Job::Kind::Resolve)
        for (const auto& held : {heldByMail(asked, from), heldByTrace(asked, from)})
            if (held && *held > from)
                return *held;
    const bool toNameServer = candidate.job.kind == Job::Kind::Resolve || !asked.address;
    const std::optional<Address> address = toNameServer ? nameServer(asked) : asked.address;
    if (!address || address->isLoopback())
        return from;
    const auto kind = toNameServer ? Politeness::Kind::Besides : candidate.kind;
    return m_politeness.earliest(*address, kind, alert(asked, now), from);
}

void Schedule::planNext(Item& asked, SteadyTime now) {
    asked.due = takesTurns(asked) ? SteadyTime::max() : jittered(now, interval(asked, now), 0.1);
    // Mail waits for a mail control, which may take as long as itself: that is taken off, since the guaranteed
    // detection counts on the interval.
    if (!asked.ring && asked.transport == Transport::Mail)
        asked.due -= std::min(asked.target->timeout, interval(asked, now) / 10);
}

void Schedule::begin(const Candidate& candidate, SteadyTime now) {
    Item& asked = *find(candidate.job.target);
    switch (candidate.job.kind) {
    case Job::Kind::Check:
        planNext(asked, now);
        asked.inFlight = true;
        break;
    case Job::Kind::Recheck:
        asked.rechecks.erase(asked.rechecks.begin());
        if (asked.ring) // a reading is a reading
            planNext(asked, now);
        asked.inFlight = true;
        break;
    case Job::Kind::Resolve:
        asked.resolveDue = jittered(now, asked.target->interval * asked.lookUpTurn, 0.1);
        asked.resolving = true;
        break;
    }
    if (candidate.job.kind != Job::Kind::Resolve) {
        asked.lastBegan = now;
        takeTurn(asked, now);
    }
    const bool toNameServer = candidate.job.kind == Job::Kind::Resolve || !asked.address;
    if (const std::optional<Address> address = toNameServer ? nameServer(asked) : asked.address)
        m_politeness.sent(*address, toNameServer ? Politeness::Kind::Besides : candidate.kind, now);
    if (!asked.ring) {
        std::erase_if(m_left, [now](SteadyTime left) { return left + minute <= now; });
        m_left.push_back(now);
    }
}

void Schedule::count(const Earlier& earlier) {
    const Item* const asked = find(earlier.target);
    std::optional<Address> address = earlier.peer;
    if (!address && asked)
        address = asked->address ? asked->address : nameServer(*asked);
    const bool control = m_watchlist.isControl(earlier.target);
    const Target* const target = m_watchlist.find(earlier.target);
    const bool besides = earlier.recheck || control || (target && isSentinel(*target));
    if (address)
        m_politeness.sent(*address, besides ? Politeness::Kind::Besides : Politeness::Kind::Ordinary, earlier.at);
    if (!control)
        m_left.push_back(earlier.at);
}

int Schedule::lastMinute(SteadyTime now) const {
    return static_cast<int>(
        std::count_if(m_left.begin(), m_left.end(), [now](SteadyTime left) { return left + minute > now; }));
}

std::vector<Job> Schedule::take(SteadyTime now) {
    for (const Transport transport : std::exchange(m_lineWanted, {}))
        askLineControl(transport, now);
    std::vector<Candidate> due = candidates(now);
    if (proveMail(due, now))
        return take(now); // with the control that it asked for
    const auto urgency = [this, now](const Candidate& c) {
        const bool control = item(c.job.target).ring.has_value();
        const bool lookUp = c.job.kind == Job::Kind::Resolve && now - c.from < lookUpsWaitAtMost;
        const int kind = control ? 0 : c.job.kind == Job::Kind::Recheck ? 1 : lookUp ? 3 : 2;
        return std::tuple(kind, c.from);
    };
    std::stable_sort(due.begin(), due.end(),
                     [&](const Candidate& a, const Candidate& b) { return urgency(a) < urgency(b); });
    std::vector<Job> leaving;
    for (const Candidate& candidate : due) {
        if (candidate.job.kind != Job::Kind::Resolve && item(candidate.job.target).inFlight)
            continue; // its re-check has just left
        if (mayLeave(candidate, now) > now)
            continue;
        begin(candidate, now);
        leaving.push_back(candidate.job);
    }
    return leaving;
}

SteadyTime Schedule::next(SteadyTime now) const {
    SteadyTime earliest = now + latestLook;
    for (const auto within : {soon, latestLook}) {
        for (const Candidate& candidate : candidates(now + within))
            if (candidate.from < earliest) // it never leaves before that
                earliest = std::min(earliest, mayLeave(candidate, now));
        if (earliest <= now + within)
            break;
    }
    return earliest;
}

void Schedule::finished(const Observation& seen, SteadyTime began, SteadyTime now) {
    Item* asked = find(seen.target);
    if (!asked)
        return;
    asked->inFlight = false;
    asked->lastEnded = now;
    switch (seen.meaning()) {
    case Meaning::Answer:
        if (asked->failures > 0)
            asked->rechecks.clear(); // the suspicion is cancelled
        asked->failures = 0;
        asked->silentSince.reset();
        ++asked->good;
        if (asked->downSince && asked->good < m_settings.recover_successes) // the end takes another, so long after it
            asked->due = std::min(asked->due, jittered(began, milliseconds{1100} * m_settings.recover_span_s, 0.09));
        if (takesTurns(*asked))
            asked->due = SteadyTime::max();
        else if (asked->good < goodToVote && asked->ring == Ring::Line)
            asked->due = std::min(asked->due, now + paceUntilVote(asked->transport));
        break;
    case Meaning::Failed:
        if (asked->failures++ == 0)
            asked->silentSince = began;
        asked->good = 0;
        if (asked->ring)
            break;
        planRechecks(*asked, began);
        if (asked->failures == 1 && asked->resolveDue) // perhaps it has moved: its turn or not
            asked->resolveDue = std::min(*asked->resolveDue, now);
        askAround(*asked, now);
        break;
    case Meaning::Neutral:
        break;
    }
}

// At most three series per target and hour, the last of them kept for a second failure in a row.
// What is older is forgotten.
static std::size_t countLastHour(std::vector<SteadyTime>& series, SteadyTime now) {
    std::erase_if(series, [now](SteadyTime each) { return each + std::chrono::hours{1} <= now; });
    return series.size();
}

void Schedule::planRechecks(Item& failed, SteadyTime began) {
    if (failed.failures == 1) {
        planSeries(failed, began, seriesPerHour - 1);
        const auto mayTell = [&](Item& other) {
            return !other.ring && !isTrace(*other.target) && other.address && failed.address &&
                   *other.address != *failed.address && other.address->block() == failed.address->block() &&
                   other.rechecks.empty() && other.failures == 0 &&
                   countLastHour(other.series, began) < seriesPerHour - 1;
        };
        Item* neighbour = nullptr; // asked longest ago: of mail the usual pace would tell a quarter of an hour later
        for (Item& other : m_items)
            if (mayTell(other) && (!neighbour || other.lastBegan < neighbour->lastBegan))
                neighbour = &other;
        if (neighbour)
            planSeries(*neighbour, began, seriesPerHour - 1);
    } else if (failed.failures == 2 && failed.rechecks.empty()) {
        planSeries(failed, began, seriesPerHour);
    }
}

void Schedule::planSeries(Item& item, SteadyTime began, std::size_t allowed) {
    if (countLastHour(item.series, began) >= allowed)
        return;
    item.series.push_back(began);
    item.rechecks.clear();
    for (const int offset : m_settings.recheck_s)
        item.rechecks.push_back(jittered(began, seconds{offset}, 0.2));
    std::sort(item.rechecks.begin(), item.rechecks.end());
}

void Schedule::resolved(TargetId target, std::optional<Address> address, SteadyTime now) {
    Item* asked = find(target);
    if (!asked)
        return;
    asked->resolving = false;
    if (!address)
        return;
    if (asked->inFlight && !asked->address) // the check goes on to the address it has just looked up
        m_politeness.sent(*address, Politeness::Kind::Ordinary, now);
    moved(target, *address);
}

bool Schedule::mayAlsoDial(TargetId target, const Address& address, SteadyTime now) {
    const Item* const asked = find(target);
    if (!asked)
        return false;
    const bool alerted = asked->address && asked->address->block() == address.block() && alert(*asked, now);
    if (m_politeness.earliest(address, Politeness::Kind::Besides, alerted, now) > now)
        return false;
    m_politeness.sent(address, Politeness::Kind::Besides, now);
    return true;
}

void Schedule::moved(TargetId target, const Address& address) {
    const Item* const asked = find(target);
    if (!asked)
        return;
    const std::string host = hostOf(asked->target->probe);
    for (Item& item : m_items)
        if (hostOf(item.target->probe) == host)
            item.address = address;
}

void Schedule::setDownSince(TargetId target, std::optional<SteadyTime> since) {
    Item* asked = find(target);
    if (!asked)
        return;
    if (since && !asked->downSince)
        for (const std::size_t position : m_traces) // how far one gets is worth asking now
            if (Item& trace = m_items[position]; trace.address && trace.address == asked->address)
                trace.due = std::min(trace.due, *since);
    asked->downSince = since;
}

void Schedule::askAll(SteadyTime now) {
    for (Item& item : m_items)
        item.due = std::min(item.due, now);
}

} // namespace kpwatch
