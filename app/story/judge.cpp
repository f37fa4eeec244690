// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/judge.h"

#include "app/story/judge_state.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto lateRows = 2s;    // live, a row may come that much after its end
constexpr auto tailKept = 15min; // rewriting reaches no further back unless somebody says so
constexpr std::size_t noTarget = SIZE_MAX;

std::chrono::milliseconds longestTimeout(const Watchlist& watchlist) {
    std::chrono::milliseconds longest{0};
    for (const Control& control : watchlist.controls)
        if (control.ring == Ring::Line)
            longest = std::max(longest, control.target.timeout);
    return longest;
}

std::chrono::seconds longestInterval(const Watchlist& watchlist) {
    std::chrono::seconds longest{0};
    for (const Control& control : watchlist.controls)
        if (control.ring == Ring::Line)
            longest = std::max(longest, control.target.interval);
    return longest;
}

std::size_t lineControlsOf(const Watchlist& watchlist) {
    return static_cast<std::size_t>(std::count_if(watchlist.controls.begin(), watchlist.controls.end(),
                                                  [](const Control& control) { return control.ring == Ring::Line; }));
}

} // namespace

Judge::State::State(const Watchlist& watchlist, const Settings& its_settings)
    : settings(its_settings),
      line(lineControlsOf(watchlist), longestTimeout(watchlist), longestInterval(watchlist), its_settings),
      loss(watchlist.targets.size()) {
    std::size_t line_position = 0;
    for (const Target& target : watchlist.targets) {
        roles.push_back({target.enabled ? Role::Watched : Role::Presence, watched.size(), target.interval});
        if (target.enabled)
            watched.emplace_back(target, its_settings);
    }
    for (const Control& control : watchlist.controls) {
        const bool votes = control.ring == Ring::Line;
        roles.push_back({votes ? Role::Line : Role::Presence, votes ? line_position++ : 0, control.target.interval});
    }
}

void Judge::State::observe(const Observation& row) {
    const auto id = static_cast<std::int64_t>(row.target);
    if (id < 0 || static_cast<std::size_t>(id) >= roles.size())
        return;
    const Role role = roles[static_cast<std::size_t>(id)];
    const TimeRange range{row.startedAt, row.endedAt()};
    settle(range.end, range.end);
    const auto proves = hasHeartbeats ? Presence::provenFor : std::max(Presence::provenFor, role.interval);
    presence.observed(range.begin, range.end, proves, row.failure == Failure::Cancelled);
    noteWatchingAgain();
    switch (role.kind) {
    case Role::Presence:
        break;
    case Role::Line:
        readControl(role.position, range, row);
        break;
    case Role::Watched: {
        Watched& target = watched[role.position];
        target.latest.note(row);
        waiting.push_back({Check{role.position, range, row.meaning(), isErrorAnswer(target.target, row),
                                 technicalNote(target.target, row)},
                           false});
        judgeWaiting(range.end);
        break;
    }
    }
}

void Judge::State::readControl(std::size_t position, TimeRange range, const Observation& row) {
    // No route is our own line's fault and nobody else's: of a control it is a failed reading.
    const bool no_route = row.failure == Failure::LocalNetworkDown;
    if (row.meaning() == Meaning::Neutral && !no_route)
        return;
    line.take(position, range,
              row.answered() ? LineControls::Outcome::Answered
              : no_route     ? LineControls::Outcome::NoRoute
                             : LineControls::Outcome::Failed,
              presence.track().currentSince());
}

void Judge::State::happen(const Event& event) {
    settle(event.at, event.at);
    presence.take(event);
    noteWatchingAgain();
    if (std::holds_alternative<Asleep>(event.what))
        line.wake(event.at);
    if (const auto* const next = std::get_if<Epoch>(&event.what)) {
        const bool changed = epoch && *epoch != next->id;
        epoch = next->id;
        if (changed) {
            waiting.push_back({Check{noTarget, {event.at, event.at}, {}, false, {}}, true});
            judgeWaiting(event.at);
        }
    }
}

// After a time without watching, what the controls said last says nothing about now.
void Judge::State::noteWatchingAgain() {
    if (!presence.watching() || presence.track().currentSince() == watchingSince)
        return;
    if (watchingSince)
        line.forgetLatest(presence.track().currentSince());
    watchingSince = presence.track().currentSince();
}

void Judge::State::settle(UtcTime now, UtcTime known) {
    clock = std::max(clock, now);
    presence.advanceTo(now);
    judgeWaiting(known);
    line.advanceTo(now);
    // A check that still waits for its control may yet speak for its time.
    const UtcTime until = waiting.empty() ? now : std::min(now, waiting.front().check.range.begin);
    for (Watched& target : watched)
        target.course.expire(until);
}

void Judge::State::judgeWaiting(UtcTime known) {
    for (; !waiting.empty(); waiting.pop_front()) {
        const Waiting& next = waiting.front();
        if (next.newEpoch)
            enterEpoch(next.check.range.begin);
        else if (!judged(next.check, known))
            return;
    }
}

void Judge::State::enterEpoch(UtcTime at) {
    epochSince = at;
    loss.clear();
    for (Watched& target : watched)
        target.course.newEpoch(at);
}

// False if the control after it has not spoken yet.
bool Judge::State::judged(const Check& check, UtcTime known) {
    Watched& target = watched[check.target];
    Course& course = target.course;
    const bool other_line = epochSince && check.range.begin < *epochSince;
    if (check.meaning == Meaning::Neutral || other_line || line.tooSoonAfterWaking(check.range)) {
        course.neutral(check, line.anyQualified() ? Reason::NotAnsweredFor : Reason::NoControl);
        return true;
    }
    loss.forgetBefore(check.range.end - 2h);
    if (check.meaning == Meaning::Answer) {
        for (const UtcTime failure : course.answered(check))
            loss.decided({check.target, target.target.via, failure}, true);
        loss.decided({check.target, target.target.via, check.range.begin}, false);
        return true;
    }
    switch (line.proofOf(check.range, known)) {
    case Proof::Wait:
        return false;
    case Proof::Counts:
        course.failed(check);
        weighRuns(check.range.end);
        break;
    case Proof::Neutral:
        course.neutral(check, Reason::NotAnsweredFor);
        break;
    case Proof::NoControl:
        course.neutral(check, Reason::NoControl);
        break;
    }
    return true;
}

void Judge::advanceTo(UtcTime now) {
    if (now > m_state->clock)
        m_state->settle(now, now - lateRows);
}

std::vector<SpanChange> Judge::State::changes() {
    std::vector<SpanChange> changed;
    const auto first = presence.firstRowAt();
    if (!first)
        return changed;
    auto shared = presence.track().changedFrom();
    if (line.track().changedFrom())
        shared = shared ? std::min(*shared, *line.track().changedFrom()) : line.track().changedFrom();
    const auto hand_on = [&](TargetId id, const StateTrack* our_line, StateTrack& own) {
        if (shared)
            own.markChanged(*shared);
        if (!own.changedFrom())
            return;
        const UtcTime from = std::max(*own.changedFrom(), *first);
        if (from >= clock) // nothing to be seen of it yet
            return;
        changed.push_back({id, from, laidOver(presence.track(), our_line, own, {from, clock})});
        own.settleChanges();
        const UtcTime latest =
            std::max({presence.track().currentSince(), line.track().currentSince(), own.currentSince()});
        if (latest >= clock) // begins where this range ends
            own.markChanged(clock);
    };
    presence.track().settleChanges();
    for (Watched& target : watched)
        hand_on(target.target.id, &line.track(), target.course.track());
    hand_on(ownLineId, nullptr, line.track());
    forget();
    return changed;
}

// Keeps what may yet be rewritten or handed on again.
void Judge::State::forget() {
    UtcTime back = std::min(clock - tailKept, line.rewritesBackTo());
    const UtcTime recent = back;
    for (Watched& target : watched) {
        StateTrack& track = target.course.track();
        UtcTime own = std::min(recent, target.course.rewritesBackTo());
        if (track.changedFrom())
            own = std::min(own, *track.changedFrom());
        track.forgetBefore(own);
        back = std::min(back, own);
    }
    line.track().forgetBefore(back);
    presence.track().forgetBefore(back);
}

Judge::Judge(const Watchlist& watchlist, const Settings& settings)
    : m_state(std::make_unique<State>(watchlist, settings)) {}
Judge::~Judge() = default;
Judge::Judge(Judge&&) noexcept = default;
Judge& Judge::operator=(Judge&&) noexcept = default;

void Judge::assumeNoHeartbeats() { m_state->hasHeartbeats = false; }
void Judge::take(const Observation& row) { m_state->observe(row); }
void Judge::take(const Event& row) { m_state->happen(row); }
std::vector<SpanChange> Judge::changes() { return m_state->changes(); }
void Judge::stoodSince(TargetId lane, UtcTime begin) {
    m_state->stood.erase(lane);
    const std::optional<UtcTime> seen = lane == ownLineId ? ownLine().since : status(lane).since;
    m_state->stood[lane] = {seen, begin};
}

UtcTime Judge::clock() const { return m_state->clock; }
OwnLineStatus Judge::ownLine() const { return m_state->ownLine(); }

TargetStatus Judge::status(TargetId target) const {
    const auto found = std::find_if(m_state->watched.begin(), m_state->watched.end(),
                                    [target](const Watched& each) { return each.target.id == target; });
    if (found != m_state->watched.end())
        return m_state->status(*found);
    TargetStatus nothing;
    nothing.id = target;
    return nothing;
}

} // namespace kpwatch
