// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/line_watch.h"

#include <algorithm>

namespace kpwatch {

using namespace std::chrono_literals;

namespace {

constexpr auto debounce = 200ms;         // a change of network is a handful of messages
constexpr auto usualLook = 10s;          // resolv.conf changes without a message
constexpr auto lookWhilePaused = 2min;   // nobody is asked meanwhile; the kernel's messages come all the same
constexpr auto controlsAtMostEvery = 5s; // however much a line flaps
constexpr auto changeShownFor = 10min;
constexpr int madeUpNames = 3;
constexpr auto resolverPatience = 6s; // meanwhile nobody looks at the line
constexpr auto resolverAgain = 60s;   // if nobody answered
constexpr int resolverTries = 5;
constexpr auto namesEvery = 5min; // the resolver keeps what it knows for longer than that
constexpr auto firstNames = 2s;   // until all are known
constexpr auto namePatience = 3s; // as with resolverPatience

// Where a check of this target goes, as far as the watchlist tells: names live near their name servers.
void addAddresses(const Target& target, std::vector<Address>& to) {
    std::vector<std::string> hosts{hostOf(target.probe)};
    if (const auto* const http = std::get_if<HttpOptions>(&target.probe); http && !Address::parse(hosts.front()))
        hosts = http->resolve.servers;
    if (const auto* const dns = std::get_if<DnsOptions>(&target.probe))
        hosts = {dns->server};
    for (const std::string& host : hosts)
        if (const auto address = Address::parse(host); address && std::find(to.begin(), to.end(), *address) == to.end())
            to.push_back(*address);
}

} // namespace

LineWatch::LineWatch(const Watchlist& watchlist, std::vector<Epoch> known, LineWatchOptions options, Bells bells)
    : m_options(std::move(options)), m_bells(std::move(bells)), m_line(std::move(known)) {
    if (m_options.proxy)
        m_controls = {m_options.proxy->address};
    else
        addAll(watchlist);
    m_paused = m_options.paused;
    look(utcNow());
    m_resolverDue = m_nameDue = std::chrono::steady_clock::now();
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void LineWatch::addAll(const Watchlist& watchlist) {
    for (const Ring ring : {Ring::Line, Ring::LongHaul})
        for (const Control& control : watchlist.controls)
            if (control.ring == ring)
                addAddresses(control.target, m_controls);
    for (const Target& target : watchlist.targets)
        if (target.enabled)
            addAddresses(target, m_targets);
    if (m_controls.empty())
        m_controls = m_targets;
}

LineWatch::~LineWatch() = default;

void LineWatch::setPaused(bool paused) { m_paused = paused; }
void LineWatch::setIntercepted(bool intercepted) { m_intercepted = intercepted; }

std::vector<Notice> LineWatch::notices() const {
    const std::lock_guard lock(m_mutex);
    std::vector<Notice> all;
    for (const auto* const slot : {&m_troubleNotice, &m_splitNotice, &m_resolverNotice, &m_changeNotice})
        if (*slot)
            all.push_back(**slot);
    return all;
}

// The way most line controls leave by; the first of equals.
std::optional<Route> LineWatch::exitFor(bool v6) const {
    std::vector<std::pair<Route, int>> ways;
    for (const Address& control : m_controls) {
        const auto route = control.v6 == v6 ? m_network.routeTo(control) : std::nullopt;
        if (!route)
            continue;
        const auto same = std::find_if(ways.begin(), ways.end(), [&](const auto& way) { return way.first == *route; });
        if (same == ways.end())
            ways.emplace_back(*route, 1);
        else
            ++same->second;
    }
    const auto most = std::max_element(ways.begin(), ways.end(),
                                       [](const auto& left, const auto& right) { return left.second < right.second; });
    return most == ways.end() ? std::nullopt : std::optional(most->first);
}

// What is watched has IPv4 addresses: the way out is that of IPv4, and IPv6's only where there is no other.
LineReading LineWatch::read() const {
    std::optional<Route> exit = exitFor(false);
    if (!exit)
        exit = exitFor(true);
    LineReading reading{.exit = std::move(exit), .intercepted = m_intercepted};
    if (m_options.proxy) {
        reading.way = "proxy";
        reading.proxy = name(WayOut(*m_options.proxy));
    } else {
        reading.resolvers = systemResolvers(m_options.resolvers);
    }
    return reading;
}

std::optional<SplitRoute> LineWatch::splitRoute() const {
    if (m_options.proxy)
        return std::nullopt; // everybody is asked through it
    SplitRoute split;
    const std::optional<Route> v4 = exitFor(false);
    const std::optional<Route> v6 = exitFor(true);
    for (const Address& target : m_targets) {
        const std::optional<Route>& exit = target.v6 ? v6 : v4;
        const auto route = m_network.routeTo(target);
        if (!exit || !route || route->source == exit->source)
            continue;
        ++split.targets;
        split.network = name(route->kind);
    }
    return split.targets > 0 ? std::optional(split) : std::nullopt;
}

void LineWatch::say(std::optional<Notice>& slot, std::optional<decltype(Notice::what)> what, UtcTime now) {
    {
        const std::lock_guard lock(m_mutex);
        if (what ? slot && slot->what == *what : !slot)
            return;
        const bool sameKind = what && slot && slot->what.index() == what->index();
        slot = what ? std::optional(Notice{sameKind ? slot->since : now, std::move(*what)}) : std::nullopt;
    }
    m_bells.noticed();
}

void LineWatch::look(UtcTime now) {
    const auto steady = std::chrono::steady_clock::now();
    LineReading reading = read();
    const bool same_network = m_line.isSameNetwork(reading);
    if (const auto epoch = m_line.take(reading, steady)) {
        m_bells.epoch(*epoch);
        if (m_seen) {
            say(m_changeNotice, std::nullopt, now); // each change has a date of its own
            if (same_network)
                say(m_changeNotice, BetweenUs{reading.intercepted}, now);
            else
                say(m_changeNotice, NetworkChanged{epoch->network}, now);
        }
        m_resolverDue = steady;
        m_resolverTries = 0;
    }
    Seen seen{.route = reading.exit.has_value(), .trouble = m_line.trouble()};
    if (reading.exit) {
        seen.linkUp = reading.exit->linkUp;
        seen.source = reading.exit->source;
        seen.gateway = reading.exit->gateway;
    }
    m_askWanted = m_askWanted || (m_seen && *m_seen != seen);
    m_seen = seen;
    m_reading = std::move(reading);
    askWhenCalm(steady);

    std::optional<decltype(Notice::what)> trouble;
    if (m_line.trouble() == LineTrouble::NoRoute && !m_controls.empty()) // nobody to go to is no trouble
        trouble = NoRoute{};
    else if (m_line.trouble() == LineTrouble::FirstRouterSilent)
        trouble = FirstRouterSilent{};
    say(m_troubleNotice, trouble, now);
    say(m_splitNotice, splitRoute(), now);
    if (m_changeNotice && now - m_changeNotice->since > changeShownFor)
        say(m_changeNotice, std::nullopt, now);
}

void LineWatch::askWhenCalm(SteadyTime now) {
    if (!m_askWanted || (m_lastAsked != SteadyTime{} && now - m_lastAsked < controlsAtMostEvery))
        return;
    m_askWanted = false;
    m_lastAsked = now;
    m_bells.askControls();
}

bool LineWatch::resolverIsWorthAsking() const {
    return !m_options.proxy && m_reading && m_reading->exit && !m_reading->resolvers.empty() &&
           (m_options.askOnLoopback || m_reading->exit->kind != LinkKind::Loopback);
}

void LineWatch::askResolver(const StopSignal& stop) {
    const auto now = std::chrono::steady_clock::now();
    m_resolverDue.reset();
    if (!resolverIsWorthAsking())
        return;
    const MadeUpAnswers found = askForNamesThatDoNotExist(m_reading->resolvers, madeUpNames, now + resolverPatience,
                                                          stop, m_options.resolverPort);
    if (stop.stopped())
        return;
    if (found.asked == 0 && ++m_resolverTries < resolverTries)
        m_resolverDue = now + resolverAgain;
    std::optional<decltype(Notice::what)> made_up;
    if (found.rewrites())
        made_up = ResolverRewrites{found.madeUp, found.asked, found.answers.front().text()};
    say(m_resolverNotice, made_up, utcNow());
}

// One at a time, so that the line is looked at in between.
void LineWatch::askForOneName(const StopSignal& stop) {
    const auto now = std::chrono::steady_clock::now();
    const bool all_known = namesSaid().size() == m_options.names.size();
    m_nameDue = now + (all_known ? namesEvery / m_options.names.size() : firstNames);
    if (!resolverIsWorthAsking())
        return;
    const std::string& host = m_options.names[m_nextName];
    m_nextName = (m_nextName + 1) % m_options.names.size();
    const UtcTime asked = utcNow();
    const ResolverSays says =
        kpwatch::askResolver(m_reading->resolvers, host, now + namePatience, stop, m_options.resolverPort);
    if (stop.stopped())
        return;
    const NameSaid said{host, asked, asked, says};
    if (noteName(said))
        m_bells.named(said);
}

// Whether it is news.
bool LineWatch::noteName(const NameSaid& said) {
    const std::lock_guard lock(m_mutex);
    const auto known = std::ranges::find(m_said, said.host, &NameSaid::host);
    if (known == m_said.end()) {
        m_said.push_back(said);
        return true;
    }
    known->at = said.at;
    if (known->says == said.says)
        return false;
    *known = said;
    return true;
}

std::vector<NameSaid> LineWatch::namesSaid() const {
    const std::lock_guard lock(m_mutex);
    return m_said;
}

SteadyTime LineWatch::nextLook(SteadyTime now) const {
    SteadyTime next = now + (m_paused ? std::chrono::seconds{lookWhilePaused} : usualLook);
    if (const auto settled = m_line.nextLook())
        next = std::min(next, *settled);
    if (m_askWanted)
        next = std::min<SteadyTime>(next, m_lastAsked + controlsAtMostEvery);
    if (m_resolverDue && !m_paused)
        next = std::min(next, *m_resolverDue);
    if (!m_options.names.empty() && !m_paused)
        next = std::min(next, m_nameDue);
    return next;
}

void LineWatch::run(const std::stop_token& stop_token) {
    const StopSignal stop(stop_token);
    while (!stop.stopped()) {
        if (m_resolverDue && !m_paused && *m_resolverDue <= std::chrono::steady_clock::now())
            askResolver(stop);
        if (!m_options.names.empty() && !m_paused && m_nameDue <= std::chrono::steady_clock::now())
            askForOneName(stop);
        const Wait wait = m_network.waitForChange(nextLook(std::chrono::steady_clock::now()), stop);
        if (wait == Wait::Ready)
            waitFor(-1, 0, std::chrono::steady_clock::now() + debounce, stop);
        if (!stop.stopped())
            look(utcNow());
    }
}

} // namespace kpwatch
