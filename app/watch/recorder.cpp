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
// Spans this old cannot change any more by rows that a crash kept from being judged.
constexpr std::chrono::hours settled{6 * 24};

SpanChange cutAt(SpanChange change, UtcTime from) {
    if (change.from >= from)
        return change;
    std::erase_if(change.spans, [from](const Span& span) { return span.range.end <= from; });
    change.from = from;
    if (!change.spans.empty())
        change.spans.front().range.begin = std::max(change.spans.front().range.begin, from);
    return change;
}

} // namespace

Recorder::Recorder(std::unique_ptr<History> history, HistoryOptions options, Watchlist watchlist, Settings settings,
                   Channel<Observation>& observed, Bells bells)
    : m_history(std::move(history)), m_options(std::move(options)), m_watchlist(std::move(watchlist)),
      m_settings(std::move(settings)), m_observed(observed), m_bells(std::move(bells)), m_startedAt(utcNow()),
      m_lastHeartbeat(m_startedAt), m_lastCheckpoint(m_startedAt) {
    m_picture.watching = Watching::Running;
    m_noted.push_back({m_startedAt, Started{}});
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Recorder::~Recorder() {
    m_thread.request_stop();
    m_observed.close();
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
void Recorder::catchUp(Judge& judge) {
    const HistoryReader reader(m_options.directory);
    judge = foldedJudge(reader, m_watchlist, m_settings, m_startedAt);
    const std::optional<UtcTime> first = reader.firstRowAt();
    const UtcTime from = first && *first > m_startedAt - settled ? *first : m_startedAt - settled;
    for (SpanChange& change : judge.changes())
        if (SpanChange recent = cutAt(std::move(change), from); !recent.spans.empty())
            m_pending.spans.push_back(std::move(recent));
}

std::vector<Event> Recorder::newEvents(UtcTime now) {
    std::vector<Event> events;
    {
        const std::lock_guard lock(m_mutex);
        events = std::exchange(m_noted, {});
    }
    if (const std::optional<UtcTime> from = m_wakefulness.sleptSince()) {
        events.push_back({now, Asleep{*from}});
        // A check that was under way while the computer slept has measured the sleep.
        std::erase_if(m_unjudged, [&](const Observation& row) { return row.endedAt() >= *from; });
    }
    if (now - m_lastHeartbeat >= heartbeat || now < m_lastHeartbeat) {
        events.push_back({now, Heartbeat{}});
        m_lastHeartbeat = now;
    }
    return events;
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

void Recorder::store(const Judge& judge, UtcTime now) {
    if (m_pending.empty() || (m_retryAt && now < *m_retryAt))
        return;
    std::optional<std::string> trouble;
    const std::size_t rows = m_pending.observations.size();
    try {
        m_history->append(m_pending);
        m_pending = {};
        m_retryAt.reset();
        m_retryPause = std::chrono::seconds{1};
        if (now - m_lastCheckpoint >= checkpointEvery) {
            m_history->checkpoint();
            m_lastCheckpoint = now;
        }
    } catch (const StorageError& error) {
        trouble = error.what();
        m_retryAt = now + m_retryPause;
        m_retryPause = std::min(m_retryPause * 2, std::chrono::seconds{60});
    }
    {
        const std::lock_guard lock(m_mutex);
        m_picture.live = liveStatus(judge, m_watchlist);
        m_picture.recorded += trouble ? 0 : rows;
        m_picture.storageTrouble = trouble;
    }
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
    std::optional<std::string> trouble;
    try {
        catchUp(judge);
    } catch (const StorageError& error) {
        trouble = error.what();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_picture.live = liveStatus(judge, m_watchlist);
        m_picture.storageTrouble = trouble;
    }
    bool last = false;
    while (!last) {
        last = stop.stop_requested();
        const bool paused = picture().watching == Watching::Paused;
        std::vector<Observation> rows = m_observed.drain(paused ? groupCommitPaused : groupCommit, groupSize);
        const UtcTime now = utcNow();
        m_unjudged.insert(m_unjudged.end(), rows.begin(), rows.end());
        std::vector<Event> events = newEvents(now);
        if (last)
            events.push_back({now, Stopped{}});
        m_unjudgedEvents.insert(m_unjudgedEvents.end(), events.begin(), events.end());
        judgeUntil(judge, last ? now : now - overtaking);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_pending.observations));
        std::move(events.begin(), events.end(), std::back_inserter(m_pending.events));
        for (SpanChange& change : judge.changes())
            m_pending.spans.push_back(std::move(change));
        if (last)
            m_retryAt.reset();
        store(judge, now);
        reportDown(judge);
    }
    m_history.reset();
}

} // namespace kpwatch
