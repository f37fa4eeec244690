// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes as people read them, put together from the spans of targets: sites, groups, our own line; and their shares.
// Pure values and functions; any thread.
#pragma once

#include "app/story/judge.h"

namespace kpwatch {

enum class LaneKind { Site, Group, Target, Routes, OwnLine };

struct Shares {
    std::optional<double> upShare; // (judged - down - gone briefly) / judged; null if nothing was judged
    double monitoredShare = 0;     // 1 - not-monitored / length
    double coverage = 0;           // judged / length; judged = up + degraded + error-page + down
};

// Of the times that a range cuts, the parts on both sides of it, so that how long something lasted is the same in every
// view. No further than `reachBeyond`, but for a down time, which is there with what stood beside it.
struct Beyond {
    std::vector<Span> before,
        after; // gap-free from where they begin to the range, and from the range to where they end
    bool operator==(const Beyond&) const = default;
};
constexpr std::chrono::days reachBeyond{8};

struct Lane {
    std::string id; // site id, group id, target slug, "routes-china", "routes-russia-175.45.177.0/24", or "own-line"
    LaneKind kind = LaneKind::Target;
    std::string label, shortLabel, host; // as in the watchlist; empty host where there is none
    std::vector<std::string> targets;    // slugs that feed it; of routes the ids of their blocks' lanes
    std::vector<Span> spans;             // disjoint, gap-free over the timeline's range
    Shares shares;
    std::chrono::seconds interval{0}; // how often its first target is asked
    Beyond beyond{};
};

struct Timeline {
    TimeRange range; // end is clipped to now
    UtcTime now;
    bool simulated = false;
    std::vector<Lane> lanes; // sites, then groups, then our own line; watchlist order
};

using TargetSpans = std::map<TargetId, std::vector<Span>>; // also ownLineId

// Spans clipped to a range and made gap-free over it (what is missing is not-monitored, reason not-started).
std::vector<Span> spansWithin(const std::vector<Span>& spans, TimeRange range);
Beyond beyond(const std::vector<Span>& spans, TimeRange range, UtcTime now);
Shares sharesOf(const std::vector<Span>& spans, TimeRange range);
// Gives a lane what of these spans lies within the range, what lies beyond it up to now, and its shares.
void show(Lane& lane, const std::vector<Span>& spans, TimeRange range, UtcTime now);

// A site's state is that of its HTTP target; degraded if that is up and another target of its own is down.
std::vector<Span> siteSpans(const std::vector<Span>& http, const std::vector<std::vector<Span>>& others);
// All down -> down, some -> degraded, else the best state that says something.
std::vector<Span> groupSpans(const std::vector<std::vector<Span>>& members);

// Sites and groups with at least one enabled target, then our own line. What the spans tell beyond the range goes into
// the lanes' `beyond`, up to `now`.
Timeline timelineOf(const Watchlist& watchlist, const TargetSpans& spans, TimeRange range, UtcTime now);

struct SiteStatus {
    std::string id, label;
    Verdict state = Verdict::NotMonitored;
    std::optional<UtcTime> since;
    Reason reason = Reason::None; // of the target that speaks for the site; None where several do
    bool checked = true;          // since watching began; of one that has not been, nothing can be known yet
    bool known = false;           // it has answered or been silent at some time
};
struct GroupStatus {
    std::string id;
    Verdict state = Verdict::NotMonitored;
    std::optional<UtcTime> since;
    int answering = 0, members = 0;
};
std::vector<SiteStatus> siteStatuses(const Watchlist& watchlist, const std::vector<TargetStatus>& targets);
std::vector<GroupStatus> groupStatuses(const Watchlist& watchlist, const std::vector<TargetStatus>& targets);

// Everything the live view and `status` show, at one moment.
struct LiveStatus {
    UtcTime asOf;
    std::vector<TargetStatus> targets; // enabled ones, watchlist order
    std::vector<SiteStatus> sites;
    std::vector<GroupStatus> groups;
    OwnLineStatus ownLine;
};
LiveStatus liveStatus(const Judge& judge, const Watchlist& watchlist);

} // namespace kpwatch
