// SPDX-License-Identifier: GPL-3.0-or-later
// Sites and groups at the present moment, by the same rules as their lanes.
#include "app/story/lane_rules.h"

#include <algorithm>

namespace kpwatch {

namespace {

using Statuses = std::vector<const TargetStatus*>;

// In watchlist order, a site's HTTP target first.
Statuses membersOf(const Watchlist& watchlist, const std::vector<TargetStatus>& targets, const std::string& site,
                   const std::string& group) {
    Statuses members;
    for (const Target& target : watchlist.targets) {
        const auto found = std::find_if(targets.begin(), targets.end(),
                                        [&](const TargetStatus& status) { return status.id == target.id; });
        if (isEnabledIn(target, site, group) && found != targets.end())
            members.push_back(&*found);
    }
    std::stable_partition(members.begin(), members.end(), [&](const TargetStatus* status) {
        return !site.empty() && watchlist.find(status->id)->layer == Layer::Http;
    });
    return members;
}

bool ledByHttp(const Watchlist& watchlist, const Statuses& members) {
    return !members.empty() && watchlist.find(members.front()->id)->layer == Layer::Http;
}

Verdict together(const Statuses& members, Span (*rule)(const Members&, TimeRange)) {
    std::vector<Span> spans;
    spans.reserve(members.size());
    for (const TargetStatus* const member : members)
        spans.push_back({{}, member->state, member->reason, {}, {}, {}});
    Members here;
    here.reserve(spans.size());
    for (const Span& span : spans)
        here.push_back(&span);
    return rule(here, {}).verdict;
}

// All are down since the last of them is; anything else has been so since the first that makes it so.
std::optional<UtcTime> sinceWhen(const Statuses& members, Verdict state) {
    std::optional<UtcTime> since;
    for (const TargetStatus* const member : members) {
        const bool makes_it_so =
            member->state == state || (state == Verdict::Degraded && member->state == Verdict::Down);
        if (!makes_it_so || !member->since)
            continue;
        const auto& other = *member->since;
        since = !since ? other : state == Verdict::Down ? std::max(*since, other) : std::min(*since, other);
    }
    return since;
}

} // namespace

std::vector<SiteStatus> siteStatuses(const Watchlist& watchlist, const std::vector<TargetStatus>& targets) {
    std::vector<SiteStatus> statuses;
    for (const Site& site : watchlist.sites) {
        const Statuses members = membersOf(watchlist, targets, site.id, {});
        if (members.empty())
            continue;
        const bool http = ledByHttp(watchlist, members);
        const Verdict state = together(members, http ? siteSpan : groupSpan);
        const auto any_speaker = [&](const auto& has) {
            return http ? has(members.front()) : std::any_of(members.begin(), members.end(), has);
        };
        const bool its_own = http && state == members.front()->state;
        statuses.push_back({site.id, site.label, state, its_own ? members.front()->since : sinceWhen(members, state),
                            its_own ? members.front()->reason : Reason::None,
                            any_speaker([](const TargetStatus* each) { return each->lastCheck.has_value(); }),
                            any_speaker([](const TargetStatus* each) { return each->lastKnown.has_value(); })});
    }
    return statuses;
}

std::vector<GroupStatus> groupStatuses(const Watchlist& watchlist, const std::vector<TargetStatus>& targets) {
    std::vector<GroupStatus> statuses;
    for (const std::string& id : groupIds(watchlist)) {
        const Statuses members = membersOf(watchlist, targets, {}, id);
        const auto answering = std::count_if(members.begin(), members.end(),
                                             [](const TargetStatus* status) { return answers(status->state); });
        const Verdict state = together(members, groupSpan);
        statuses.push_back(
            {id, state, sinceWhen(members, state), static_cast<int>(answering), static_cast<int>(members.size())});
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
