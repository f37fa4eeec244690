// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/judge.h"

#include "app/story/judge_state.h"
#include "app/way_out.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto lateRows = 2s; // live, a row may come that much after its end

} // namespace

Watched::Watched(const Target& its_target, const Settings& settings)
    : target(its_target), transport(transportOf(its_target.probe)), course(its_target, settings),
      named(!std::holds_alternative<DnsOptions>(its_target.probe) && !Address::parse(hostOf(its_target.probe))),
      carried(canLeave(its_target, Proxy{})) {}

Judge::State::State(const Watchlist& watchlist, const Settings& its_settings)
    : settings(its_settings), rings(watchlist, its_settings), interception(watchlist), loss(watchlist.targets.size()),
      degraded(watchlist.targets.size(), its_settings) {
    for (const Target& target : watchlist.targets) {
        roles.push_back({target.enabled ? Role::Watched : Role::Presence, watched.size(), target.interval});
        if (target.enabled)
            watched.emplace_back(target, its_settings);
    }
    for (std::size_t i = 0; i < watchlist.controls.size(); ++i) {
        roles.push_back({Role::Control, i, watchlist.controls[i].target.interval});
        controls.push_back({watchlist.controls[i].ring, transportOf(watchlist.controls[i].target.probe)});
    }
}

void Judge::State::observe(const Observation& row) {
    const auto id = static_cast<std::int64_t>(row.target);
    if (id < 0 || static_cast<std::size_t>(id) >= roles.size())
        return;
    const Role role = roles[static_cast<std::size_t>(id)];
    const UtcTime end = row.endedAt();
    settle(end, end);
    const auto proves = hasHeartbeats ? Presence::provenFor : std::max(Presence::provenFor, role.interval);
    presence.observed(row.startedAt, end, proves, row.failure == Failure::Cancelled);
    notePresence();
    switch (role.kind) {
    case Role::Presence:
        break;
    case Role::Control:
        readControl(role.position, row);
        break;
    case Role::Watched:
        waiting.push_back({checkOf(role.position, row)});
        judgeWaiting(end);
        break;
    }
}

Check Judge::State::checkOf(std::size_t position, const Observation& row) {
    Watched& target = watched[position];
    Check check;
    check.target = position;
    check.range = {row.startedAt, row.endedAt()};
    // A name that was not found out is a question to name servers, whatever was to be asked after it.
    check.transport = row.reached == Stage::Resolve ? Transport::Udp : target.transport;
    check.meaning = row.meaning();
    check.errorAnswer = isErrorAnswer(target.target, row);
    check.note = technicalNote(target.target, row);
    check.blocked = row.failure == Failure::Blocked;
    check.source = row.source;
    if (target.named && row.reached > Stage::Resolve)
        check.place = row.peer;
    check.packets = packetsOf(row);
    const auto* const http = std::get_if<HttpDetail>(&row.detail);
    if (check.meaning == Meaning::Neutral && http != nullptr && http->suspectedBlock)
        check.doubt = Reason::SuspectedBlock;
    const bool kept_in = isKeptIn(row, target.transport);
    if (kept_in && check.transport == Transport::Udp)
        firewall.forbadeTarget(check.range.end);
    if (kept_in || firewall.mayForbid(row, check.transport, target.latest.good))
        check.doubt = Reason::OwnFirewall;
    if (check.meaning == Meaning::Failed)
        check.doubt =
            refusals.ours(row, roadIsOurs ? target.signs.refusedTooSoon(row) : std::nullopt).value_or(check.doubt);
    if (!check.place.empty() && check.meaning == Meaning::Answer && !interception.known(Transport::Udp, check.range))
        target.places.answered(check.place, check.range.begin);
    const bool believable = !intercepted(check);
    if (check.meaning == Meaning::Answer && believable && target.signs.foreign(row, roadIsOurs))
        check.doubt = Reason::Intercepted;
    target.latest.note(row, believable && check.doubt == Reason::None);
    return check;
}

// Somebody else may have answered: in their place, or in that of the name servers that said where they live.
bool Judge::State::intercepted(const Check& check) const {
    const bool any_port = check.transport == Transport::Mail && interception.known(Transport::Tcp, check.range);
    return any_port || interception.known(check.transport, check.range) ||
           (!check.place.empty() && interception.known(Transport::Udp, check.range) &&
            !watched[check.target].places.knows(check.place, check.range.begin));
}

void Judge::State::readControl(std::size_t position, const Observation& row) {
    const UtcTime watching = presence.track().currentSince();
    const UtcTime reach = std::max({watching, epochBegan, row.startedAt - tailKept});
    if (const auto from = interception.take(position, row, reach)) {
        if (interception.known(Transport::Udp, {*from, row.endedAt()}))
            for (Watched& target : watched)
                target.places.forgetSince(*from);
        judgeAgain(*from);
    }
    const auto [ring, transport] = controls[position];
    if (ring == Ring::Negative)
        refusals.ofNobody(row);
    if (ring == Ring::Line && isKeptIn(row, transport))
        controlsKeptIn.insert(position);
    else
        controlsKeptIn.erase(position);
    if (isKeptIn(row, transport) && transport == Transport::Udp)
        firewall.forbadeControl(row.endedAt());
    auto outcome = outcomeOf(row, transport);
    if (ring == Ring::Line && interception.isWrongGuess(position, row)) // somebody there spoke, as far as we know
        outcome = ControlRing::Outcome::Answered;
    if (!outcome) {
        rings.saidNothing(position);
        return;
    }
    const TimeRange range{row.startedAt, row.endedAt()};
    rings.take(position, {range, *outcome, row.source}, watching);
    if ((ring == Ring::TransitChina || ring == Ring::TransitRussia) && *outcome != ControlRing::Outcome::NoRoute &&
        rings.mayVote(position, range.end)) {
        degraded.readTransit(ring, position, range, packetsOf(row));
        roadLoss.take(ring == Ring::TransitChina ? Via::China : Via::Russia, position, range,
                      *outcome == ControlRing::Outcome::Answered);
    }
}

void Judge::State::happen(const Event& event) {
    settle(event.at, event.at);
    presence.take(event);
    notePresence();
    if (std::holds_alternative<Asleep>(event.what))
        rings.wake(event.at);
    if (const auto* const next = std::get_if<Epoch>(&event.what)) {
        const EpochBegin begin{epoch && *epoch != next->id, next->way == "proxy", epoch.value_or(""), next->id};
        epoch = next->id;
        roadIsOurs = !begin.throughProxy;
        if (begin.changed) {
            epochBegan = event.at;
            rings.newEpoch(event.at);
            interception.newEpoch();
            refusals.newEpoch();
            firewall.newEpoch();
            controlsKeptIn.clear();
            roadLoss.newEpoch();
            exchangeSigns(begin);
        }
        Check at_once;
        at_once.range = {event.at, event.at};
        waiting.push_back({at_once, begin});
        judgeWaiting(event.at);
    }
}

void Judge::State::exchangeSigns(const EpochBegin& begin) {
    const auto known = signsLeft.take(begin.to);
    std::vector<Signs> leaving;
    for (std::size_t i = 0; i < watched.size(); ++i)
        leaving.push_back(std::exchange(watched[i].signs, known ? (*known)[i] : Signs{}));
    signsLeft.leave(begin.from, std::move(leaving));
}

// After a time without watching, what was seen before it says nothing about now.
void Judge::State::notePresence() {
    if (!presence.firstRowAt())
        return;
    const UtcTime since = presence.track().currentSince();
    if (!presence.watching()) {
        hush(since);
        return;
    }
    if (since == watchingSince)
        return;
    if (watchingSince) {
        hush(presence.absentAfter(*watchingSince).value_or(since));
        rings.watchingAgain(since);
        for (Watched& target : watched) // at once: whoever looks before the next row sees that nobody was asked yet
            target.course.expire(since);
    }
    watchingSince = since;
}

void Judge::State::hush(UtcTime from) {
    for (Watched& target : watched)
        target.course.hush(from);
}

void Judge::State::settle(UtcTime now, UtcTime known) {
    clock = std::max(clock, now);
    presence.advanceTo(now);
    notePresence();
    judgeWaiting(known);
    rings.advanceTo(now);
    // A check that still waits for its control may yet speak for its time; not over a time without watching.
    const bool speaks = !waiting.empty() && waiting.front().check.range.begin >= watchingSince.value_or(UtcTime::min());
    const UtcTime until = speaks ? std::min(now, waiting.front().check.range.begin) : now;
    for (Watched& target : watched)
        target.course.expire(until);
}

void Judge::State::judgeWaiting(UtcTime known) {
    for (; !waiting.empty(); waiting.pop_front()) {
        const ToJudge& next = waiting.front();
        keepFor(next);
        if (next.epoch)
            enterEpoch(next.check.range.begin, *next.epoch);
        else if (!judged(next.check, known))
            return;
        else if (const auto absent = presence.absentAfter(next.check.range.begin))
            watched[next.check.target].course.hush(*absent);
        kept.back().judged.add(next);
    }
}

void Judge::State::enterEpoch(UtcTime at, const EpochBegin& begin) {
    throughProxy = begin.throughProxy;
    if (begin.changed)
        changeEpoch(at, begin);
    else if (judgedEpoch.empty())
        degraded.beginIn(judgedEpoch = begin.to);
    for (Watched& target : watched)
        if (throughProxy && !target.carried)
            target.course.leaveOut(at);
}

void Judge::State::changeEpoch(UtcTime at, const EpochBegin& begin) {
    epochSince = at;
    judgedEpoch = begin.to;
    loss.clear();
    degraded.enterEpoch(at, begin.to);
    const auto known = coursesLeft.take(begin.to);
    std::vector<Course::Memory> leaving;
    for (std::size_t i = 0; i < watched.size(); ++i) {
        leaving.push_back(watched[i].course.leaveEpoch(at));
        if (known)
            watched[i].course.comeBack((*known)[i]);
    }
    coursesLeft.leave(begin.from, std::move(leaving));
}

// Why a check says nothing, whatever the controls say; nullopt if it may say something.
std::optional<Reason> Judge::State::neutralReason(const Check& check) const {
    const Reason silent = rings.line().anyQualified(check.range.end) ? Reason::NotAnsweredFor : Reason::NoControl;
    const bool other_line = epochSince && check.range.begin < *epochSince;
    if (other_line || rings.line().tooSoonAfterWaking(check.range))
        return silent == Reason::NoControl ? silent : Reason::LineUntested;
    if (check.meaning != Meaning::Neutral && intercepted(check))
        return Reason::Intercepted;
    if (check.doubt != Reason::None)
        return check.doubt;
    if (check.meaning == Meaning::Neutral && !check.blocked)
        return silent;
    if (check.meaning == Meaning::Failed) {
        // Until controls have come through it, the proxy itself may be what does not answer.
        if (throughProxy)
            return silent == Reason::NoControl ? silent : Reason::ThroughProxy;
        // Without controls of its own transport a failure is proved by those of another, which somebody answers for.
        const Transport other = check.transport == Transport::Udp ? Transport::Tcp : Transport::Udp;
        if (interception.known(other, check.range) && !rings.hasLineControlsOf(check.transport))
            return Reason::Intercepted;
    }
    return std::nullopt;
}

Degraded::Check Judge::State::triedBy(const Check& check) const {
    const Watched& target = watched[check.target];
    return {check.target, check.range, target.transport, target.target.via, check.packets};
}

void Judge::State::judgeAnswer(const Check& check) {
    Watched& target = watched[check.target];
    if (target.transport == Transport::Icmp) { // its failures never count, so its answers tell nothing of loss
        target.course.answered(check);
        return;
    }
    std::optional<Patchy> patchy;
    if (!throughProxy) { // its handshakes are the proxy's
        degraded.disproved(check.target, target.course.disprovedBy(check.range.begin), check.range.end);
        patchy = degraded.answered(triedBy(check));
    }
    const auto disproved = target.course.answered(check, patchy ? technicalNote(*patchy) : std::string());
    degraded.disproved(check.target, disproved, check.range.end);
    for (const UtcTime failure : disproved)
        loss.decided({check.target, target.target.via, failure}, true);
    loss.decided({check.target, target.target.via, check.range.begin}, false);
}

// False if the control after it has not spoken yet.
bool Judge::State::judged(const Check& check, UtcTime known) {
    Watched& target = watched[check.target];
    Course& course = target.course;
    if (const auto reason = neutralReason(check)) {
        course.neutral(check, *reason);
        return true;
    }
    loss.forgetBefore(check.range.end - 2h);
    if (check.blocked) {
        course.blocked(check);
        return true;
    }
    if (check.meaning == Meaning::Answer) {
        judgeAnswer(check);
        return true;
    }
    const auto proven = rings.prove({check.range, check.transport, target.target.via, check.source}, known);
    switch (proven.proof) {
    case Proof::Wait:
        return false;
    case Proof::Counts:
        course.failed(check);
        degraded.failed(triedBy(check));
        weighRuns(check.range.end);
        break;
    case Proof::Neutral:
    case Proof::NoControl:
        course.neutral(check, proven.reason);
        break;
    }
    return true;
}

void Judge::advanceTo(UtcTime now) {
    if (now > m_state->clock)
        m_state->settle(now, now - lateRows);
}

Judge::Judge(const Watchlist& watchlist, const Settings& settings)
    : m_state(std::make_unique<State>(watchlist, settings)) {}
Judge::~Judge() = default;
Judge::Judge(Judge&&) noexcept = default;
Judge& Judge::operator=(Judge&&) noexcept = default;

void Judge::assumeNoHeartbeats() { m_state->hasHeartbeats = false; }
void Judge::take(const Observation& row) { m_state->observe(row); }
void Judge::take(const Event& row) { m_state->happen(row); }
void Judge::settleBefore(UtcTime time) { m_state->settled = time; }
std::vector<SpanChange> Judge::changes() { return m_state->changes(); }
void Judge::stoodSince(TargetId lane, UtcTime begin) {
    m_state->stood.erase(lane);
    const std::optional<UtcTime> seen = lane == ownLineId ? ownLine().since : status(lane).since;
    m_state->stood[lane] = {seen, begin};
}

UtcTime Judge::clock() const { return m_state->clock; }
void Judge::know(std::size_t control, const Qualification& before) { m_state->rings.know(control, before); }
std::optional<UtcTime> Judge::interceptedSince(Transport transport) const {
    return m_state->interception.since(transport);
}
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
