// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/recorder.h"

#include "app/history/history_reader.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kpwatch {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds groupCommit{250}, groupCommitPaused{500};
constexpr std::size_t groupSize = 64;
// The judge wants rows by their end; workers hand them over a moment after it. Rows wait this long to be overtaken.
constexpr milliseconds overtaking{400};
constexpr std::chrono::seconds heartbeat{60};
constexpr std::chrono::hours checkpointEvery{1};

} // namespace

Recorder::Recorder(std::unique_ptr<History> history, HistoryOptions options, Watchlist watchlist, Settings settings,
                   Channel<Observation>& observed, Bells bells)
    : m_history(std::move(history)), m_options(std::move(options)), m_watchlist(std::move(watchlist)),
      m_settings(std::move(settings)), m_observed(observed), m_bells(std::move(bells)), m_startedAt(utcNow()),
      m_lastHeartbeat(std::chrono::steady_clock::now()), m_lastCheckpoint(m_lastHeartbeat) {
    m_picture.watching = Watching::Running;
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Recorder::~Recorder() { finish(); }

Picture Recorder::finish() {
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_observed.close();
        m_thread.join();
    }
    return picture();
}

void Recorder::note(const Event& event) {
    const std::lock_guard lock(m_mutex);
    m_noted.push_back(event);
    if (std::holds_alternative<Paused>(event.what)) {
        m_picture.watching = Watching::Paused;
        m_picture.pausedAt = event.at;
    } else if (std::holds_alternative<Resumed>(event.what)) {
        m_picture.watching = Watching::Running;
        m_picture.pausedAt.reset();
    }
}

Picture Recorder::picture() const {
    const std::lock_guard lock(m_mutex);
    return m_picture;
}

// The judge as the record leaves it. What an earlier run stored but had no time to judge is judged now.
void Recorder::catchUp(Judge& judge, UtcTime now, const std::stop_token& stop) {
    const HistoryReader reader(m_options.directory);
    std::optional<Fold> fold = foldedJudge(reader, m_watchlist, m_settings, now, stop);
    if (!fold) // the next start judges what this one had no time for
        return;
    judge = std::move(fold->judge);
    std::move(fold->changes.begin(), fold->changes.end(), std::back_inserter(m_pending.spans));
}

// The clock was set back: as after a start, the judge knows what lies before the new present, and nothing after it.
void Recorder::judgeAfresh(Judge& judge, UtcTime now, const std::stop_token& stop) {
    m_unjudged.clear();
    m_unjudgedEvents.clear();
    judge = Judge(m_watchlist, m_settings);
    try {
        catchUp(judge, now, stop);
    } catch (const StorageError& error) {
        m_trouble = error.what();
    }
}

std::vector<Event> Recorder::newEvents(UtcTime now) {
    std::vector<Event> events;
    {
        const std::lock_guard lock(m_mutex);
        events = std::exchange(m_noted, {});
    }
    const SteadyTime steady = std::chrono::steady_clock::now();
    if (steady - m_lastHeartbeat >= heartbeat) {
        events.push_back({now, Heartbeat{}});
        m_lastHeartbeat = steady;
    }
    return events;
}

// True if the clock was set back: what was judged at later times has to be forgotten.
bool Recorder::noticeJolts(std::vector<Event>& events, UtcTime now) {
    const Jolt jolt = m_wakefulness.look();
    if (jolt.sleptSince) {
        m_sleep = TimeRange{*jolt.sleptSince, now};
        events.push_back({now, Asleep{*jolt.sleptSince}});
    }
    if (jolt.stepped.count() != 0)
        events.push_back({now, ClockStep{jolt.stepped.count()}});
    return jolt.stepped.count() < 0;
}

// A check that was under way while the computer slept has measured the sleep.
bool Recorder::sleptThrough(const Observation& row) const {
    return m_sleep && row.startedAt < m_sleep->end && row.endedAt() >= m_sleep->begin;
}

void Recorder::judgeUntil(Judge& judge, UtcTime until) {
    const auto byEnd = [](const Observation& row) { return std::tuple(row.endedAt(), row.target); };
    std::sort(m_unjudged.begin(), m_unjudged.end(),
              [&](const Observation& a, const Observation& b) { return byEnd(a) < byEnd(b); });
    auto row = m_unjudged.begin();
    auto event = m_unjudgedEvents.begin();
    while (true) {
        const bool rowReady = row != m_unjudged.end() && row->endedAt() <= until;
        const bool eventReady = event != m_unjudgedEvents.end() && event->at <= until;
        if (eventReady && (!rowReady || event->at <= row->endedAt()))
            judge.take(*event++);
        else if (rowReady)
            judge.take(*row++);
        else
            break;
    }
    m_unjudged.erase(m_unjudged.begin(), row);
    m_unjudgedEvents.erase(m_unjudgedEvents.begin(), event);
    judge.advanceTo(until);
}

// True if something is on disk now that was not before.
bool Recorder::store() {
    const SteadyTime now = std::chrono::steady_clock::now();
    if (m_pending.empty() || (m_retryAt && now < *m_retryAt))
        return false;
    try {
        m_recorded += m_history->append(m_pending);
    } catch (const StorageError& error) {
        m_trouble = error.what();
        m_retryAt = now + m_retryPause;
        m_retryPause = std::min(m_retryPause * 2, std::chrono::seconds{60});
        return false;
    }
    m_pending = {};
    m_trouble.reset();
    m_retryAt.reset();
    m_retryPause = std::chrono::seconds{1};
    checkpointHourly();
    return true;
}

void Recorder::checkpointHourly() {
    const SteadyTime now = std::chrono::steady_clock::now();
    if (now - m_lastCheckpoint < checkpointEvery)
        return;
    m_lastCheckpoint = now;
    try {
        m_history->checkpoint();
    } catch (const StorageError& error) {
        m_trouble = error.what(); // the rows are saved; the next append tells whether it can go on
    }
}

void Recorder::publish(const Judge& judge, bool news) {
    {
        const std::lock_guard lock(m_mutex);
        news = news || m_picture.storageTrouble != m_trouble;
        m_picture.live = liveStatus(judge, m_watchlist);
        m_picture.recorded = m_recorded;
        m_picture.storageTrouble = m_trouble;
    }
    if (news)
        m_bells.recorded();
}

void Recorder::reportDown(const Judge& judge) {
    for (const Target& target : m_watchlist.targets) {
        if (!target.enabled)
            continue;
        const TargetStatus status = judge.status(target.id);
        const auto since = status.state == Verdict::Down ? status.since : std::nullopt;
        if (auto& known = m_down[target.id]; known != since) {
            known = since;
            m_bells.downSince(target.id, since);
        }
    }
}

void Recorder::run(const std::stop_token& stop) {
    Judge judge(m_watchlist, m_settings);
    try {
        catchUp(judge, m_startedAt, stop);
    } catch (const StorageError& error) {
        m_trouble = error.what();
    }
    const Event started{m_startedAt, Started{}};
    judge.take(started);
    m_pending.events.push_back(started);
    bool last = false;
    while (!last) {
        const bool stored = store();
        publish(judge, stored || m_trouble.has_value());
        reportDown(judge);
        last = stop.stop_requested();
        const bool paused = picture().watching == Watching::Paused;
        std::vector<Observation> rows = m_observed.drain(paused ? groupCommitPaused : groupCommit, groupSize);
        const UtcTime now = utcNow();
        std::vector<Event> events = newEvents(now);
        if (noticeJolts(events, now))
            judgeAfresh(judge, now, stop);
        std::erase_if(rows, [this](const Observation& row) { return sleptThrough(row); });
        if (last)
            events.push_back({now, Stopped{}});
        m_unjudged.insert(m_unjudged.end(), rows.begin(), rows.end());
        m_unjudgedEvents.insert(m_unjudgedEvents.end(), events.begin(), events.end());
        judgeUntil(judge, last ? now : now - overtaking);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_pending.observations));
        std::move(events.begin(), events.end(), std::back_inserter(m_pending.events));
        for (SpanChange& change : judge.changes())
            m_pending.spans.push_back(std::move(change));
    }
    m_retryAt.reset();
    store();
    publish(judge, true);
    m_history.reset();
}

} // namespace kpwatch
