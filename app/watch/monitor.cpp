// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/monitor.h"

#include "app/history/consent.h"
#include "app/history/elsewhere.h"
#include "app/history/history_reader.h"
#include "app/history/set_aside.h"
#include "app/watch/earlier_checks.h"
#include "app/watch/edit_door.h"
#include "app/watch/known_addresses.h"
#include "app/watch/line_watch.h"
#include "app/watch/prober_pool.h"
#include "app/watch/public_sources.h"
#include "app/watch/recorder.h"
#include "app/watch/sleep_guard.h"
#include "app/words/agreement.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace kpwatch {

namespace {

constexpr std::size_t epochsKnown = 16;

Picture nothingYet(const Watchlist& watchlist, const Settings& settings) {
    Picture picture;
    picture.live = liveStatus(Judge(watchlist, settings), watchlist);
    return picture;
}

SteadyTime steadyOf(UtcTime time) { return std::chrono::steady_clock::now() - (utcNow() - time); }

} // namespace

struct Monitor::Impl {
    HistoryOptions options;
    Watchlist watchlist;
    Settings settings;
    bool keepAwakeWanted = true;
    std::optional<UtcTime> sleepComes; // since when
    Picture stopped;                   // what is shown while nothing runs

    // Order matters: the pool pushes into the channel, the recorder drains it; both end before it does.
    std::unique_ptr<Channel<Observation>> observed;
    std::unique_ptr<Recorder> recorder;
    std::mutex poolMutex; // other threads tell these two things while the GUI thread makes and ends them
    std::unique_ptr<LineWatch> line;
    std::unique_ptr<ProberPool> pool;
    std::unique_ptr<SleepGuard> sleep;

    WayOut way;
    std::vector<OverCap> overCaps;
    std::unique_ptr<EditDoor> door;     // for windows that look on
    std::mutex observingMutex;          // who looks at public sources writes there too
    std::unique_ptr<History> observing; // instead of all that, while nothing is sent to them
    PublicSources sources;
    SourceNews heardWhileObserving; // and not yet on disk

    std::map<TargetId, std::optional<UtcTime>> down; // the recorder's last word, kept for a pool to come
    std::optional<UtcTime> namesDoubted;             // the same

    void tellDown(TargetId target, std::optional<UtcTime> since) {
        const std::lock_guard lock(poolMutex);
        down[target] = since;
        if (pool)
            pool->setDownSince(target, since ? std::optional(steadyOf(*since)) : std::nullopt);
        sources.setDown(target, since);
    }

    // Where a name of the watchlist was found last; empty if that is not known.
    std::string addressOf(const std::string& host) {
        const std::lock_guard lock(poolMutex);
        const KnownHosts known = pool ? pool->knownHosts() : KnownHosts{};
        const auto found = known.find(host);
        return found == known.end() || found->second.addresses.empty() ? std::string()
                                                                       : found->second.addresses.front().text();
    }

    void replacePool(std::unique_ptr<ProberPool> next) {
        {
            const std::lock_guard lock(poolMutex);
            pool.swap(next);
            for (const auto& [target, since] : down)
                if (pool && since)
                    pool->setDownSince(target, steadyOf(*since));
            if (pool && namesDoubted)
                pool->doubtNames(namesDoubted);
        }
        next.reset(); // joins its threads; nobody waits for the lock meanwhile
    }

    // Something happened to our line, or the computer woke: from threads that outlive the pool.
    void tellPool(void (ProberPool::*what)()) {
        const std::lock_guard lock(poolMutex);
        if (pool)
            (pool.get()->*what)();
    }

    void tellNamesDoubted(std::optional<UtcTime> since) {
        const std::lock_guard lock(poolMutex);
        namesDoubted = since;
        if (pool)
            pool->doubtNames(since);
    }

    void tellIntercepted(bool now_so) {
        const std::lock_guard lock(poolMutex);
        if (line)
            line->setIntercepted(now_so);
    }

    void replaceLine(std::unique_ptr<LineWatch> next) {
        {
            const std::lock_guard lock(poolMutex);
            line.swap(next);
        }
        next.reset(); // joins its thread, which may be about to tell the pool something
    }

    // The ways out as the record knows them: one that is still the same, or comes back, goes on.
    std::vector<Epoch> knownEpochs() const {
        std::vector<Epoch> known;
        for (const Event& event : HistoryReader(options.directory).epochs())
            if (const auto* const epoch = std::get_if<Epoch>(&event.what)) {
                std::erase_if(known, [epoch](const Epoch& each) { return each.id == epoch->id; });
                known.push_back(*epoch);
                if (known.size() > epochsKnown)
                    known.erase(known.begin());
            }
        return known;
    }

    LineWatch::Bells lineBells(Monitor& monitor);
    void guardSleep(Monitor& monitor);

    // The record is kept open, so that nobody else takes it for idle, and nobody is asked anything.
    void observe(std::unique_ptr<History> history, UtcTime now) {
        Judge judge = foldedJudge(HistoryReader(options.directory), watchlist, settings, now).judge;
        judge.advanceTo(now);
        stopped.live = liveStatus(judge, watchlist);
        stopped.watching = Watching::Observing;
        stopped.pausedAt.reset();
        observing = std::move(history);
    }

    void watch(Monitor& monitor, std::unique_ptr<History> history, UtcTime now);

    void begin(Monitor& monitor, const WayOut& by, UtcTime now);

    // What was agreed to here is agreed to there.
    Elsewhere openedIn(const std::filesystem::path& directory) const {
        const UtcTime now = utcNow();
        HistoryOptions there = options;
        there.directory = directory;
        Elsewhere next = openElsewhere(options.directory, there, watchlist, settings, now);
        const bool watches = recorder || observing;
        if (const auto agreed = latestConsent(directory); watches && (!agreed || agreed->way != way))
            next.history->recordConsent({now, way, words::agreementText(watchlist, way).toStdString()});
        takeSourcesTo(directory);
        return next;
    }

    // What was switched on here is on there.
    void takeSourcesTo(const std::filesystem::path& directory) const {
        try {
            if (const Sources chosen = readSources(options.directory); chosen != Sources{})
                writeSources(directory, chosen);
        } catch (const InputError&) {
            return; // nothing is asked here either
        }
    }

    void askOutside(Monitor& monitor);
    void hear(SourceNews news);
};

LineWatch::Bells Monitor::Impl::lineBells(Monitor& monitor) {
    return {.epoch =
                [this](const Epoch& epoch) {
                    recorder->note({utcNow(), epoch});
                },
            .askControls = [this] { tellPool(&ProberPool::askControls); },
            .noticed = [&monitor] { Q_EMIT monitor.bell(); }};
}

// Before the computer sleeps nothing new leaves, and that we still watched is on disk. It waits for that, but not long.
void Monitor::Impl::guardSleep(Monitor& monitor) {
    sleep = std::make_unique<SleepGuard>();
    SleepGuard* const guard = sleep.get();
    connect(guard, &SleepGuard::changed, &monitor, &Monitor::bell);
    connect(guard, &SleepGuard::sleepComes, &monitor, [this, &monitor] {
        const UtcTime now = utcNow();
        sleepComes = now;
        tellPool(&ProberPool::sleepComes);
        recorder->note({now, Heartbeat{}});
        Q_EMIT monitor.bell();
    });
    connect(guard, &SleepGuard::awake, &monitor, [this, &monitor] {
        sleepComes.reset();
        recorder->lookAtClocks();
        tellPool(&ProberPool::woke);
        Q_EMIT monitor.bell();
    });
    const auto ready = [this, guard] {
        if (sleepComes && recorder->notedIsStored())
            guard->readyToSleep();
    };
    connect(&monitor, &Monitor::bell, guard, ready, Qt::QueuedConnection);
    guard->setWanted(keepAwakeWanted);
    guard->setWatching(true);
}

void Monitor::Impl::watch(Monitor& monitor, std::unique_ptr<History> history, UtcTime now) {
    const HistoryReader reader(options.directory);
    const auto known = knownAddresses(reader, watchlist, now);
    const auto earlier = earlierChecks(reader, watchlist, {now, std::chrono::steady_clock::now()});
    observed = std::make_unique<Channel<Observation>>();
    namesDoubted.reset(); // of an earlier recorder
    const Recorder::Bells bells{
        .recorded = [&monitor] { Q_EMIT monitor.bell(); },
        .downSince = [this](TargetId target, std::optional<UtcTime> since) { tellDown(target, since); },
        .woke = [this] { tellPool(&ProberPool::woke); },
        .intercepted = [this](bool now_so) { tellIntercepted(now_so); },
        .namesDoubted = [this](std::optional<UtcTime> since) { tellNamesDoubted(since); }};
    recorder = std::make_unique<Recorder>(std::move(history), options, watchlist, settings, *observed, bells);
    const auto* const proxy = std::get_if<Proxy>(&way);
    LineWatchOptions line_options{.proxy = proxy ? std::optional(*proxy) : std::nullopt};
    replaceLine(std::make_unique<LineWatch>(watchlist, knownEpochs(), std::move(line_options), lineBells(monitor)));
    replacePool(std::make_unique<ProberPool>(ProberPool::Plan{watchlist, settings, way, known, earlier}, *observed));
    guardSleep(monitor);
}

Monitor::Monitor(HistoryOptions history, Watchlist watchlist, Settings settings, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>()) {
    m_impl->options = std::move(history);
    m_impl->watchlist = std::move(watchlist);
    m_impl->settings = std::move(settings);
    m_impl->stopped = nothingYet(m_impl->watchlist, m_impl->settings);
}

Monitor::~Monitor() { stop(); }

void Monitor::start(const WayOut& way) {
    if (m_impl->recorder || m_impl->observing)
        return;
    const UtcTime now = utcNow();
    try {
        m_impl->begin(*this, way, now);
    } catch (const StorageError& error) {
        if (!tellsDamage(error))
            throw;
        makeRoom(m_impl->options.directory, now); // the recorder has the damaged one repaired
        m_impl->begin(*this, way, now);
    }
    EditDoor::Takers takers{.judgement = [this](const Judgement& judgement) { say(judgement); }};
    if (m_impl->recorder)
        takers.stepAside = [this] { m_impl->recorder->stepAside(); };
    m_impl->door = std::make_unique<EditDoor>(m_impl->options.directory, std::move(takers));
    m_impl->askOutside(*this);
    if (m_impl->observing)
        Q_EMIT bell();
}

void Monitor::checkRecord() {
    if (m_impl->recorder)
        m_impl->recorder->suspectDamage();
}

// Not before the person starts, and not while they pause: what is missed can be asked for afterwards.
void Monitor::Impl::askOutside(Monitor& monitor) {
    const auto* const proxy = std::get_if<Proxy>(&way);
    sources.begin({.directory = options.directory,
                   .watchlist = watchlist,
                   .way = {proxy ? std::optional(*proxy) : std::nullopt},
                   .address = [this](const std::string& host) { return addressOf(host); },
                   .news = [this](SourceNews news) { hear(std::move(news)); },
                   .bell = [&monitor] { Q_EMIT monitor.bell(); }});
}

void Monitor::Impl::hear(SourceNews news) {
    if (recorder) {
        recorder->hear(std::move(news));
        return;
    }
    const std::lock_guard lock(observingMutex);
    heardWhileObserving.add(std::move(news));
    try {
        Batch batch;
        batch.news = heardWhileObserving;
        observing->append(batch);
        heardWhileObserving = {};
    } catch (const StorageError&) {
        heardWhileObserving.keepLatest(64, 10'000); // tried again with the next
    }
}

void Monitor::Impl::begin(Monitor& monitor, const WayOut& by, UtcTime now) {
    auto history = std::make_unique<History>(options, watchlist, settings, now);
    const auto agreed = latestConsent(options.directory);
    if (!agreed || agreed->way != by)
        history->recordConsent({now, by, words::agreementText(watchlist, by).toStdString()});
    way = by;
    overCaps = kpwatch::overCaps(watchlist, settings, by);
    if (std::holds_alternative<ObserveOnly>(by))
        observe(std::move(history), now);
    else
        watch(monitor, std::move(history), now);
}

void Monitor::stop() {
    if (!m_impl->recorder && !m_impl->observing)
        return;
    m_impl->door.reset();
    m_impl->sources.end(); // before those it tells
    m_impl->observing.reset();
    m_impl->sleep.reset();
    m_impl->sleepComes.reset();
    m_impl->replaceLine(nullptr); // before those it tells
    m_impl->replacePool(nullptr);
    if (m_impl->recorder)
        m_impl->stopped = m_impl->recorder->finish();
    m_impl->recorder.reset();
    m_impl->observed.reset();
    m_impl->stopped.watching = Watching::Stopped;
    m_impl->stopped.notices.clear();
    Q_EMIT bell();
}

void Monitor::moveRecord(const std::filesystem::path& directory) {
    const auto holdBack = [this](bool held) {
        if (m_impl->recorder)
            m_impl->recorder->holdBack(held);
    };
    holdBack(true); // what is stored meanwhile would be missing in the copy
    try {
        Elsewhere next = m_impl->openedIn(directory);
        if (m_impl->recorder)
            m_impl->recorder->endIn(std::move(next.history), next.blank);
    } catch (const std::runtime_error&) {
        holdBack(false);
        throw;
    }
    stop();
    if (m_impl->stopped.storageTrouble)
        throw StorageError(*m_impl->stopped.storageTrouble);
}

void Monitor::pause() {
    if (!m_impl->recorder || picture().watching == Watching::Paused)
        return;
    m_impl->pool->setPaused(true);
    m_impl->line->setPaused(true);
    m_impl->sources.end();
    m_impl->sleep->setWatching(false);
    m_impl->recorder->note({utcNow(), Paused{}});
}

void Monitor::resume() {
    if (!m_impl->recorder || picture().watching != Watching::Paused)
        return;
    m_impl->recorder->note({utcNow(), Resumed{}});
    m_impl->pool->setPaused(false);
    m_impl->line->setPaused(false);
    m_impl->askOutside(*this);
    m_impl->sleep->setWatching(true);
}

void Monitor::say(const Judgement& judgement) {
    if (m_impl->recorder) {
        m_impl->recorder->say(judgement);
        return;
    }
    if (m_impl->observing) {
        Batch batch;
        batch.judgements = {judgement};
        const std::lock_guard lock(m_impl->observingMutex);
        m_impl->observing->append(batch);
    } else {
        sayInRecord(m_impl->options.directory, judgement);
    }
    Q_EMIT bell();
}

void Monitor::checkNow() {
    if (m_impl->pool)
        m_impl->pool->askAll();
}

void Monitor::setKeepAwake(bool wanted) {
    m_impl->keepAwakeWanted = wanted;
    if (m_impl->sleep)
        m_impl->sleep->setWanted(wanted);
}

void Monitor::setSources(const Sources& sources) {
    writeSources(m_impl->options.directory, sources);
    const bool watching = m_impl->observing || (m_impl->recorder && picture().watching != Watching::Paused);
    m_impl->sources.clearFault();
    if (watching)
        m_impl->askOutside(*this);
    Q_EMIT bell();
}

void Monitor::setTokens(const Tokens& tokens) {
    if (m_impl->sources.tokens() == tokens)
        return;
    m_impl->sources.setTokens(tokens);
    if (m_impl->sources.begun())
        m_impl->askOutside(*this);
}

void Monitor::askElsewhere() { m_impl->sources.askElsewhere(); }

Sources Monitor::sources() const { return readSources(m_impl->options.directory); }

bool Monitor::askPast(TimeRange range) { return m_impl->sources.askPast(range); }

Picture Monitor::picture() const {
    Picture picture = m_impl->recorder ? m_impl->recorder->picture() : m_impl->stopped;
    picture.sources = m_impl->sources.statuses();
    picture.elsewhere = m_impl->sources.asking();
    if (picture.watching != Watching::NotStarted) {
        picture.way = m_impl->way;
        picture.switchedOff = switchedOff(m_impl->watchlist, m_impl->way);
        picture.overCaps = m_impl->overCaps;
    }
    if (!m_impl->recorder)
        return picture;
    std::vector<Notice> notices;
    if (m_impl->line)
        notices = m_impl->line->notices();
    if (m_impl->sleepComes)
        notices.push_back({*m_impl->sleepComes, SleepComes{}});
    picture.notices.insert(picture.notices.begin(), notices.begin(), notices.end());
    picture.keepAwake = m_impl->sleep ? m_impl->sleep->state() : KeepAwake::Off;
    picture.checksLastMinute = m_impl->pool ? m_impl->pool->checksLastMinute() : 0;
    picture.knownHosts = m_impl->pool ? m_impl->pool->knownHosts() : KnownHosts{};
    return picture;
}

const Watchlist& Monitor::watchlist() const { return m_impl->watchlist; }
const Settings& Monitor::settings() const { return m_impl->settings; }

} // namespace kpwatch
