// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/watch_run.h"

#include "app/history/history_reader.h"
#include "app/watch/earlier_checks.h"
#include "app/watch/known_addresses.h"

#include <utility>

namespace kpwatch {

namespace {

constexpr std::size_t epochsKnown = 16;

std::vector<std::string> namesLookedUp(const Watchlist& watchlist) {
    std::vector<std::string> names;
    for (const Target& target : watchlist.targets)
        if (const auto* const http = std::get_if<HttpOptions>(&target.probe);
            http != nullptr && target.enabled && !http->resolve.servers.empty() &&
            std::ranges::find(names, hostOf(target.probe)) == names.end())
            names.push_back(hostOf(target.probe));
    return names;
}

// As it is kept: "NOERROR 175.45.176.71".
SourceNews asNews(const NameSaid& said) {
    SourceAnswer answer{
        .at = said.at, .source = std::string(ownResolver), .question = said.host + " A", .body = said.says.rcode};
    answer.status = said.says.rcode.empty() ? 0 : 1;
    answer.newReadings = true;
    for (const Address& address : said.says.addresses)
        answer.body += ' ' + address.text();
    SourceNews news;
    news.answers.push_back(std::move(answer));
    return news;
}

SteadyTime steadyOf(UtcTime time) { return std::chrono::steady_clock::now() - (utcNow() - time); }

} // namespace

WatchRun::WatchRun(Plan plan, std::unique_ptr<History> history, UtcTime now, TellDown down)
    : m_plan(std::move(plan)), m_tellDown(std::move(down)) {
    const HistoryReader reader(m_plan.options.directory);
    const auto known = knownAddresses(reader, m_plan.watchlist, now);
    const auto earlier = earlierChecks(reader, m_plan.watchlist, {now, std::chrono::steady_clock::now()});
    m_recorder = std::make_unique<Recorder>(std::move(history), m_plan.options, m_plan.watchlist, m_plan.settings,
                                            m_observed, recorderBells());
    const auto* const proxy = std::get_if<Proxy>(&m_plan.way);
    LineWatchOptions line_options{.proxy = proxy ? std::optional(*proxy) : std::nullopt,
                                  .names = proxy ? std::vector<std::string>() : namesLookedUp(m_plan.watchlist),
                                  .paused = m_plan.paused};
    replaceLine(std::make_unique<LineWatch>(m_plan.watchlist, knownEpochs(), std::move(line_options), lineBells()));
    replacePool(std::make_unique<ProberPool>(
        ProberPool::Plan{m_plan.watchlist, m_plan.settings, m_plan.way, known, earlier, m_plan.paused}, m_observed));
    guardSleep();
}

WatchRun::~WatchRun() { finish(); }

Recorder::Bells WatchRun::recorderBells() {
    return {.recorded = [this] { Q_EMIT bell(); },
            .downSince = [this](TargetId target, std::optional<UtcTime> since) { tellDown(target, since); },
            .woke = [this] { tellPool(&ProberPool::woke); },
            .intercepted = [this](bool now_so) { tellIntercepted(now_so); },
            .namesDoubted = [this](std::optional<UtcTime> since) { tellNamesDoubted(since); },
            .reopened = [this] { Q_EMIT reopened(); }};
}

LineWatch::Bells WatchRun::lineBells() {
    return {.epoch =
                [this](const Epoch& epoch) {
                    m_recorder->note({utcNow(), epoch});
                },
            .askControls = [this] { tellPool(&ProberPool::askControls); },
            .noticed = [this] { Q_EMIT bell(); },
            .named = [this](const NameSaid& said) { m_recorder->hear(asNews(said)); }};
}

// Before the computer sleeps nothing new leaves, and that we still watched is on disk. It waits for that, but not long.
void WatchRun::guardSleep() {
    m_sleep = std::make_unique<SleepGuard>();
    SleepGuard* const guard = m_sleep.get();
    connect(guard, &SleepGuard::changed, this, &WatchRun::bell);
    connect(guard, &SleepGuard::sleepComes, this, [this] {
        const UtcTime now = utcNow();
        m_sleepComes = now;
        tellPool(&ProberPool::sleepComes);
        m_recorder->note({now, Heartbeat{}});
        Q_EMIT bell();
    });
    connect(guard, &SleepGuard::awake, this, [this] {
        m_sleepComes.reset();
        m_recorder->lookAtClocks();
        tellPool(&ProberPool::woke);
        Q_EMIT bell();
    });
    const auto ready = [this, guard] {
        if (m_sleepComes && m_recorder->notedIsStored())
            guard->readyToSleep();
    };
    connect(this, &WatchRun::bell, guard, ready, Qt::QueuedConnection);
    guard->setWanted(m_plan.keepAwake);
    guard->setWatching(true);
}

// The ways out as the record knows them: one that is still the same, or comes back, goes on.
std::vector<Epoch> WatchRun::knownEpochs() const {
    std::vector<Epoch> known;
    for (const Event& event : HistoryReader(m_plan.options.directory).epochs())
        if (const auto* const epoch = std::get_if<Epoch>(&event.what)) {
            std::erase_if(known, [epoch](const Epoch& each) { return each.id == epoch->id; });
            known.push_back(*epoch);
            if (known.size() > epochsKnown)
                known.erase(known.begin());
        }
    return known;
}

void WatchRun::tellDown(TargetId target, std::optional<UtcTime> since) {
    {
        const std::lock_guard lock(m_mutex);
        m_down[target] = since;
        if (m_pool)
            m_pool->setDownSince(target, since ? std::optional(steadyOf(*since)) : std::nullopt);
    }
    m_tellDown(target, since);
}

// Something happened to our line, or the computer woke: from threads that outlive the pool.
void WatchRun::tellPool(void (ProberPool::*what)()) {
    const std::lock_guard lock(m_mutex);
    if (m_pool)
        (m_pool.get()->*what)();
}

void WatchRun::tellNamesDoubted(std::optional<UtcTime> since) {
    const std::lock_guard lock(m_mutex);
    m_namesDoubted = since;
    if (m_pool)
        m_pool->doubtNames(since);
}

void WatchRun::tellIntercepted(bool now_so) {
    const std::lock_guard lock(m_mutex);
    if (m_line)
        m_line->setIntercepted(now_so);
}

void WatchRun::replacePool(std::unique_ptr<ProberPool> next) {
    {
        const std::lock_guard lock(m_mutex);
        m_pool.swap(next);
        for (const auto& [target, since] : m_down)
            if (m_pool && since)
                m_pool->setDownSince(target, steadyOf(*since));
        if (m_pool && m_namesDoubted)
            m_pool->doubtNames(m_namesDoubted);
    }
    next.reset(); // joins its threads; nobody waits for the lock meanwhile
}

void WatchRun::replaceLine(std::unique_ptr<LineWatch> next) {
    {
        const std::lock_guard lock(m_mutex);
        m_line.swap(next);
    }
    next.reset(); // joins its thread, which may be about to tell the pool something
}

void WatchRun::setPaused(bool paused) {
    m_pool->setPaused(paused);
    m_line->setPaused(paused);
    m_sleep->setWatching(!paused);
}

void WatchRun::askAll() { tellPool(&ProberPool::askAll); }

std::string WatchRun::addressOf(const std::string& host) const {
    const std::lock_guard lock(m_mutex);
    const KnownHosts known = m_pool ? m_pool->knownHosts() : KnownHosts{};
    const auto found = known.find(host);
    return found == known.end() || found->second.addresses.empty() ? std::string()
                                                                   : found->second.addresses.front().text();
}

Picture WatchRun::picture() const {
    Picture picture = m_recorder->picture();
    if (!m_pool)
        return picture;
    std::vector<Notice> notices = m_line->notices();
    if (m_sleepComes)
        notices.push_back({*m_sleepComes, SleepComes{}});
    picture.namesSaid = m_line->namesSaid();
    picture.notices.insert(picture.notices.begin(), notices.begin(), notices.end());
    picture.keepAwake = m_sleep->state();
    picture.checksLastMinute = m_pool->checksLastMinute();
    picture.knownHosts = m_pool->knownHosts();
    return picture;
}

Picture WatchRun::finish() {
    m_sleep.reset();
    m_sleepComes.reset();
    replaceLine(nullptr); // before those it tells
    replacePool(nullptr);
    Picture last = m_recorder->finish();
    for (auto& [target, since] : m_down)
        if (std::exchange(since, std::nullopt))
            m_tellDown(target, std::nullopt); // nobody knows any more
    return last;
}

} // namespace kpwatch
