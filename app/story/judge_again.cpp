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

void Judge::State::keepFor(const ToJudge& next) {
    const UtcTime at = next.check.range.end;
    const auto mark = [](UtcTime time) {
        return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()) / keptEvery;
    };
    if (!kept.empty() && mark(kept.back().before) == mark(at))
        return;
    Kept now{at, JudgedChecks(at), at, {}, loss, epochSince, throughProxy, judgedEpoch, coursesLeft};
    for (const Watched& target : watched) {
        now.courses.push_back(target.course);
        now.rewritesBackTo = std::min(now.rewritesBackTo, target.course.rewritesBackTo());
    }
    kept.push_back(std::move(now));
    while (kept.size() > 1 && kept[1].before <= clock - keptFor)
        kept.pop_front();
}

void Judge::State::judgeAgain(UtcTime from) {
    if (kept.empty())
        return;
    auto latest = std::prev(kept.end());
    while (latest != kept.begin() && latest->before > from)
        --latest;
    std::vector<ToJudge> again;
    std::for_each(latest, kept.end(), [&](const Kept& each) { each.judged.appendTo(again); });
    kept.erase(std::next(latest), kept.end());
    Kept& then = kept.back();
    then.judged.clear();
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
    waiting.insert(waiting.begin(), again.begin(), again.end());
    judgeWaiting(clock);
    for (Watched& target : watched)
        target.latest.disbelieve(from, target.course.lastGood());
}

} // namespace kpwatch
