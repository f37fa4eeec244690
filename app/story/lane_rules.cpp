// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/lane_rules.h"

#include "app/story/span_list.h"
#include "app/story/state_track.h"

#include <algorithm>
#include <set>

namespace kpwatch {

namespace {

// The best state first; what says nothing about them comes after what does.
int rankOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Up:
        return 0;
    case Verdict::Degraded:
        return 1;
    case Verdict::ErrorPage:
        return 2;
    case Verdict::Down:
        return 3;
    case Verdict::OwnConnectionDown:
        return 4;
    case Verdict::Unknown:
        return 5;
    case Verdict::BlockedHere:
        return 6;
    case Verdict::NotMonitored:
        return 7;
    }
    return 8;
}

struct Tally {
    int down = 0, answering = 0, members = 0;
    void add(const Span* member) {
        ++members;
        down += member != nullptr && member->verdict == Verdict::Down ? 1 : 0;
        answering += member != nullptr && answers(member->verdict) ? 1 : 0;
    }
    std::string note() const { return std::to_string(answering) + " of " + std::to_string(members) + " answer"; }
};

// A whole group is down since its last member is.
std::optional<Onset> latestOnset(const Members& members) {
    std::optional<Onset> latest;
    for (const Span* const member : members)
        if (member->onset && (!latest || member->onset->by > latest->by))
            latest = member->onset;
    return latest;
}

// Cuts the lanes wherever one of them changes and lets `choose` name the state of each piece.
template <typename Choose>
std::vector<Span> merged(const std::vector<const std::vector<Span>*>& lanes, const Choose& choose) {
    std::set<UtcTime> cuts;
    for (const auto* const lane : lanes)
        for (const Span& span : *lane) {
            cuts.insert(span.range.begin);
            cuts.insert(span.range.end);
        }
    std::vector<Span> spans;
    for (auto cut = cuts.begin(); cut != cuts.end() && std::next(cut) != cuts.end(); ++cut) {
        Members here;
        here.reserve(lanes.size());
        for (const auto* const lane : lanes)
            here.push_back(spanAt(*lane, *cut));
        const TimeRange piece{*cut, *std::next(cut)};
        Span span = choose(here, piece);
        span.range = piece;
        append(spans, std::move(span));
    }
    return spans;
}

} // namespace

bool answers(Verdict verdict) {
    return verdict == Verdict::Up || verdict == Verdict::Degraded || verdict == Verdict::ErrorPage;
}

// Of some of whom it is not known whether they answer, and of the others that they do not: not known.
Span groupSpan(const Members& members, TimeRange range) {
    Tally tally;
    const Span* best = nullptr;
    const Span* unknown = nullptr;
    const auto isBetter = [](const Span* member, const Span* than) {
        return than == nullptr || rankOf(member->verdict) < rankOf(than->verdict);
    };
    for (const Span* const member : members) {
        if (member == nullptr)
            return notStarted(range);
        if (isBetter(member, best))
            best = member;
        if (member->reason == Reason::NeverAnswered)
            continue;
        tally.add(member);
        if (!saysSomething(member->verdict) && isBetter(member, unknown))
            unknown = member;
    }
    if (best == nullptr)
        return notStarted(range);
    if (tally.down > 0 && tally.down == tally.members)
        return {range, Verdict::Down, Reason::None, latestOnset(members), {}, best->note};
    if (tally.down > 0 && tally.answering == 0)
        return *unknown;
    if (tally.down > 0)
        return {range, Verdict::Degraded, Reason::None, {}, {}, tally.note()};
    return *best;
}

Span siteSpan(const Members& members, TimeRange range) {
    if (members.empty() || members.front() == nullptr)
        return notStarted(range);
    Tally tally;
    for (const Span* const member : members)
        tally.add(member);
    if (members.front()->verdict == Verdict::Up && tally.down > 0)
        return {range, Verdict::Degraded, Reason::None, {}, {}, tally.note()};
    return *members.front();
}

std::vector<Span> siteSpans(const std::vector<Span>& http, const std::vector<std::vector<Span>>& others) {
    if (others.empty())
        return http;
    std::vector<const std::vector<Span>*> lanes{&http};
    for (const auto& lane : others)
        lanes.push_back(&lane);
    return merged(lanes, siteSpan);
}

std::vector<Span> groupSpans(const std::vector<std::vector<Span>>& members) {
    if (members.size() == 1)
        return members.front();
    std::vector<const std::vector<Span>*> lanes;
    lanes.reserve(members.size());
    for (const auto& lane : members)
        lanes.push_back(&lane);
    return merged(lanes, groupSpan);
}

bool isEnabledIn(const Target& target, const std::string& site, const std::string& group) {
    return target.enabled && target.site == site && target.group == group;
}

std::vector<std::string> groupIds(const Watchlist& watchlist) {
    std::vector<std::string> ids;
    for (const Target& target : watchlist.targets)
        if (target.enabled && !target.group.empty() && std::find(ids.begin(), ids.end(), target.group) == ids.end())
            ids.push_back(target.group);
    return ids;
}

} // namespace kpwatch
