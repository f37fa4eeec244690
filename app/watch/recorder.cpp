// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/recorder.h"

#include "app/history/history_reader.h"
#include "app/history/set_aside.h"
#include "app/story/part_of_record.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kpwatch {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds groupCommit{250}, groupCommitPaused{500};
constexpr std::size_t groupSize = 64;
constexpr milliseconds restWhilePaused{600'000}; // nothing comes; only the housekeeping is due
// The judge wants rows by their end; workers hand them over a moment after it. Rows wait this long to be overtaken.
constexpr milliseconds overtaking{400};
constexpr std::chrono::seconds heartbeat{60};
constexpr std::chrono::minutes gapsKept{10}; // no check takes longer

} // namespace

Recorder::Recorder(std::unique_ptr<History> history, HistoryOptions options, Watchlist watchlist, Settings settings,
                   Channel<Observation>& observed, Bells bells, ReadClocks read_clocks)
    : m_history(std::move(history)), m_options(std::move(options)), m_watchlist(std::move(watchlist)),
      m_settings(std::move(settings)), m_observed(observed), m_bells(std::move(bells)),
      m_wakefulness(std::move(read_clocks), m_bells.woke), m_vigil(m_wakefulness), m_signs(m_watchlist),
      m_startedAt(utcNow()), m_written(whichFile(m_options.directory)),
      m_lastHeartbeat(std::chrono::steady_clock::now()), m_lastCheckpoint(m_lastHeartbeat) {
    m_picture.watching = Watching::Running;
    m_picture.live = liveStatus(Judge(m_watchlist, m_settings), m_watchlist); // until the record has been read
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
    if (std::holds_alternative<Paused>(event.what) || std::holds_alternative<Resumed>(event.what))
        m_wakefulness.rest(std::holds_alternative<Paused>(event.what));
    setNoted(event);
    m_observed.wake();
}

void Recorder::setNoted(const Event& event) {
    const std::lock_guard lock(m_mutex);
    m_noted.push_back(event);
    ++m_notedUnstored;
    if (std::holds_alternative<Paused>(event.what)) {
        m_picture.watching = Watching::Paused;
        m_picture.pausedAt = event.at;
    } else if (std::holds_alternative<Resumed>(event.what)) {
        m_picture.watching = Watching::Running;
        m_picture.pausedAt.reset();
    }
}

void Recorder::say(const Judgement& judgement) {
    {
        const std::lock_guard lock(m_mutex);
        m_said.push_back(judgement);
    }
    m_observed.wake();
}

void Recorder::hear(SourceNews news) {
    {
        const std::lock_guard lock(m_mutex);
        m_heard.add(std::move(news));
    }
    m_observed.wake();
}

bool Recorder::notedIsStored() const {
    const std::lock_guard lock(m_mutex);
    return m_notedUnstored == 0;
}

void Recorder::lookAtClocks() { m_wakefulness.look(); }

Picture Recorder::picture() const {
    const std::lock_guard lock(m_mutex);
    return m_picture;
}

// The judge as the record leaves it. What an earlier run stored but had no time to judge is judged now.
void Recorder::catchUp(Judge& judge, UtcTime now, const std::stop_token& stop) {
    m_knowsPart = !awaitingRepair(m_options.directory).empty();
    const HistoryReader reader(m_options.directory);
    std::optional<Fold> fold = foldedJudge(reader, m_watchlist, m_settings, now, stop);
    if (!fold) // the next start judges what this one had no time for
        return;
    judge = std::move(fold->judge);
    if (now < m_createdAt)
        return;
    std::move(fold->changes.begin(), fold->changes.end(), std::back_inserter(m_pending.spans));
}

// As after a start, the judge knows what the record says of the time before `now`, and nothing of after it.
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

void Recorder::addNewEvents(std::vector<Event>& events, UtcTime now) {
    {
        const std::lock_guard lock(m_mutex);
        events.insert(events.end(), m_noted.begin(), m_noted.end());
        m_noted.clear();
        for (Event& event : events)
            event.at = std::min(event.at, now); // it happened a moment before the clock was set back
        std::move(m_said.begin(), m_said.end(), std::back_inserter(m_pending.judgements));
        m_said.clear();
        m_pending.news.add(std::exchange(m_heard, {}));
    }
    const SteadyTime steady = std::chrono::steady_clock::now();
    // Whoever is paused proves nothing by it: nobody watches either way.
    if (steady - m_lastHeartbeat >= heartbeat && !isPaused()) {
        events.push_back({now, Heartbeat{}});
        m_lastHeartbeat = steady;
    }
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
}

// To when the clock was set back, if it was: what was judged at later times has to be forgotten.
std::optional<UtcTime> Recorder::noticeJolts(std::vector<Event>& events) {
    std::optional<UtcTime> set_back;
    for (const Jolt& jolt : m_wakefulness.take()) {
        m_signs.take(jolt);
        std::erase_if(m_gaps, [&](const TimeRange& gap) { return jolt.at - gap.end > gapsKept; });
        if (jolt.absentSince) {
            m_gaps.push_back({*jolt.absentSince, jolt.at});
            events.push_back({jolt.at, Asleep{*jolt.absentSince}});
        }
        if (jolt.stepped.count() != 0)
            events.push_back({jolt.at, ClockStep{jolt.stepped.count()}});
        if (jolt.stepped.count() < 0)
            set_back = jolt.at;
        else if (jolt.stepped.count() > 0)
            setAhead({jolt.at - jolt.stepped, jolt.at});
    }
    return set_back;
}

void Recorder::setAhead(TimeRange over) {
    try {
        m_readAgain = m_readAgain || over.begin < m_createdAt || (m_history && m_history->isOvertaking(over));
    } catch (const StorageError& error) {
        m_trouble = error.what();
    }
}

// A check that was under way while the computer slept has measured the sleep.
bool Recorder::sleptThrough(const Observation& row) const {
    return std::any_of(m_gaps.begin(), m_gaps.end(),
                       [&row](const TimeRange& gap) { return row.startedAt < gap.end && row.endedAt() >= gap.begin; });
}

void Recorder::noteSigns(const std::vector<Observation>& rows) {
    for (const Observation& row : rows)
        m_signs.take(row);
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

void Recorder::closeNote() {
    {
        const std::lock_guard lock(m_mutex);
        if (m_picture.recordNote) // or it was closed just now
            m_closedNote = std::exchange(m_picture.recordNote, std::nullopt);
    }
    m_observed.wake();
}

// Another that came meanwhile stays.
void Recorder::dropClosedNote() {
    std::optional<std::string> closed;
    {
        const std::lock_guard lock(m_mutex);
        closed = std::exchange(m_closedNote, std::nullopt);
    }
    if (closed && closed == m_recordNote)
        m_recordNote.reset();
    else if (closed && closed == m_logNote) {
        m_logNote.reset();
        m_logNoteClosed = true;
    }
}

void Recorder::publish(const Judge& judge, bool news) {
    dropClosedNote();
    std::vector<Notice> notices = m_signs.notices(utcNow());
    const std::optional<std::string>& note = m_recordNote ? m_recordNote : m_logNote;
    LiveStatus live = liveStatus(judge, m_watchlist);
    if (m_knowsPart)
        takeBackNeverAnswered(live);
    {
        const std::lock_guard lock(m_mutex);
        news = news || m_picture.storageTrouble != m_trouble || m_picture.recordNote != note ||
               m_picture.notices != notices;
        m_picture.notices = std::move(notices);
        m_picture.live = std::move(live);
        m_picture.recorded = m_recorded;
        m_picture.told = m_told;
        m_picture.storageTrouble = m_trouble;
        m_picture.recordNote = note;
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

void Recorder::reportBetween(const Judge& judge) {
    const std::optional<UtcTime> names = judge.interceptedSince(Transport::Udp);
    if (names != m_namesDoubted) {
        m_namesDoubted = names;
        m_bells.namesDoubted(names);
    }
    const bool intercepted = names || judge.interceptedSince(Transport::Tcp) || judge.interceptedSince(Transport::Mail);
    if (intercepted != m_intercepted) {
        m_intercepted = intercepted;
        m_bells.intercepted(intercepted);
    }
}

bool Recorder::isPaused() const {
    const std::lock_guard lock(m_mutex);
    return m_picture.watching == Watching::Paused;
}

// While paused there is nothing to wait for but what is still under way.
milliseconds Recorder::patience() const {
    if (!isPaused())
        return groupCommit;
    const bool done = !m_aside && m_pending.empty() && m_unjudged.empty() && m_unjudgedEvents.empty();
    return done ? restWhilePaused : groupCommitPaused;
}

void Recorder::run(const std::stop_token& stop) {
    Judge judge(m_watchlist, m_settings);
    lookAfter(m_history->followsUncleanEnd());
    try {
        m_createdAt = m_history->createdAt();
        catchUp(judge, m_startedAt, stop);
    } catch (const StorageError& error) {
        if (tellsDamage(error))
            m_damaged = m_knowsPart = true;
        m_trouble = error.what();
    }
    const Event started{m_startedAt, Started{}};
    judge.take(started);
    m_pending.events.push_back(started);
    bool last = false;
    while (!last) {
        const bool stored = store(judge);
        if (m_readAgain && m_pending.empty()) {
            m_readAgain = false;
            judgeAfresh(judge, utcNow(), stop);
        }
        giveWay();
        heedUpkeep(judge);
        publish(judge, stored || m_trouble.has_value());
        reportDown(judge);
        reportBetween(judge);
        tend();
        last = stop.stop_requested();
        const milliseconds patient = patience();
        std::vector<Observation> rows = m_observed.drain(patient, patient == restWhilePaused ? 1 : groupSize);
        std::vector<Event> events;
        const std::optional<UtcTime> set_back = noticeJolts(events);
        const UtcTime now = utcNow();
        addNewEvents(events, now);
        if (set_back)
            judgeAfresh(judge, *set_back, stop);
        std::erase_if(rows, [&](const Observation& row) { return sleptThrough(row) || row.startedAt > now; });
        noteSigns(rows);
        if (last)
            events.push_back({now, Stopped{}});
        m_unjudged.insert(m_unjudged.end(), rows.begin(), rows.end());
        m_unjudgedEvents.insert(m_unjudgedEvents.end(), events.begin(), events.end());
        judgeUntil(judge, last ? now : now - overtaking);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_pending.observations));
        std::move(events.begin(), events.end(), std::back_inserter(m_pending.events));
        for (SpanChange& change : judge.changes())
            m_pending.spans.push_back(std::move(change));
        if (now < m_createdAt)
            m_pending.spans.clear(); // what is known of later times stays
    }
    moveIfWanted(judge);
    storeTheLast(judge);
    publish(judge, true);
    m_upkeep.reset();
    m_history.reset();
}

} // namespace kpwatch
