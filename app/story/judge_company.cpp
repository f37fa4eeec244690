// SPDX-License-Identifier: GPL-3.0-or-later
// When a run of failures is an outage: how many are needed, given what is lost just now and who else is silent.
#include "app/story/judge_state.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr double byChance = 1e-5;      // a run this unlikely by loss alone is an outage
constexpr double onsetByChance = 1e-3; // and this unlikely, it had begun
constexpr double mostPossible = 0.25;  // what a few lost checks may stand for: more has to be measured
constexpr int lostByChance = 1;        // one lost check within minutes happens where hardly anything is lost
constexpr int othersNeeded = 2;
constexpr auto companyLately = 10min;
constexpr auto longRun = 30min;
constexpr int longRunAlone = 15, longRunInCompany = 7, longRunOfOthers = 5;

} // namespace

double Judge::State::lossShare(std::size_t position, UtcTime now) const {
    const Via via = watched[position].target.via;
    const UtcTime start = watched[position].course.runStart();
    return std::max({loss.share({position, via, start}), roadLoss.share(via, {start - Loss::shortReach, now}),
                     roadLoss.share(via, {start - Loss::longReach, now})});
}

// What the few checks of some minutes may mean at most: of one side, its transit controls with it, since the run's
// first failure and since some minutes before. A share that is only the likeliest is too low half of the time, and one
// that has just begun to rise is diluted by the calm before it. Where nothing was lost, nothing may have been.
double Judge::State::possibleLoss(std::size_t position, UtcTime now) const {
    const UtcTime start = watched[position].course.runStart();
    double worst = 0;
    for (const Via side : sidesOf(watched[position].target.via))
        for (const auto before : {0min, Loss::shortReach, Loss::longReach}) {
            LostShare counted = loss.since(start - before, side);
            counted.add(roadLoss.counted(side, {start - before, now}));
            if (counted.lost > lostByChance && (before == 0min || counted.tries >= Loss::enoughOfAll))
                worst = std::max(worst, std::min(wilson(counted).upper, mostPossible));
        }
    return worst;
}

bool Judge::State::inCompany(std::size_t position, UtcTime now) const {
    const auto lately = std::max<std::chrono::milliseconds>(companyLately, 2 * watched[position].target.interval);
    int others = 0;
    for (std::size_t i = 0; i < watched.size(); ++i) {
        const Course& other = watched[i].course;
        const bool silent =
            other.runLength(now) >= settings.confirm_failures || (other.down() && now - other.onset().by <= lately);
        others += i != position && silent ? 1 : 0;
    }
    return others >= othersNeeded;
}

bool Judge::State::inLongCompany(std::size_t position, UtcTime now) const {
    int others = 0;
    for (std::size_t i = 0; i < watched.size(); ++i) {
        const Course& other = watched[i].course;
        others += i != position && (other.down() || other.runLength(now) >= longRunOfOthers) ? 1 : 0;
    }
    return others >= othersNeeded;
}

int Judge::State::failuresNeeded(std::size_t position, double share, UtcTime now) const {
    return std::max(inCompany(position, now) ? settings.confirm_failures : settings.confirm_failures_alone,
                    Loss::failuresBelow(byChance, std::max(share, possibleLoss(position, now))));
}

// True if the run of this target is an outage; it is down from now on.
bool Judge::State::weigh(std::size_t position, UtcTime now) {
    Course& course = watched[position].course;
    const int length = course.runLength(now);
    if (course.down() || length < settings.confirm_failures || !course.answeredLately(course.runStart()))
        return false;
    const auto span = course.lastFailure() - course.runStart();
    if (span < std::chrono::seconds(settings.confirm_span_s))
        return false;
    const double share = lossShare(position, now);
    const bool enough = length >= failuresNeeded(position, share, now) || (span >= longRun && length >= longRunAlone) ||
                        (span >= longRun && length >= longRunInCompany && inLongCompany(position, now));
    if (enough && rings.line().answeredBetween(course.runStart(), course.lastFailure())) {
        const double everLost = loss.shareOfAllBefore(course.runStart());
        course.confirm(Loss::failuresBelow(onsetByChance, std::max(share, everLost)));
        return true;
    }
    if (length >= settings.confirm_failures_alone)
        course.doubt();
    return false;
}

void Judge::State::weighRuns(UtcTime now) {
    bool again = true;
    while (again) { // one that goes down is company for the next
        again = false;
        for (std::size_t i = 0; i < watched.size(); ++i)
            again = weigh(i, now) || again;
    }
}

} // namespace kpwatch
