// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/presence.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::chrono::seconds raceAfterPause{1}; // a check begun while the pause was being written

} // namespace

void Presence::present(UtcTime from) {
    m_track.setFrom(std::max(from, *m_firstRowAt), {Verdict::Up, Reason::None, {}, {}, {}});
}

void Presence::absent(UtcTime from, Reason reason) {
    m_track.setFrom(std::max(from, *m_firstRowAt), {Verdict::NotMonitored, reason, {}, {}, {}});
}

void Presence::began(UtcTime at) {
    if (m_firstRowAt)
        return;
    m_firstRowAt = at;
    m_latestRow = m_provenUntil = at;
    m_mode = Mode::Running;
    present(at);
}

void Presence::prove(UtcTime start, UtcTime end, std::chrono::seconds proves) {
    if (!watching())
        present(std::max(start, m_track.currentSince()));
    m_provenUntil = std::max(m_provenUntil, end + proves);
}

void Presence::observed(UtcTime start, UtcTime end, std::chrono::seconds proves, bool cancelled) {
    advanceTo(end);
    began(start);
    const bool resumed = m_mode != Mode::Running && !cancelled && start > m_modeSince + raceAfterPause;
    if (resumed) { // a file without the event that says so
        m_mode = Mode::Running;
        m_provenUntil = start;
        present(start);
    }
    if (m_mode == Mode::Running)
        prove(start, end, proves);
    m_latestRow = std::max(m_latestRow, end);
}

void Presence::started(UtcTime at) {
    if (m_mode != Mode::Stopped && m_latestRow < at) // killed: what came after its latest row is not known
        absent(m_latestRow, Reason::Closed);
    present(at);
    m_mode = Mode::Running;
    m_provenUntil = at;
}

void Presence::asleep(UtcTime from, UtcTime at) {
    const Standing before = m_track.current();
    absent(from, Reason::Asleep);
    if (m_mode == Mode::Running) {
        present(at);
        m_provenUntil = at;
    } else {
        m_track.setFrom(at, before);
    }
}

// From `before` to `at` no time went by, so what nobody proves there was not missed. A check may have come back since
// the step.
void Presence::clockSet(UtcTime before, UtcTime at) {
    const auto& segments = m_track.segments();
    for (auto segment = segments.rbegin(); segment != segments.rend() && segment->begin >= before; ++segment) {
        if (segment->what.verdict != Verdict::NotMonitored || segment->what.reason != Reason::Closed)
            continue;
        const UtcTime back = segment == segments.rbegin() ? at : std::prev(segment)->begin;
        m_track.setFrom(segment->begin, {Verdict::NotMonitored, Reason::None, {}, {}, std::string(skippedByClock)});
        present(back);
        m_provenUntil = std::max(m_provenUntil, at);
        return;
    }
}

void Presence::take(const Event& event) {
    advanceTo(event.at);
    began(std::holds_alternative<Asleep>(event.what) ? std::get<Asleep>(event.what).from : event.at);
    if (std::holds_alternative<Started>(event.what)) {
        started(event.at);
    } else if (std::holds_alternative<Stopped>(event.what)) {
        absent(event.at, Reason::Closed);
        m_mode = Mode::Stopped;
        m_modeSince = event.at;
    } else if (std::holds_alternative<Paused>(event.what)) {
        absent(event.at, Reason::Paused);
        m_mode = Mode::Paused;
        m_modeSince = event.at;
    } else if (std::holds_alternative<Resumed>(event.what)) {
        present(event.at);
        m_mode = Mode::Running;
        m_provenUntil = event.at;
    } else if (const auto* const sleep = std::get_if<Asleep>(&event.what)) {
        asleep(sleep->from, event.at);
    } else if (const auto* const step = std::get_if<ClockStep>(&event.what);
               step != nullptr && step->by_ms > 0 && m_mode == Mode::Running) {
        clockSet(event.at - std::chrono::milliseconds(step->by_ms), event.at);
    }
    if (m_mode == Mode::Running)
        prove(event.at, event.at, provenFor);
    m_latestRow = std::max(m_latestRow, event.at);
}

std::optional<UtcTime> Presence::absentAfter(UtcTime time) const {
    const auto& segments = m_track.segments();
    const auto found = std::ranges::find_if(segments, [time](const StateTrack::Segment& segment) {
        return segment.begin > time && segment.what.verdict == Verdict::NotMonitored;
    });
    return found == segments.end() ? std::nullopt : std::optional(found->begin);
}

void Presence::advanceTo(UtcTime now) {
    if (m_mode == Mode::Running && watching() && now > m_provenUntil)
        absent(m_provenUntil, Reason::Closed);
}

} // namespace kpwatch
