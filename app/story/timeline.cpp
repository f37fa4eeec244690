// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/timeline.h"

#include "app/story/state_track.h"

#include <algorithm>
#include <functional>
#include <set>

namespace kpwatch {

namespace {

Span notStarted(UtcTime begin, UtcTime end) {
    return {{begin, end}, Verdict::NotMonitored, Reason::NotStarted, {}, {}, {}};
}

void append(std::vector<Span>& spans, Span span) {
    if (!spans.empty() && spans.back().range.end == span.range.begin && spans.back().verdict == span.verdict &&
        spans.back().reason == span.reason && spans.back().onset == span.onset && spans.back().ended == span.ended &&
        spans.back().note == span.note)
        spans.back().range.end = span.range.end;
    else
        spans.push_back(std::move(span));
}

const Span* spanAt(const std::vector<Span>& spans, UtcTime time) {
    const auto after = std::upper_bound(spans.begin(), spans.end(), time,
                                        [](UtcTime moment, const Span& span) { return moment < span.range.begin; });
    return after != spans.begin() && std::prev(after)->range.contains(time) ? &*std::prev(after) : nullptr;
}

// Cuts the lanes wherever one of them changes and lets `choose` name the state of each piece.
using Lanes = std::vector<const std::vector<Span>*>;
std::vector<Span> merged(const Lanes& lanes,
                         const std::function<Span(const std::vector<const Span*>&, TimeRange)>& choose) {
    std::set<UtcTime> cuts;
    for (const auto* const lane : lanes)
        for (const Span& span : *lane) {
            cuts.insert(span.range.begin);
            cuts.insert(span.range.end);
        }
    std::vector<Span> spans;
    for (auto cut = cuts.begin(); cut != cuts.end() && std::next(cut) != cuts.end(); ++cut) {
        std::vector<const Span*> here;
        here.reserve(lanes.size());
        for (const auto* const lane : lanes)
            here.push_back(spanAt(*lane, *cut));
        Span span = choose(here, {*cut, *std::next(cut)});
        span.range = {*cut, *std::next(cut)};
        append(spans, std::move(span));
    }
    return spans;
}

// What a group of lanes says when it is neither all down nor partly: the best state that says something, else the
// first of the precedence of the rules.
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

std::string countNote(int answering, int members) {
    return std::to_string(answering) + " of " + std::to_string(members) + " answer";
}

bool answers(Verdict verdict) {
    return verdict == Verdict::Up || verdict == Verdict::Degraded || verdict == Verdict::ErrorPage;
}

// Down members make a group degraded only beside one that answers; a member nothing is known of does not.
struct Tally {
    int down = 0, answering = 0, members = 0;
    void add(Verdict verdict) {
        ++members;
        down += verdict == Verdict::Down ? 1 : 0;
        answering += answers(verdict) ? 1 : 0;
    }
    bool allDown() const { return down > 0 && down == members; }
    bool partly() const { return down > 0 && answering > 0; }
};

// The whole group's onset: it is down since its last member is.
std::optional<Onset> latestOnset(const std::vector<const Span*>& members) {
    std::optional<Onset> latest;
    for (const Span* const span : members)
        if (span->onset && (!latest || span->onset->by > latest->by))
            latest = span->onset;
    return latest;
}

Span groupSpan(const std::vector<const Span*>& members, TimeRange range) {
    Tally tally;
    const Span* best = nullptr;
    for (const Span* const span : members) {
        if (span == nullptr)
            return notStarted(range.begin, range.end);
        tally.add(span->verdict);
        if (best == nullptr || rankOf(span->verdict) < rankOf(best->verdict))
            best = span;
    }
    if (best == nullptr)
        return notStarted(range.begin, range.end);
    if (tally.allDown())
        return {range, Verdict::Down, Reason::None, latestOnset(members), {}, best->note};
    if (tally.partly())
        return {range, Verdict::Degraded, Reason::None, {}, {}, countNote(tally.answering, tally.members)};
    return *best;
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

std::string groupLabel(const std::string& id) {
    if (id == "name-servers")
        return "Name servers";
    if (id == "mail")
        return "Mail servers";
    if (id == "routers")
        return "Routers";
    return id;
}

Lane finished(Lane lane, TimeRange range) {
    lane.spans = spansWithin(lane.spans, range);
    lane.shares = sharesOf(lane.spans, range);
    return lane;
}

const std::vector<Span>& spansOf(const TargetSpans& spans, TargetId id) {
    static const std::vector<Span> none;
    const auto found = spans.find(id);
    return found == spans.end() ? none : found->second;
}

} // namespace

std::vector<Span> spansWithin(const std::vector<Span>& spans, TimeRange range) {
    std::vector<Span> within;
    UtcTime reached = range.begin;
    for (const Span& span : spans) {
        const UtcTime begin = std::max(span.range.begin, reached);
        const UtcTime end = std::min(span.range.end, range.end);
        if (begin >= end)
            continue;
        if (begin > reached)
            append(within, notStarted(reached, begin));
        Span cut = span;
        cut.range = {begin, end};
        append(within, std::move(cut));
        reached = end;
    }
    if (reached < range.end)
        append(within, notStarted(reached, range.end));
    return within;
}

Shares sharesOf(const std::vector<Span>& spans, TimeRange range) {
    std::chrono::milliseconds judged{0};
    std::chrono::milliseconds down{0};
    std::chrono::milliseconds absent{0};
    for (const Span& span : spansWithin(spans, range)) {
        if (saysSomething(span.verdict))
            judged += span.range.length();
        if (span.verdict == Verdict::Down)
            down += span.range.length();
        if (span.verdict == Verdict::NotMonitored)
            absent += span.range.length();
    }
    Shares shares;
    const auto length = static_cast<double>(range.length().count());
    if (length <= 0)
        return shares;
    if (judged.count() > 0)
        shares.upShare = static_cast<double>((judged - down).count()) / static_cast<double>(judged.count());
    shares.monitoredShare = 1.0 - static_cast<double>(absent.count()) / length;
    shares.coverage = static_cast<double>(judged.count()) / length;
    return shares;
}

std::vector<Span> siteSpans(const std::vector<Span>& http, const std::vector<std::vector<Span>>& others) {
    if (others.empty())
        return http;
    Lanes lanes{&http};
    for (const auto& lane : others)
        lanes.push_back(&lane);
    return merged(lanes, [](const std::vector<const Span*>& here, TimeRange range) {
        if (here.front() == nullptr)
            return notStarted(range.begin, range.end);
        Tally tally;
        for (const Span* const span : here)
            tally.add(span == nullptr ? Verdict::Unknown : span->verdict);
        if (here.front()->verdict == Verdict::Up && tally.down > 0)
            return Span{range, Verdict::Degraded, Reason::None, {}, {}, countNote(tally.answering, tally.members)};
        return *here.front();
    });
}

std::vector<Span> groupSpans(const std::vector<std::vector<Span>>& members) {
    Lanes lanes;
    lanes.reserve(members.size());
    for (const auto& lane : members)
        lanes.push_back(&lane);
    return members.size() == 1 ? members.front() : merged(lanes, groupSpan);
}

namespace {

Lane siteLane(const Site& site, const Watchlist& watchlist, const TargetSpans& spans, TimeRange range) {
    Lane lane{site.id, LaneKind::Site, site.label, site.shortLabel, site.host, {}, {}, {}};
    const std::vector<Span>* http = nullptr;
    std::vector<std::vector<Span>> others;
    for (const Target& target : watchlist.targets) {
        if (!isEnabledIn(target, site.id, {}))
            continue;
        lane.targets.push_back(target.name);
        const auto& own = spansOf(spans, target.id);
        if (target.layer == Layer::Http && http == nullptr)
            http = &own;
        else
            others.push_back(spansWithin(own, range));
    }
    if (http == nullptr) // a site watched without its pages is what its other targets are together
        lane.spans = others.empty() ? std::vector<Span>{} : groupSpans(others);
    else
        lane.spans = siteSpans(spansWithin(*http, range), others);
    return finished(std::move(lane), range);
}

Lane groupLane(const std::string& id, const Watchlist& watchlist, const TargetSpans& spans, TimeRange range) {
    Lane lane{id, LaneKind::Group, groupLabel(id), groupLabel(id), {}, {}, {}, {}};
    std::vector<std::vector<Span>> members;
    for (const Target& target : watchlist.targets)
        if (isEnabledIn(target, {}, id)) {
            lane.targets.push_back(target.name);
            members.push_back(spansWithin(spansOf(spans, target.id), range));
        }
    lane.spans = groupSpans(members);
    return finished(std::move(lane), range);
}

} // namespace

Timeline timelineOf(const Watchlist& watchlist, const TargetSpans& spans, TimeRange range, UtcTime now) {
    Timeline timeline;
    timeline.range = {range.begin, std::max(range.begin, std::min(range.end, now))};
    timeline.now = now;
    for (const Site& site : watchlist.sites) {
        Lane lane = siteLane(site, watchlist, spans, timeline.range);
        if (!lane.targets.empty())
            timeline.lanes.push_back(std::move(lane));
    }
    for (const std::string& id : groupIds(watchlist))
        timeline.lanes.push_back(groupLane(id, watchlist, spans, timeline.range));
    timeline.lanes.push_back(
        finished({"own-line", LaneKind::OwnLine, "Our own line", "Our line", {}, {}, spansOf(spans, ownLineId), {}},
                 timeline.range));
    return timeline;
}

namespace {

const TargetStatus* statusOf(const std::vector<TargetStatus>& targets, TargetId id) {
    const auto found =
        std::find_if(targets.begin(), targets.end(), [id](const TargetStatus& status) { return status.id == id; });
    return found == targets.end() ? nullptr : &*found;
}

// The present moment of lanes as spans of no length known, so that the one rule for lanes serves here too.
Span nowOf(const TargetStatus& status) {
    return {{status.since.value_or(UtcTime{}), UtcTime::max()}, status.state, status.reason, status.onset, {}, {}};
}

// What the members are together, and since when: since the latest of them began to make it so.
struct Together {
    Verdict state;
    std::optional<UtcTime> since;
};
Together together(const std::vector<const TargetStatus*>& members,
                  const std::function<Span(const std::vector<const Span*>&)>& choose) {
    std::vector<Span> spans;
    spans.reserve(members.size());
    for (const TargetStatus* const member : members)
        spans.push_back(nowOf(*member));
    std::vector<const Span*> here;
    here.reserve(spans.size());
    for (const Span& span : spans)
        here.push_back(&span);
    const Verdict state = choose(here).verdict;
    std::optional<UtcTime> since;
    for (const TargetStatus* const member : members) {
        const bool makes_it_so =
            member->state == state || (state == Verdict::Degraded && member->state == Verdict::Down);
        if (!makes_it_so || !member->since)
            continue;
        const bool later = state == Verdict::Down; // all of them; else one is enough
        since = !since ? member->since : later ? std::max(*since, *member->since) : std::min(*since, *member->since);
    }
    return {state, since};
}

std::vector<const TargetStatus*> membersOf(const Watchlist& watchlist, const std::vector<TargetStatus>& targets,
                                           const std::string& site, const std::string& group) {
    std::vector<const TargetStatus*> members;
    for (const Target& target : watchlist.targets)
        if (isEnabledIn(target, site, group))
            if (const TargetStatus* const status = statusOf(targets, target.id))
                members.push_back(status);
    return members;
}

Span asGroup(const std::vector<const Span*>& here) { return groupSpan(here, {}); }

} // namespace

std::vector<SiteStatus> siteStatuses(const Watchlist& watchlist, const std::vector<TargetStatus>& targets) {
    std::vector<SiteStatus> statuses;
    for (const Site& site : watchlist.sites) {
        std::vector<const TargetStatus*> members = membersOf(watchlist, targets, site.id, {});
        if (members.empty())
            continue;
        const auto http = std::find_if(members.begin(), members.end(), [&](const TargetStatus* status) {
            return watchlist.find(status->id)->layer == Layer::Http;
        });
        if (http == members.end()) {
            const Together all = together(members, asGroup);
            statuses.push_back({site.id, site.label, all.state, all.since});
            continue;
        }
        const bool other_down = std::any_of(members.begin(), members.end(), [&](const TargetStatus* status) {
            return status != *http && status->state == Verdict::Down;
        });
        if ((*http)->state == Verdict::Up && other_down) {
            const Together all = together(members, asGroup);
            statuses.push_back({site.id, site.label, Verdict::Degraded, all.since});
        } else {
            statuses.push_back({site.id, site.label, (*http)->state, (*http)->since});
        }
    }
    return statuses;
}

std::vector<GroupStatus> groupStatuses(const Watchlist& watchlist, const std::vector<TargetStatus>& targets) {
    std::vector<GroupStatus> statuses;
    for (const std::string& id : groupIds(watchlist)) {
        const auto members = membersOf(watchlist, targets, {}, id);
        const Together all = together(members, asGroup);
        const auto answering = std::count_if(members.begin(), members.end(),
                                             [](const TargetStatus* status) { return answers(status->state); });
        statuses.push_back({id, all.state, all.since, static_cast<int>(answering), static_cast<int>(members.size())});
    }
    return statuses;
}

LiveStatus liveStatus(const Judge& judge, const Watchlist& watchlist) {
    LiveStatus live;
    live.asOf = judge.clock();
    for (const Target& target : watchlist.targets)
        if (target.enabled)
            live.targets.push_back(judge.status(target.id));
    live.sites = siteStatuses(watchlist, live.targets);
    live.groups = groupStatuses(watchlist, live.targets);
    live.ownLine = judge.ownLine();
    return live;
}

} // namespace kpwatch
