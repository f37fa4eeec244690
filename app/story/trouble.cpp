// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/trouble.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto window = 20min;
constexpr auto usualFrom = 2h; // what is usual is the median of the answers that long before the window
constexpr std::size_t usualAnswers = 5;
constexpr double slowShare = 0.5;
constexpr Micros slowAtLeast = 100ms;
constexpr double muchTrouble = 0.2;
constexpr int daysBefore = 7;

std::optional<Micros> median(std::vector<Micros> times) {
    if (times.size() < usualAnswers)
        return std::nullopt;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

bool isIn(const Observation& row, TimeRange range) { return range.contains(row.startedAt) && !row.recheck; }

// An answer that took a second try is slow: the wait for it is longer than any excess looked for.
bool isSlow(const Observation& row, const std::optional<Micros>& usual) {
    if (row.tries > 1)
        return true;
    const auto time = row.responseTime();
    if (!usual || !time)
        return false;
    const auto excess =
        std::max(slowAtLeast, Micros(static_cast<std::int64_t>(slowShare * static_cast<double>(usual->count()))));
    return *time > *usual + excess;
}

// What was lost after `silent_from` belongs to the silence itself, counted or not.
Trouble troubleIn(const std::vector<Observation>& rows, TimeRange range, std::optional<UtcTime> silent_from = {}) {
    std::vector<Micros> before;
    for (const Observation& row : rows)
        if (row.startedAt < range.begin && row.answered() && !row.recheck)
            if (const auto time = row.responseTime())
                before.push_back(*time);
    const std::optional<Micros> usual = median(std::move(before));
    Trouble trouble;
    for (const Observation& row : rows) {
        if (!isIn(row, range) || row.meaning() == Meaning::Neutral)
            continue;
        const bool lost = row.meaning() == Meaning::Failed;
        if (lost && silent_from && row.startedAt > *silent_from)
            continue;
        ++trouble.checks;
        const bool slow = !lost && isSlow(row, usual);
        trouble.lost += lost ? 1 : 0;
        trouble.slow += slow ? 1 : 0;
        if ((lost || slow) && !trouble.first)
            trouble.first = row.startedAt;
    }
    return trouble;
}

bool isOnTheWayTo(const Control& control, Via via) {
    switch (via) {
    case Via::China:
        return control.ring == Ring::TransitChina;
    case Via::Russia:
        return control.ring == Ring::TransitRussia;
    case Via::Both:
    case Via::Unknown:
        return control.ring == Ring::TransitChina || control.ring == Ring::TransitRussia;
    }
    return false;
}

// Of a side where the target's is not known, the worse.
double roadTrouble(const Watchlist& watchlist, Via via, TimeRange range, const ChecksOf& checks) {
    double worst = 0;
    for (const Ring ring : {Ring::TransitChina, Ring::TransitRussia}) {
        Trouble pooled;
        for (const Control& control : watchlist.controls)
            if (control.ring == ring && isOnTheWayTo(control, via)) {
                const Trouble its = troubleIn(checks(control.target, {range.begin - usualFrom, range.end}), range);
                pooled.checks += its.checks;
                pooled.lost += its.lost;
                pooled.slow += its.slow;
            }
        worst = std::max(worst, pooled.share());
    }
    return worst;
}

// Of those that had trouble now.
int alikeDays(const Incident& incident, const Watchlist& watchlist, const std::map<TargetId, Trouble>& now,
              const ChecksOf& checks) {
    int alike = 0;
    for (int day = 1; day <= daysBefore; ++day) {
        int all = 0, bad = 0;
        for (const Member& member : incident.members) {
            const Target* const target = watchlist.find(member.target);
            if (target == nullptr || now.at(member.target).share() < muchTrouble)
                continue;
            const UtcTime end = member.downTimes.front().firstFailure() - std::chrono::days(day);
            const Trouble its = troubleIn(checks(*target, {end - 1h - usualFrom, end}), {end - 1h, end});
            all += its.checks;
            bad += its.lost + its.slow;
        }
        alike += all > 0 && bad >= muchTrouble * all ? 1 : 0;
    }
    return alike;
}

} // namespace

TroubleBefore troubleBefore(const Incident& incident, const Watchlist& watchlist, const ChecksOf& checks) {
    TroubleBefore before;
    bool any = false;
    for (const Member& member : incident.members) {
        const Target* const target = watchlist.find(member.target);
        if (target == nullptr)
            continue;
        const UtcTime end = member.downTimes.front().firstFailure();
        const TimeRange range{end - window, end};
        Trouble trouble = troubleIn(checks(*target, {range.begin - usualFrom, range.end}), range, member.began().after);
        if (trouble.lost + trouble.slow > 0)
            trouble.onTheRoad = roadTrouble(watchlist, target->via, range, checks);
        any = any || trouble.share() >= muchTrouble;
        before.of[member.target] = trouble;
    }
    if (any)
        before.alikeDays = alikeDays(incident, watchlist, before.of, checks);
    return before;
}

} // namespace kpwatch
