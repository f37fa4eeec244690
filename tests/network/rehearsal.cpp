// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/rehearsal.h"

#include "app/story/replay.h"

#include <algorithm>

namespace kpwatch::test {

namespace {

using namespace std::chrono_literals;

constexpr auto transitPast = 49h;
constexpr auto heartbeat = 60s;
constexpr std::uint32_t seed = 1;

UtcTime firstMoment() { return parseIsoUtc("2026-03-05T00:00:00Z").value(); }

// Parsed once: it takes longer than many a check here.
const TlsStore& trust() {
    static const TlsStore store;
    return store;
}

std::string words(Verdict verdict, Reason reason) {
    const std::string why(name(reason));
    return std::string(name(verdict)) + (why.empty() ? "" : " " + why);
}

constexpr auto traceTimeout = 8s;

} // namespace

std::string described(const Observation& trace) {
    const auto* const detail = std::get_if<TraceDetail>(&trace.detail);
    if (detail == nullptr || detail->outcome.empty() || detail->method.empty())
        return std::string(name(trace.failure));
    std::string text = detail->outcome;
    std::string silent;
    for (const TraceHop& hop : detail->hops)
        if (hop.address.empty())
            silent += " " + std::to_string(hop.ttl);
    if (!detail->hops.empty())
        text += " at hop " + std::to_string(detail->hops.back().ttl) + ", " + detail->hops.back().address;
    return silent.empty() ? text : text + "; silent:" + silent;
}

Rehearsal::Rehearsal(const Chain& chain, const Watchlist& watchlist)
    : m_chain(chain), m_watchlist(watchlist), m_origin(std::chrono::steady_clock::now()), m_now(m_origin),
      m_nextHeartbeat(m_origin), m_schedule(watchlist, m_settings, {.seed = seed, .now = m_origin, .way = {}}),
      m_judge(watchlist, m_settings) {
    bringInTheTransit();
    m_judge.take(Event{clock(), Started{}});
    m_judge.take(Event{clock(), Epoch{.id = "chain", .network = "AS64496", .country = "DE"}});
}

UtcTime Rehearsal::clock() const {
    return firstMoment() + transitPast + std::chrono::ceil<std::chrono::milliseconds>(m_now - m_origin);
}

TargetId Rehearsal::idOf(const std::string& slug) const {
    return slug == "own-line" ? ownLineId : m_watchlist.findByName(slug)->id;
}

void Rehearsal::bringInTheTransit() {
    m_judge.take(Event{firstMoment(), Started{}});
    m_judge.take(Event{firstMoment(), Epoch{.id = "chain", .network = "AS64496", .country = "DE"}});
    for (UtcTime at = firstMoment(); at < clock() - heartbeat; at += heartbeat)
        for (const Control& control : m_watchlist.controls) {
            if (control.ring != Ring::TransitChina)
                continue;
            Observation answer{.target = control.target.id, .startedAt = at, .elapsed = 1ms};
            answer.reached = Stage::Done;
            answer.failure = Failure::None;
            m_judge.take(answer);
        }
}

std::future<Resolved> Rehearsal::look(const Target& target) const {
    return m_chain.us.begin([&target] {
        const Attempt attempt{.deadline = std::chrono::steady_clock::now() + target.timeout,
                              .stop = {},
                              .startedAt = utcNow(),
                              .addresses = {},
                              .rules = {},
                              .tls = trust()};
        return resolve(hostOf(target.probe), std::get<HttpOptions>(target.probe).resolve, attempt);
    });
}

std::future<Observation> Rehearsal::ask(const Target& target) const {
    return m_chain.us.begin([this, target] {
        const auto known = m_book.find(hostOf(target.probe));
        const Attempt attempt{.deadline = std::chrono::steady_clock::now() + target.timeout,
                              .stop = {},
                              .startedAt = utcNow(),
                              .addresses = known == m_book.end() ? std::span<const Address>() : known->second,
                              .rules = {.allowDocumentation = m_watchlist.isControl(target.id)},
                              .connectTimeout = target.timeout,
                              .tls = trust()};
        return probe(target, attempt);
    });
}

void Rehearsal::gather(int checks, std::chrono::milliseconds pace) {
    m_gathered.clear();
    std::vector<std::future<Observation>> underway;
    std::map<std::string, std::future<Resolved>> lookUps;
    const auto note = [this](const std::string& host, std::future<Resolved>& found) {
        if (std::vector<Address> addresses = found.get().addresses; !addresses.empty())
            m_book[host] = std::move(addresses); // an old address is better than none
    };
    for (const Target& target : m_watchlist.targets)
        if (const auto* const http = std::get_if<HttpOptions>(&target.probe);
            http && !http->resolve.servers.empty() && pace < asTablesComplain)
            lookUps[hostOf(target.probe)] = look(target);
    if (m_book.empty())
        for (auto& [host, found] : std::exchange(lookUps, {}))
            note(host, found);
    for (const Control& control : m_watchlist.controls)
        for (int check = 0; check < checks; ++check)
            underway.push_back(ask(control.target));
    for (const Target& target : m_watchlist.targets)
        for (int check = 0; check < checks; ++check) {
            std::this_thread::sleep_for(pace);
            underway.push_back(ask(target));
        }
    for (std::future<Observation>& each : underway) {
        Observation seen = each.get();
        m_gathered[seen.target].checks.push_back(std::move(seen));
    }
    for (auto& [host, found] : lookUps)
        note(host, found);
}

void Rehearsal::begin(const Job& job) {
    const Target& target = *m_watchlist.find(job.target);
    if (job.kind == Job::Kind::Resolve) { // was done as part of gathering
        const auto known = m_book.find(hostOf(target.probe));
        m_schedule.resolved(job.target,
                            known == m_book.end() || known->second.empty() ? std::nullopt
                                                                           : std::optional(known->second.front()),
                            m_now);
        return;
    }
    Gathered& kept = m_gathered.at(job.target);
    Observation row = kept.checks[kept.next++ % kept.checks.size()];
    row.startedAt = clock();
    row.recheck = job.kind == Job::Kind::Recheck && !m_watchlist.isControl(job.target);
    m_underway.emplace(std::pair(m_now + row.elapsed, job.target), Underway{row, m_now});
}

void Rehearsal::finish(const Underway& check, SteadyTime end) {
    m_now = end;
    m_schedule.finished(check.row, check.began, m_now);
    m_judge.take(check.row);
}

void Rehearsal::pass(std::chrono::minutes length) {
    const SteadyTime until = m_now + length;
    while (m_now < until) {
        for (const Job& job : m_schedule.take(m_now))
            begin(job);
        SteadyTime next = std::min({m_schedule.next(m_now), m_nextHeartbeat, until});
        next = std::max(next, m_now + 1ms);
        if (!m_underway.empty() && m_underway.begin()->first.first <= next) {
            const auto first = m_underway.extract(m_underway.begin());
            finish(first.mapped(), first.key().first);
            continue;
        }
        m_now = next;
        if (m_now < m_nextHeartbeat)
            continue;
        m_nextHeartbeat += heartbeat;
        m_judge.take(Event{clock(), Heartbeat{}});
        m_judge.advanceTo(clock());
        for (const Target& target : m_watchlist.targets) {
            const TargetStatus status = m_judge.status(target.id);
            m_schedule.setDownSince(target.id,
                                    status.state == Verdict::Down && status.since
                                        ? std::optional(m_origin + (*status.since - firstMoment() - transitPast))
                                        : std::nullopt);
        }
    }
    m_judge.advanceTo(clock());
    for (const SpanChange& change : m_judge.changes())
        applyChange(m_spans, change);
}

std::set<std::string> Rehearsal::seen(const std::string& slug) const {
    std::set<std::string> kinds;
    for (const Observation& check : m_gathered.at(idOf(slug)).checks)
        kinds.insert(std::string(name(check.reached)) + " " + std::string(name(check.failure)));
    return kinds;
}

std::set<std::string> Rehearsal::roads(const std::string& slug) const {
    Target target = *m_watchlist.findByName(slug);
    const std::string host = hostOf(target.probe);
    const auto known = m_book.find(host);
    target.probe =
        TraceOptions{.host = known == m_book.end() || known->second.empty() ? host : known->second.front().text()};
    target.timeout = traceTimeout;
    const std::string without = described(ask(target).get());
    m_chain.us.set("ipv4/ping_group_range", "0 0"); // icmp(7); forbidden in a new network
    return {without, described(ask(target).get())};
}

std::string Rehearsal::state(const std::string& slug) const {
    const TargetId id = idOf(slug);
    if (id == ownLineId)
        return std::string(name(m_judge.ownLine().state));
    const TargetStatus status = m_judge.status(id);
    return words(status.state, status.reason);
}

std::set<std::string> Rehearsal::statesEver(const std::string& slug) const {
    std::set<std::string> states;
    const auto lane = m_spans.find(idOf(slug));
    if (lane != m_spans.end())
        for (const Span& span : lane->second)
            states.insert(words(span.verdict, span.reason));
    return states;
}

} // namespace kpwatch::test
