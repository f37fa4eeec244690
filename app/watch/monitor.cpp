// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/monitor.h"

#include "app/chosen.h"
#include "app/history/consent.h"
#include "app/history/history_reader.h"
#include "app/history/set_aside.h"
#include "app/watch/edit_door.h"
#include "app/watch/public_sources.h"
#include "app/watch/watch_run.h"
#include "app/words/agreement.h"

#include <QScopeGuard>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace kpwatch {

namespace {

constexpr std::chrono::milliseconds lookWhetherEnded{50};

Picture nothingYet(const Watchlist& watchlist, const Settings& settings) {
    Picture picture;
    picture.live = liveStatus(Judge(watchlist, settings), watchlist);
    return picture;
}

} // namespace

struct Monitor::Impl {
    struct Next {
        Watchlist watchlist;
        Settings settings;
    };

    HistoryOptions options;
    Watchlist watchlist;
    Settings settings;
    bool keepAwakeWanted = true;
    Picture stopped;                  // what is shown while nothing runs
    std::optional<Next> coming;       // once what is under way has ended
    QTimer ending;                    // looks whether it has
    std::uint64_t recordedBefore = 0; // by the lists before these
    std::function<void(const Change&)> takeChange;
    bool beginsPaused = false; // the run that is being made: the one before it was

    std::unique_ptr<WatchRun> run;      // while we watch
    std::mutex observingMutex;          // who looks at public sources writes there too
    std::unique_ptr<History> observing; // instead, while nothing is sent to them
    WayOut way;
    std::vector<OverCap> overCaps;
    std::unique_ptr<EditDoor> door; // for windows that look on
    PublicSources sources;
    SourceNews heardWhileObserving; // and not yet on disk
    std::atomic<std::uint64_t> toldWhileObserving = 0;

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

    void holdBack(bool held);
    bool moving = false; // to another directory

    void askOutside(Monitor& monitor);
    void hear(SourceNews news);

    void adopt();
    QString goOn(Monitor& monitor);
};

// What was switched on in one directory is on in the other.
static void takeSources(const std::filesystem::path& from, const std::filesystem::path& to) {
    try {
        if (const Sources chosen = readSources(from); chosen != Sources{})
            writeSources(to, chosen);
    } catch (const InputError&) {
        return; // nothing is asked here either
    }
}

// What is stored meanwhile would be missing in the copy.
void Monitor::Impl::holdBack(bool held) {
    moving = held;
    if (run)
        run->recorder().holdBack(held);
}

// The lists to come are those in force. Only while nothing runs.
void Monitor::Impl::adopt() {
    ending.stop();
    if (!coming)
        return;
    for (const Target& target : watchlist.targets) // ids are positions in the lists
        sources.setDown(target.id, std::nullopt);
    watchlist = std::move(coming->watchlist);
    settings = std::move(coming->settings);
    coming.reset();
    recordedBefore += stopped.recorded;
    const Watching before = stopped.watching;
    stopped = nothingYet(watchlist, settings);
    stopped.watching = before;
}

// Whoever looks on takes nobody for gone meanwhile.
QString Monitor::Impl::goOn(Monitor& monitor) {
    const WritersPlace place(options.directory);
    const bool ran = run || observing;
    const bool paused = monitor.picture().watching == Watching::Paused;
    monitor.stop();
    adopt();
    if (!ran)
        return {};
    beginsPaused = paused;
    const auto after = qScopeGuard([this] { beginsPaused = false; });
    try {
        monitor.start(way);
        if (paused)
            monitor.pause();
        return {};
    } catch (const std::runtime_error& error) {
        return QString::fromUtf8(error.what());
    }
}

Monitor::Monitor(HistoryOptions history, Watchlist watchlist, Settings settings, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>()) {
    m_impl->options = std::move(history);
    m_impl->watchlist = std::move(watchlist);
    m_impl->settings = std::move(settings);
    m_impl->stopped = nothingYet(m_impl->watchlist, m_impl->settings);
    connect(&m_impl->ending, &QTimer::timeout, this, [this] {
        if (m_impl->moving || (m_impl->run && m_impl->run->isBusy()))
            m_impl->ending.start(lookWhetherEnded);
        else
            Q_EMIT tookOver(m_impl->goOn(*this));
    });
    m_impl->ending.setSingleShot(true);
}

Monitor::~Monitor() { stop(); }

void Monitor::start(const WayOut& way) {
    if (m_impl->run || m_impl->observing)
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
    if (m_impl->run)
        takers.stepAside = [this] { m_impl->run->recorder().stepAside(); };
    takers.change = m_impl->takeChange;
    m_impl->door = std::make_unique<EditDoor>(m_impl->options.directory, std::move(takers));
    if (!m_impl->beginsPaused)
        m_impl->askOutside(*this);
    if (m_impl->observing)
        Q_EMIT bell();
}

void Monitor::checkRecord() {
    if (m_impl->run)
        m_impl->run->recorder().suspectDamage();
}

void Monitor::closeRecordNote() {
    if (m_impl->run)
        m_impl->run->recorder().closeNote();
    m_impl->stopped.recordNote.reset();
    Q_EMIT bell();
}

// Not before the person starts, and not while they pause: what is missed can be asked for afterwards.
void Monitor::Impl::askOutside(Monitor& monitor) {
    const auto* const proxy = std::get_if<Proxy>(&way);
    sources.begin({.directory = options.directory,
                   .watchlist = watchlist,
                   .way = {proxy ? std::optional(*proxy) : std::nullopt},
                   .address = [this](const std::string& host) { return run ? run->addressOf(host) : std::string(); },
                   .news =
                       [this, &monitor](SourceNews news) {
                           hear(std::move(news));
                           if (!run) // the recorder rings by itself
                               Q_EMIT monitor.bell();
                       },
                   .bell = [&monitor] { Q_EMIT monitor.bell(); }});
}

void Monitor::Impl::hear(SourceNews news) {
    if (run) {
        run->recorder().hear(std::move(news));
        return;
    }
    const std::lock_guard lock(observingMutex);
    heardWhileObserving.add(std::move(news));
    try {
        Batch batch;
        batch.news = heardWhileObserving;
        observing->append(batch);
        toldWhileObserving += heardWhileObserving.saysAnything() ? 1 : 0;
        heardWhileObserving = {};
    } catch (const StorageError&) {
        heardWhileObserving.keepLatest(64, 10'000); // tried again with the next
    }
}

void Monitor::Impl::watch(Monitor& monitor, std::unique_ptr<History> history, UtcTime now) {
    run = std::make_unique<WatchRun>(
        WatchRun::Plan{options, watchlist, settings, way, keepAwakeWanted, beginsPaused}, std::move(history), now,
        [this](TargetId target, std::optional<UtcTime> since) { sources.setDown(target, since); });
    connect(run.get(), &WatchRun::bell, &monitor, &Monitor::bell, Qt::DirectConnection);
    const auto keep_door = [this] {
        if (door)
            door->keepOpen();
    };
    connect(run.get(), &WatchRun::reopened, &monitor, keep_door, Qt::QueuedConnection);
    Q_EMIT monitor.bell(); // what rang before somebody listened
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
    endMove();
    if (!m_impl->run && !m_impl->observing)
        return;
    m_impl->door.reset();
    m_impl->sources.end(); // before those it tells
    m_impl->observing.reset();
    if (m_impl->run)
        m_impl->stopped = m_impl->run->finish();
    m_impl->run.reset();
    m_impl->stopped.watching = Watching::Stopped;
    m_impl->stopped.notices.clear();
    Q_EMIT bell();
}

// What was agreed to here is agreed to there.
Monitor::Copying Monitor::beginMove(const std::filesystem::path& directory) {
    m_impl->holdBack(true);
    HistoryOptions there = m_impl->options;
    there.directory = directory;
    const bool watches = m_impl->run || m_impl->observing;
    return [from = m_impl->options.directory, there, watches, way = m_impl->way, watchlist = m_impl->watchlist,
            settings = m_impl->settings](const std::stop_token& stop, const Progress& progress) {
        const UtcTime now = utcNow();
        std::optional<Elsewhere> next = openElsewhere(from, there, watchlist, settings, now, stop, progress);
        if (!next)
            return next;
        if (const auto agreed = latestConsent(there.directory); watches && (!agreed || agreed->way != way))
            next->history->recordConsent({now, way, words::agreementText(watchlist, way).toStdString()});
        takeSources(from, there.directory);
        return next;
    };
}

void Monitor::endMove() {
    if (m_impl->moving)
        m_impl->holdBack(false);
}

void Monitor::goOnIn(Elsewhere there) {
    if (m_impl->run)
        m_impl->run->recorder().endIn(std::move(there.history), there.blank);
    m_impl->moving = false; // what is held back is stored there
    stop();
    if (m_impl->stopped.storageTrouble)
        throw StorageError(*m_impl->stopped.storageTrouble);
}

void Monitor::pause() {
    if (!m_impl->run || picture().watching == Watching::Paused)
        return;
    m_impl->run->setPaused(true);
    m_impl->sources.end();
    m_impl->run->recorder().note({utcNow(), Paused{}});
}

void Monitor::resume() {
    if (!m_impl->run || picture().watching != Watching::Paused)
        return;
    m_impl->run->recorder().note({utcNow(), Resumed{}});
    m_impl->run->setPaused(false);
    if (m_impl->coming)
        m_impl->run->askNothingNew();
    m_impl->askOutside(*this);
}

void Monitor::say(const Judgement& judgement) {
    if (m_impl->run) {
        m_impl->run->recorder().say(judgement);
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

void Monitor::takeOver(Watchlist watchlist, Settings settings) {
    if (m_impl->run)
        m_impl->run->askNothingNew();
    m_impl->coming = Impl::Next{std::move(watchlist), std::move(settings)};
    m_impl->ending.start(0); // never from within: who asked may be called by what ends
    Q_EMIT bell();
}

void Monitor::requireRecorded() const {
    if (const auto trouble = picture().storageTrouble)
        throw StorageError(*trouble + ": what was seen since is held in memory, and a change now would lose it. Change "
                                      "it once it is saved.");
}

void Monitor::setChangeTaker(std::function<void(const Change&)> taker) { m_impl->takeChange = std::move(taker); }

void Monitor::checkNow() {
    if (m_impl->run)
        m_impl->run->askAll();
}

void Monitor::setKeepAwake(bool wanted) {
    m_impl->keepAwakeWanted = wanted;
    if (m_impl->run)
        m_impl->run->setKeepAwake(wanted);
}

void Monitor::setSources(const Sources& sources) {
    writeSources(m_impl->options.directory, sources);
    const bool watching = m_impl->observing || (m_impl->run && picture().watching != Watching::Paused);
    m_impl->sources.clearFault();
    if (watching)
        m_impl->askOutside(*this);
    Q_EMIT bell();
}

void Monitor::setTokens(const Tokens& tokens) { m_impl->sources.setTokens(tokens); }

void Monitor::askElsewhere() { m_impl->sources.askElsewhere(); }

Sources Monitor::sources() const { return readSources(m_impl->options.directory); }

bool Monitor::askPast(TimeRange range) { return m_impl->sources.askPast(range); }

Picture Monitor::picture() const {
    Picture picture = m_impl->run ? m_impl->run->picture() : m_impl->stopped;
    picture.recorded += m_impl->recordedBefore;
    picture.told += m_impl->toldWhileObserving;
    if (m_impl->coming) { // its ids are of the lists that go
        picture.live = nothingYet(m_impl->coming->watchlist, m_impl->coming->settings).live;
        picture.knownHosts.clear();
    }
    picture.sources = m_impl->sources.statuses();
    picture.elsewhere = m_impl->sources.asking();
    std::ranges::copy(m_impl->sources.notices(), std::back_inserter(picture.notices));
    if (picture.watching != Watching::NotStarted) {
        picture.way = m_impl->way;
        picture.switchedOff = switchedOff(watchlist(), m_impl->way);
        picture.overCaps = m_impl->overCaps;
    }
    return picture;
}

const Watchlist& Monitor::watchlist() const { return m_impl->coming ? m_impl->coming->watchlist : m_impl->watchlist; }
const Settings& Monitor::settings() const { return m_impl->coming ? m_impl->coming->settings : m_impl->settings; }

} // namespace kpwatch
