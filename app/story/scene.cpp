// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/scene.h"

#include "app/story/lane_rules.h"
#include "app/story/state_track.h"

#include <algorithm>
#include <set>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::days answersFor{7};

bool mayGoDown(const Target& target) { return target.enabled && transportOf(target.probe) != Transport::Icmp; }

} // namespace

Scene::Scene(const Incident& its_incident, const Case& its_case) : incident(its_incident), given(its_case) {
    for (const Member& member : incident.members)
        if (const Target* const target = given.watchlist.find(member.target)) {
            down.push_back(target);
            onsets.push_back({member.target, member.began()});
        }
    for (const Target& target : given.watchlist.targets) {
        if (incident.isExcluded(target.id)) {
            continue;
        } else if (isDown(target)) {
            watched.push_back(&target);
        } else if (mayGoDown(target) && wasDownBefore(target)) {
            silentBefore.push_back(&target);
        } else if (mayGoDown(target) && answeredBefore(target)) {
            watched.push_back(&target);
            if (wentOnAnswering(target))
                answering.push_back(&target);
        }
    }
    int often = 0;
    for (const Target* const target : watched)
        if (target->interval <= std::chrono::seconds(given.thresholds.coverageInterval_s)) {
            coverage += coverageOf(*target);
            ++often;
        }
    coverage = often > 0 ? coverage / often : 0;
    for (const Member& member : incident.members)
        if (const Target* const target = given.watchlist.find(member.target);
            target != nullptr && (member.rank == 1 || incident.members.size() == 1))
            startUnseen = startUnseen || isUnseen(member, *target);
    if (given.spans.contains(ownLineId))
        for (const Span& span : spansWithin(lane(ownLineId), start()))
            if (span.verdict != Verdict::Up && span.reason != Reason::LineUntested)
                lineTrouble += span.range.length();
}

const std::vector<Span>& Scene::lane(TargetId id) const {
    static const std::vector<Span> none;
    const auto found = given.spans.find(id);
    return found == given.spans.end() ? none : found->second;
}

bool Scene::isDown(const Target& target) const { return incident.member(target.id) != nullptr; }

bool Scene::wasBlocked(const Target& target) const {
    const TimeRange when{incident.began.by - answersFor, incident.end(given.now)};
    return target.enabled && !incident.isExcluded(target.id) &&
           std::ranges::any_of(spansWithin(lane(target.id), when),
                               [](const Span& span) { return span.verdict == Verdict::BlockedHere; });
}

std::string Scene::addressOf(const Target& target) const {
    const auto found = given.addresses.find(target.id);
    return found == given.addresses.end() ? hostOf(target.probe) : found->second;
}

TimeRange Scene::start() const {
    const UtcTime after = incident.began.after.value_or(incident.began.by);
    const UtcTime end = incident.began.by + std::chrono::seconds(given.thresholds.coverageAfter_s);
    // What comes after the end of a short one is no part of it: it is the same whenever somebody asks.
    return {after - std::chrono::seconds(given.thresholds.coverageBefore_s), std::min(end, incident.end(given.now))};
}

bool Scene::inTwoLayers(const std::vector<const Target*>& targets) const {
    std::set<Layer> layers;
    for (const Target* const target : targets)
        layers.insert(target->layer);
    return layers.size() >= 2;
}

bool Scene::answersWithin(TargetId id, TimeRange range) const {
    const auto& spans = lane(id);
    auto span = std::lower_bound(spans.begin(), spans.end(), range.begin,
                                 [](const Span& each, UtcTime begin) { return each.range.end <= begin; });
    for (; span != spans.end() && span->range.begin < range.end; ++span)
        if (answers(span->verdict))
            return true;
    return false;
}

// In this vantage epoch.
bool Scene::answeredBefore(const Target& target) const {
    UtcTime from = incident.began.by - answersFor;
    for (const UtcTime change : epochChanges(given.events))
        if (change <= incident.began.by)
            from = std::max(from, change);
    return answersWithin(target.id, {from, incident.began.by});
}

bool Scene::wasDownBefore(const Target& target) const {
    const UtcTime began = incident.began.after.value_or(incident.began.by);
    const auto& spans = lane(target.id);
    return std::any_of(spans.begin(), spans.end(), [began](const Span& span) {
        return span.verdict == Verdict::Down && span.range.begin < began && span.range.end > began;
    });
}

// When more than half of DN had come back for good.
UtcTime Scene::mostBack() const {
    std::vector<UtcTime> ends;
    for (const Member& member : incident.members)
        ends.push_back(member.ended() ? member.ended()->by : incident.end(given.now));
    const auto most = ends.begin() + std::ssize(ends) / 2;
    std::ranges::nth_element(ends, most);
    return *most;
}

// For at least half of the time after all of DN had stopped, with time for its own next check, and before more than
// half of them were back.
bool Scene::wentOnAnswering(const Target& target) const {
    UtcTime last = incident.began.by;
    for (const Ranged& onset : onsets) {
        const Target* const member = given.watchlist.find(onset.target);
        if (member->interval <= std::chrono::seconds(given.thresholds.coverageInterval_s))
            last = std::max(last, onset.range.by);
    }
    const UtcTime end = mostBack();
    const UtcTime spoken = std::min(last + target.interval * 5 / 4 + target.timeout, end - 1ms);
    const UtcTime from = std::max(spoken, incident.began.by);
    std::chrono::milliseconds answered{0}, known{0};
    for (const Span& span : spansWithin(lane(target.id), {from, std::max(end, from + 1ms)})) {
        known += span.verdict == Verdict::NotMonitored ? 0ms : span.range.length();
        answered += answers(span.verdict) ? span.range.length() : 0ms;
    }
    return answered > 0ms && 2 * answered >= known;
}

double Scene::coverageOf(const Target& target) const { return sharesOf(lane(target.id), start()).coverage; }

// Asleep, another line, or no judged check for too long while it stopped.
bool Scene::isUnseen(const Member& member, const Target& target) const {
    const Onset& began = member.began();
    if (!began.after)
        return true;
    const TimeRange range{*began.after, began.by};
    for (const UtcTime change : epochChanges(given.events))
        if (range.contains(change))
            return true;
    const auto longest = std::max<std::chrono::milliseconds>(given.thresholds.unseenIntervals * target.interval,
                                                             std::chrono::seconds(given.thresholds.unseen_s));
    for (const Span& span : spansWithin(lane(target.id), range)) {
        const bool judged = saysSomething(span.verdict);
        if (span.verdict == Verdict::NotMonitored || (!judged && span.range.length() > longest))
            return true;
    }
    // The last answer speaks for a while after it, which hides a stretch without checks.
    return member.downTimes.front().firstFailure() - *began.after > longest + target.interval / 4 + 60s;
}

// Its last answer speaks no longer, and may have been given before anything failed.
bool Scene::isUnasked(const Target& target) const {
    if (isDown(target) || target.interval <= std::chrono::seconds(given.thresholds.coverageInterval_s))
        return false;
    const std::chrono::milliseconds speaks = std::min<std::chrono::milliseconds>(
        given.settings.stale_intervals * target.interval, std::chrono::seconds(given.settings.stale_cap_s));
    const UtcTime failed = incident.firstFailure(), end = incident.end(given.now);
    UtcTime answered = UtcTime::min();
    for (const Span& span : spansWithin(lane(target.id), {failed - speaks, end}))
        if (answers(span.verdict))
            answered = std::max(answered, span.range.end);
    return answered < end && answered <= failed + speaks;
}

bool Scene::anybodyAnswered(UtcTime from) const {
    const UtcTime end = std::max(incident.end(given.now), from);
    return std::any_of(watched.begin(), watched.end(), [&](const Target* target) {
        return answersWithin(target->id, {from, end});
    });
}

int Scene::cycles() const {
    std::vector<std::pair<UtcTime, int>> changes;
    for (const Member& member : incident.members)
        for (const DownTime& time : member.downTimes) {
            changes.emplace_back(time.firstFailure(), 1);
            if (time.ended)
                changes.emplace_back(time.lastSeen(), -1);
        }
    std::sort(changes.begin(), changes.end());
    const int half = (static_cast<int>(watched.size()) + 1) / 2;
    std::vector<std::pair<UtcTime, UtcTime>> falls; // and the return after each
    int silent = 0;
    std::optional<UtcTime> fell;
    for (const auto& [at, change] : changes) {
        silent += change;
        if (!fell && silent >= half)
            fell = at;
        else if (fell && silent < half)
            falls.emplace_back(*std::exchange(fell, std::nullopt), at);
    }
    int most = 0;
    for (std::size_t first = 0; first < falls.size(); ++first) {
        const auto within = [&](const auto& fall) {
            return fall.second - falls[first].first <= std::chrono::seconds(given.thresholds.cyclesWithin_s);
        };
        const auto begin = falls.begin() + static_cast<std::ptrdiff_t>(first);
        most = std::max(most, static_cast<int>(std::count_if(begin, falls.end(), within)));
    }
    return most;
}

} // namespace kpwatch
