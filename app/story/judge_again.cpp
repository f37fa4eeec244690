// SPDX-License-Identifier: GPL-3.0-or-later
// That somebody else answers is learned a moment after they began to. What was judged meanwhile rests on false answers,
// so the targets are put back to how they stood before, and the checks since then are judged once more.
#include "app/story/judge_state.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto keptEvery = 5min; // by the clock on the wall, so that a fold that begins later keeps the same
constexpr auto keptFor = 20min;  // a reading that tells of somebody is dated back 15 min at most

} // namespace

void Judge::State::keepFor(const Waiting& next) {
    const UtcTime at = next.check.range.end;
    const auto mark = [](UtcTime time) {
        return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()) / keptEvery;
    };
    if (!kept.empty() && mark(kept.back().before) == mark(at))
        return;
    Kept now{at, judgedSince.size(), at, {}, loss, epochSince, throughProxy, judgedEpoch, coursesLeft};
    for (const Watched& target : watched) {
        now.courses.push_back(target.course);
        now.rewritesBackTo = std::min(now.rewritesBackTo, target.course.rewritesBackTo());
    }
    kept.push_back(std::move(now));
    while (kept.size() > 1 && kept[1].before <= clock - keptFor)
        kept.pop_front();
    const std::size_t unneeded = kept.front().judged;
    judgedSince.erase(judgedSince.begin(), judgedSince.begin() + static_cast<std::ptrdiff_t>(unneeded));
    for (Kept& each : kept)
        each.judged -= unneeded;
}

Judge::State::Waiting Judge::State::Judged::whole() const {
    Waiting judged = *rest;
    judged.check.range = range;
    judged.check.packets.handshake = handshake;
    return judged;
}

void Judge::State::noteJudged(Waiting judged) {
    const TimeRange range = std::exchange(judged.check.range, {});
    const auto handshake = std::exchange(judged.check.packets.handshake, std::nullopt);
    std::shared_ptr<const Waiting>& rest = latestRest[judged.check.target];
    if (!rest || *rest != judged)
        rest = std::make_shared<const Waiting>(std::move(judged));
    judgedSince.push_back({range, handshake, rest});
}

void Judge::State::judgeAgain(UtcTime from) {
    while (kept.size() > 1 && kept.back().before > from)
        kept.pop_back();
    if (kept.empty())
        return;
    const Kept& then = kept.back();
    for (std::size_t i = 0; i < watched.size(); ++i) {
        StateTrack& track = watched[i].course.track();
        const auto unsaid = track.changedFrom();
        watched[i].course = then.courses[i];
        if (const auto absent = presence.absentAfter(then.before))
            watched[i].course.hush(*absent);
        track.settleChanges(); // what had not been said when the copy was made has been since, or is unsaid now
        track.markChanged(std::min(watched[i].course.rewritesBackTo(), unsaid.value_or(clock)));
    }
    loss = then.loss;
    degraded.takeBack(then.before, then.epoch);
    epochSince = then.epochSince;
    throughProxy = then.throughProxy;
    judgedEpoch = then.epoch;
    coursesLeft = then.coursesLeft;
    const auto first = judgedSince.begin() + static_cast<std::ptrdiff_t>(then.judged);
    std::vector<Waiting> again;
    std::transform(first, judgedSince.end(), std::back_inserter(again),
                   [](const Judged& each) { return each.whole(); });
    waiting.insert(waiting.begin(), again.begin(), again.end());
    judgedSince.erase(first, judgedSince.end());
    judgeWaiting(clock);
    for (Watched& target : watched)
        target.latest.disbelieve(from, target.course.lastGood());
}

} // namespace kpwatch
