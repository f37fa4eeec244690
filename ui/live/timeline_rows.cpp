// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/timeline_rows.h"

#include "app/words/label.h"
#include "app/words/tr.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace kpwatch {

using words::Tr;

bool showsShares(TimeRange range) { return range.length() >= std::chrono::hours{24 * 30}; }

static QString headingOf(LaneKind kind) {
    switch (kind) {
    case LaneKind::Site:
        return Tr::tr("SITES");
    case LaneKind::Group:
    case LaneKind::Target:
        return Tr::tr("WHAT CARRIES THE SITES");
    case LaneKind::Routes:
        return Tr::tr("ROUTES, SEEN BY OTHERS (RIPE NCC RIS)");
    case LaneKind::OwnLine:
        return Tr::tr("OUR OWN LINE");
    }
    return {};
}

static Verdict stateAtEnd(const Lane& lane) {
    return lane.spans.empty() ? Verdict::NotMonitored : lane.spans.back().verdict;
}

static QString answering(int answer, int of) { return Tr::tr("%1 of %2 answer").arg(answer).arg(of); }

static bool isLoud(Verdict state) {
    switch (state) {
    case Verdict::Degraded:
    case Verdict::ErrorPage:
    case Verdict::Down:
    case Verdict::BlockedHere:
    case Verdict::OwnConnectionDown:
        return true;
    case Verdict::Unknown:
    case Verdict::Up:
    case Verdict::NotMonitored:
        return false;
    }
    return true;
}

QString whyOff(const Lane& lane, const SwitchedOff& switched_off) {
    const bool target = lane.kind == LaneKind::Target;
    const std::vector<std::string> feeds = target ? std::vector{lane.id} : lane.targets;
    const bool off = !feeds.empty() &&
                     std::ranges::all_of(feeds, [&](const std::string& slug) { return switched_off.contains(slug); });
    return off ? switched_off.at(feeds.front()) : QString();
}

// "240 of 320", of the networks that see a route.
static QString seenBy(const Span& span) {
    static const QRegularExpression counts(QStringLiteral(R"(^(\d+) of (\d+) networks)"));
    const auto its = counts.match(words::cleaned(span.note));
    return its.hasMatch() ? Tr::tr("%1 of %2", "counts alone").arg(its.captured(1), its.captured(2)) : QString();
}

static void sayRoutes(TimelineRow& row, const Span& last) {
    row.state = last.verdict;
    row.value = words::state(LaneKind::Routes, row.state);
    if (row.state == Verdict::Up || row.state == Verdict::Degraded)
        if (const QString count = seenBy(last); !count.isEmpty())
            row.value = count;
}

// What was at the end of a past range is not how it is now, and of these lanes nothing else is at hand.
static void sayNothing(TimelineRow& row) {
    row.state = Verdict::Unknown;
    row.value = QStringLiteral("–");
}

static void sayPast(TimelineRow& row, const LiveStatus& live, const RoutesNow& routes) {
    const auto isLane = [&](const auto& status) { return status.id == row.lane->id; };
    switch (row.lane->kind) {
    case LaneKind::Site: // who is not watched any more
        if (std::ranges::none_of(live.sites, isLane))
            sayNothing(row);
        break;
    case LaneKind::Group:
        if (std::ranges::none_of(live.groups, isLane))
            sayNothing(row);
        break;
    case LaneKind::Routes:
        if (const auto now = routes.find(row.lane->id); now != routes.end())
            sayRoutes(row, now->second);
        else
            sayNothing(row);
        break;
    case LaneKind::Target:
        sayNothing(row);
        break;
    case LaneKind::OwnLine:
        break;
    }
}

static void sayLive(TimelineRow& row, const std::optional<LiveStatus>& live) {
    const Lane& lane = *row.lane;
    row.state = stateAtEnd(lane);
    row.value = words::state(lane.kind, row.state);
    if (lane.kind == LaneKind::Routes && !lane.spans.empty())
        sayRoutes(row, lane.spans.back());
    if (!lane.spans.empty() && lane.spans.back().reason == Reason::NotStarted)
        row.value = Tr::tr("Not started");
    if (!live)
        return;
    if (lane.kind == LaneKind::OwnLine) {
        row.state = live->ownLine.state;
        row.value = row.state == Verdict::OwnConnectionDown ? Tr::tr("Not working") : words::state(row.state);
        if (row.state == Verdict::Up)
            row.value = answering(live->ownLine.controlsUp, live->ownLine.controls);
    }
    const auto isLane = [&](const auto& status) { return status.id == lane.id; };
    if (const auto site = std::ranges::find_if(live->sites, isLane);
        lane.kind == LaneKind::Site && site != live->sites.end()) {
        row.state = site->state == Verdict::OwnConnectionDown ? Verdict::Unknown : site->state;
        row.value = words::state(row.state);
    }
    if (const auto group = std::ranges::find_if(live->groups, isLane);
        lane.kind == LaneKind::Group && group != live->groups.end()) {
        const bool counted = group->state == Verdict::Up || group->state == Verdict::Degraded ||
                             group->state == Verdict::ErrorPage || group->state == Verdict::Down;
        row.state = group->state == Verdict::OwnConnectionDown ? Verdict::Unknown : group->state;
        row.value = counted ? answering(group->answering, group->members) : words::state(row.state);
    }
}

// In the first seconds nothing has been seen, which is not the same as nobody looking.
static void sayCollecting(TimelineRow& row, const std::set<std::string>& waiting) {
    if (!waiting.contains(row.lane->id) || (row.state != Verdict::NotMonitored && row.state != Verdict::Unknown))
        return;
    row.state = Verdict::Unknown;
    row.value = Tr::tr("Collecting…");
}

static void sayOff(TimelineRow& row, const SwitchedOff& switched_off) {
    if (switched_off.empty() || row.lane->kind == LaneKind::OwnLine || whyOff(*row.lane, switched_off).isEmpty())
        return;
    row.state = Verdict::NotMonitored;
    row.value = Tr::tr("Switched off");
}

static void sayShares(TimelineRow& row) {
    const Shares& shares = row.lane->shares;
    const int covered = static_cast<int>(shares.coverage * 100); // rounded down: never more than was seen
    row.value =
        shares.upShare ? Tr::tr("%1 · %2 %").arg(words::percent(*shares.upShare)).arg(covered) : Tr::tr("nothing seen");
    row.loud = false;
}

void sayRow(TimelineRow& row, const TimelineData& data, const ViewState& view) {
    sayLive(row, data.live);
    if (data.live && view.range().end < data.timeline.now)
        sayPast(row, *data.live, data.routesNow);
    sayCollecting(row, data.waiting);
    sayOff(row, data.switchedOff);
    row.loud = isLoud(row.state);
    if (data.inShort)
        row.value = QStringLiteral("…");
    else if (showsShares(view.range()))
        sayShares(row);
}

std::optional<std::vector<std::string>> saidAnew(const std::optional<LiveStatus>& earlier,
                                                 const std::optional<LiveStatus>& later) {
    if (!earlier || !later || earlier->sites.size() != later->sites.size() ||
        earlier->groups.size() != later->groups.size())
        return std::nullopt;
    std::vector<std::string> changed;
    const auto compare = [&](const auto& before, const auto& after, const auto& said) {
        for (std::size_t i = 0; i < after.size(); ++i)
            if (said(before[i]) != said(after[i]))
                changed.push_back(after[i].id);
    };
    compare(earlier->sites, later->sites, [](const SiteStatus& site) { return std::pair(site.id, site.state); });
    compare(earlier->groups, later->groups,
            [](const GroupStatus& group) { return std::tuple(group.id, group.state, group.answering, group.members); });
    const auto own = [](const OwnLineStatus& line) { return std::tuple(line.state, line.controlsUp, line.controls); };
    if (own(earlier->ownLine) != own(later->ownLine))
        changed.emplace_back("own-line");
    return changed;
}

// `spread`: there is room for all, so that lanes of several targets are open unless they were closed.
static TimelineRow rowOf(const Lane& lane, RowKind kind, const TimelineData& data, const ViewState& view, bool spread) {
    TimelineRow row;
    row.kind = kind;
    row.lane = &lane;
    row.inShort = data.inShort;
    row.name = words::label(lane.label);
    row.shortName = words::label(lane.shortLabel.empty() ? lane.label : lane.shortLabel);
    row.fullName = row.name;
    sayRow(row, data, view);
    row.openable = kind == RowKind::Lane && lane.kind != LaneKind::OwnLine && !lane.targets.empty();
    row.open = row.openable && view.isOpen(lane.id) != (spread && lane.targets.size() > 1);
    row.pinned = lane.kind == LaneKind::OwnLine;
    if (const auto its = data.newQuestions.find(lane.id); its != data.newQuestions.end())
        row.newQuestions = its->second;
    return row;
}

// Their file tells of the past, so it is not a state that is told but what was seen, and how much of the time.
static TimelineRow rowOfDesk(const Lane& lane, RowKind kind, const QString& desk) {
    TimelineRow row;
    row.kind = kind;
    row.lane = &lane;
    row.others = true;
    row.name = words::label(lane.label);
    row.shortName = words::label(lane.shortLabel.empty() ? lane.label : lane.shortLabel);
    row.fullName = Tr::tr("%1, seen by %2").arg(row.name, desk);
    row.state = stateAtEnd(lane);
    const int covered = static_cast<int>(lane.shares.coverage * 100); // as ours
    if (lane.shares.upShare)
        row.value = Tr::tr("%1, %2 % seen").arg(words::percent(*lane.shares.upShare)).arg(covered);
    else if (std::ranges::find(lane.spans, Verdict::BlockedHere, &Span::verdict) != lane.spans.end())
        row.value = Tr::tr("blocked there");
    else
        row.value = Tr::tr("nothing seen");
    return row;
}

static TimelineRow rowOfAgreement(const Lane& lane, const std::vector<AgreementSpan>& spans, const QString& desk) {
    TimelineRow row;
    row.kind = RowKind::Agreement;
    row.lane = &lane;
    row.agreement = &spans;
    row.others = true;
    row.name = row.shortName = Tr::tr("as ours");
    row.fullName = Tr::tr("%1, compared with %2").arg(words::label(lane.label), desk);
    const std::optional<double> share = agreedShare(spans);
    row.value = share ? words::percent(*share) : Tr::tr("never seen by both");
    row.loud = share && *share < 1;
    row.state = row.loud ? Verdict::Degraded : Verdict::Up;
    return row;
}

// "KCNA" below "KCNA" would not say what was asked.
static void nameApart(TimelineRow& target, const Lane& lane) {
    if (target.lane->label == lane.label)
        target.name = target.shortName = words::cleaned(target.lane->id.substr(target.lane->id.rfind('/') + 1));
}

static void addDesk(std::vector<TimelineRow>& rows, const DeskTimeline& desk, const ViewState& view) {
    const QString name = words::label(desk.desk.label, 40);
    TimelineRow heading;
    heading.kind = RowKind::Heading;
    heading.name = Tr::tr("SEEN BY %1").arg(name.toUpper());
    rows.push_back(heading);
    for (std::size_t i = 0; i < desk.lanes.size(); ++i) {
        const Lane& lane = desk.lanes[i];
        rows.push_back(rowOfDesk(lane, RowKind::Lane, name));
        rows.back().openable = lane.kind != LaneKind::OwnLine && !lane.targets.empty();
        const bool open = rows.back().open = rows.back().openable && view.isOpen(lane.id);
        if (!desk.agreement[i].empty())
            rows.push_back(rowOfAgreement(lane, desk.agreement[i], name));
        for (const Lane& target : desk.targetLanes)
            if (open && std::ranges::find(lane.targets, target.id) != lane.targets.end()) {
                rows.push_back(rowOfDesk(target, RowKind::TargetLane, name));
                nameApart(rows.back(), lane);
                rows.back().fullName = Tr::tr("%1, seen by %2").arg(rows.back().name, name);
            }
    }
}

std::vector<TimelineRow> rowsOf(const TimelineData& data, const ViewState& view, bool spread) {
    std::vector<TimelineRow> rows;
    std::optional<LaneKind> section;
    for (const Lane& lane : data.timeline.lanes) {
        if (section != lane.kind) {
            if (lane.kind == LaneKind::OwnLine)
                for (const DeskTimeline& desk : data.desks)
                    addDesk(rows, desk, view);
            section = lane.kind;
            TimelineRow heading;
            heading.kind = RowKind::Heading;
            heading.name = headingOf(lane.kind);
            heading.pinned = lane.kind == LaneKind::OwnLine;
            rows.push_back(heading);
        }
        rows.push_back(rowOf(lane, RowKind::Lane, data, view, spread));
        if (!rows.back().open)
            continue;
        for (const std::string& slug : lane.targets) {
            const auto target = std::ranges::find(data.targetLanes, slug, &Lane::id);
            if (target == data.targetLanes.end())
                continue;
            rows.push_back(rowOf(*target, RowKind::TargetLane, data, view, spread));
            nameApart(rows.back(), lane);
        }
    }
    return rows;
}

static std::optional<UtcTime> wentOnFrom(const Lane& earlier, const Lane& later) {
    if (earlier.id != later.id || earlier.spans.size() != later.spans.size() || earlier.spans.empty())
        return std::nullopt;
    Span last = later.spans.back();
    last.range.end = earlier.spans.back().range.end;
    if (last != earlier.spans.back() ||
        !std::equal(earlier.spans.begin(), std::prev(earlier.spans.end()), later.spans.begin()))
        return std::nullopt;
    return last.verdict == Verdict::Down ? last.range.begin : last.range.end;
}

std::optional<UtcTime> wentOnFrom(const std::vector<Lane>& earlier, const std::vector<Lane>& later) {
    if (earlier.size() != later.size())
        return std::nullopt;
    UtcTime from = UtcTime::max();
    for (std::size_t i = 0; i < later.size(); ++i) {
        const std::optional<UtcTime> lane = wentOnFrom(earlier[i], later[i]);
        if (!lane)
            return std::nullopt;
        from = std::min(from, *lane);
    }
    return from;
}

std::vector<const Lane*> pointersTo(const std::vector<Lane>& lanes) {
    std::vector<const Lane*> pointers;
    pointers.reserve(lanes.size());
    for (const Lane& lane : lanes)
        pointers.push_back(&lane);
    return pointers;
}

const Span* spanAt(const Lane& lane, UtcTime at) {
    const auto after = std::ranges::upper_bound(lane.spans, at, {}, [](const Span& span) { return span.range.begin; });
    if (after == lane.spans.begin())
        return nullptr;
    const Span& span = *std::prev(after);
    return span.range.contains(at) ? &span : nullptr;
}

std::size_t stretchCount(const TimelineRow& row) {
    if (row.inShort)
        return 0;
    return row.agreement ? row.agreement->size() : row.lane ? row.lane->spans.size() : 0;
}

TimeRange stretchOf(const TimelineRow& row, std::size_t index) {
    return row.agreement ? (*row.agreement)[index].range : row.lane->spans[index].range;
}

std::optional<std::size_t> stretchAt(const TimelineRow& row, UtcTime at) {
    std::size_t first = 0, beyond = stretchCount(row);
    while (first < beyond) {
        const std::size_t middle = first + (beyond - first) / 2;
        if (stretchOf(row, middle).end <= at)
            first = middle + 1;
        else
            beyond = middle;
    }
    const bool there = first < stretchCount(row) && stretchOf(row, first).contains(at);
    return there ? std::optional(first) : std::nullopt;
}

} // namespace kpwatch
