// SPDX-License-Identifier: GPL-3.0-or-later
// What the judge tells of the present moment.
#include "app/story/judge_state.h"

namespace kpwatch {

namespace {

constexpr std::size_t tenChecks = 10;

} // namespace

void LatestChecks::note(const Observation& row, bool believed) {
    check = row.startedAt;
    stage = row.reached;
    failure = row.failure;
    const bool answered = believed && row.answered();
    if (answered) {
        good = row.startedAt;
        latency = row.responseTime();
    }
    if (row.recheck || row.failure == Failure::Cancelled)
        return;
    lastTen.push_back(answered);
    if (lastTen.size() > tenChecks)
        lastTen.erase(lastTen.begin());
}

void LatestChecks::disbelieve(UtcTime from, std::optional<UtcTime> good_before) {
    if (!good || *good < from)
        return;
    good = good_before;
    latency.reset();
}

void LatestChecks::fill(TargetStatus& status) const {
    status.lastCheck = check;
    status.lastGood = good;
    status.stage = stage;
    status.failure = failure;
    status.latency = latency;
    status.last10 = static_cast<int>(lastTen.size());
    for (const bool answered : lastTen)
        status.answeredOfLast10 += answered ? 1 : 0;
}

std::optional<UtcTime> Judge::State::trueBegin(TargetId lane, std::optional<UtcTime> seen) const {
    const auto told = stood.find(lane);
    return told != stood.end() && told->second.seen == seen ? told->second.begin : seen;
}

TargetStatus Judge::State::status(const Watched& target) const {
    TargetStatus status;
    status.id = target.target.id;
    target.latest.fill(status);
    const Course& course = target.course;
    if (!presence.firstRowAt())
        return status;
    const StateTrack& present = presence.track();
    const StateTrack& own = course.track();
    const StateTrack* shown = &own;
    if (present.current().verdict == Verdict::NotMonitored)
        shown = &present;
    else
        for (const StateTrack* const veil : veilsOf(target))
            if (hides(veil->current())) {
                shown = veil;
                break;
            }
    status.state = shown->current().verdict;
    status.reason = shown->current().reason;
    status.since = std::max(shown->currentSince(), present.currentSince());
    if (shown == &own) { // uncovered since then
        for (const StateTrack* const veil : veilsOf(target))
            if (veil != &rings.ownLine().track())
                status.since = std::max(*status.since, veil->currentSince());
        if (rings.ownLine().lastDownUntil())
            status.since = std::max(*status.since, *rings.ownLine().lastDownUntil());
    }
    status.since = trueBegin(status.id, status.since);
    if (status.state == Verdict::Down) {
        status.onset = course.onset();
        status.since = course.onset().by;
    }
    const auto position = static_cast<std::size_t>(&target - watched.data());
    status.baseline = degraded.usual(position);
    if (status.state == Verdict::Degraded)
        status.patchy = degraded.patchy(position);
    if (const int length = course.runLength(clock); length > 0 && course.answeredLately(course.runStart())) {
        status.checking = {length, failuresNeeded(position, lossShare(position, clock), clock)};
    }
    status.neverAnswered = !course.down() && course.judgedEver() && !course.answeredLately(clock);
    if (saysSomething(status.state)) {
        status.lastKnown = status.state;
        status.lastKnownAt = clock;
    } else if (saysSomething(own.current().verdict)) { // hidden by our own absence or line
        status.lastKnown = own.current().verdict;
        status.lastKnownAt = std::max(own.currentSince(), shown->currentSince());
    } else if (const auto said = own.lastSaid()) {
        status.lastKnown = said->verdict;
        status.lastKnownAt = std::min(said->until, course.lastJudged().value_or(said->until)); // seen, not only held
    }
    return status;
}

OwnLineStatus Judge::State::ownLine() const {
    OwnLineStatus status;
    // By a way on which some cannot be asked they are none of those that test it.
    const std::size_t heard = rings.line().heard();
    status.controls = static_cast<int>(heard > 0 ? heard : rings.line().size());
    status.keptIn = static_cast<int>(controlsKeptIn.size());
    status.rings = rings.status(clock);
    for (RingStatus& ring : status.rings)
        ring.off = throughProxy && ring.transport != Transport::Tcp;
    for (const RingStatus& negative : interception.status())
        status.rings.push_back(negative);
    if (!presence.firstRowAt())
        return status;
    const bool watching = presence.watching();
    const StateTrack& shown = watching ? rings.ownLine().track() : presence.track();
    status.state = shown.current().verdict;
    status.since = trueBegin(ownLineId, std::max(shown.currentSince(), presence.track().currentSince()));
    status.controlsUp = watching ? rings.lineControlsAnswering() : 0;
    return status;
}

} // namespace kpwatch
