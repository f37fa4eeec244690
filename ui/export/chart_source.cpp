// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_source.h"

#include "app/story/hosts.h"
#include "app/story/site_page.h"
#include "app/words/label.h"
#include "app/words/words.h"
#include "ui/live/response_chart.h"
#include "ui/paint/chart_words.h"

#include <algorithm>
#include <tuple>

namespace kpwatch {

namespace {

qreal inMillis(Micros length) { return static_cast<qreal>(length.count()) / 1000; }

// As far as the source line says.
bool judgeAlike(const Settings& one, const Settings& other) {
    const auto told = [](const Settings& its) {
        return std::tuple(its.confirm_failures, its.confirm_failures_alone, its.confirm_span_s);
    };
    return told(one) == told(other);
}

// The middle of all answers, as far as columns with a middle of their own tell it.
qreal middleOf(std::vector<LatencyPoint> points) {
    std::erase_if(points, [](const LatencyPoint& point) { return point.answers == 0; });
    const auto middle = [](const LatencyPoint& point) { return point.median.count() > 0 ? point.median : point.mean; };
    std::ranges::sort(points, {}, middle);
    int all = 0, seen = 0;
    for (const LatencyPoint& point : points)
        all += point.answers;
    for (const LatencyPoint& point : points)
        if ((seen += point.answers) * 2 >= all)
            return inMillis(middle(point));
    return 0;
}

} // namespace

bool ChartSource::has(ChartKind kind) const {
    switch (kind) {
    case ChartKind::Lanes:
        return true;
    case ChartKind::Order:
        return order && !order->rungs.empty();
    case ChartKind::ResponseTimes:
        return response.has_value();
    }
    return false;
}

bool ChartSource::hasRoutes() const {
    return std::ranges::any_of(timeline.lanes,
                               [](const Lane& lane) { return lane.kind == LaneKind::Routes && hasReadings(lane); });
}

bool isLeftOut(const Lane& lane, const Incident& incident, const Watchlist& watchlist) {
    return lane.kind == LaneKind::Site && std::ranges::any_of(incident.excluded, [&](TargetId id) {
               const Target* const target = watchlist.find(id);
               return target != nullptr && isPageOfSite(watchlist, *target) &&
                      std::ranges::find(lane.targets, target->name) != lane.targets.end();
           });
}

int leaveOut(Timeline& timeline, const Incident& incident, const Watchlist& watchlist) {
    return static_cast<int>(
        std::erase_if(timeline.lanes, [&](const Lane& lane) { return isLeftOut(lane, incident, watchlist); }));
}

void ChartSource::tellOf(const words::IncidentTold& told) {
    incident = told.incident.id;
    finding = words::findingOf(told);
    order = ladderOf(told.incident, told.watchlist, LadderKind::Failure);
    tellByHand(told.incident, told.watchlist);
}

void ChartSource::tellByHand(const Incident& its, const Watchlist& watchlist) {
    falseAlarm = its.falseAlarm;
    window = its.window;
    for (const Target* const target : hostsAmong(its.excluded, watchlist))
        leftOut << words::cleaned(target->label, 60);
    leftOutSites = leaveOut(timeline, its, watchlist);
}

Timeline ChartSource::drawn(ChartKind kind) const {
    Timeline shown = timeline;
    if (kind == ChartKind::ResponseTimes && response) {
        shown.lanes = {response->lane};
        shown.lanes.front().kind = LaneKind::Site; // the one that all is about
    }
    return shown;
}

void ChartSource::fill(ChartFacts& facts, ChartKind kind) const {
    facts.finding = kind == ChartKind::Lanes ? finding : std::nullopt;
    facts.order = kind == ChartKind::Order ? order : std::nullopt;
    facts.response = kind == ChartKind::ResponseTimes && response ? std::optional(response->times) : std::nullopt;
    facts.falseAlarm = falseAlarm;
    facts.falseAlarms = falseAlarms;
    facts.window = window;
    facts.leftOut = leftOut;
    facts.leftOutSites = leftOutSites;
    facts.otherComputers = otherComputers;
    facts.routeSources = routeSources;
    if (rules.empty())
        return;
    facts.settings = rules.front();
    facts.rulesChanged =
        std::ranges::any_of(rules, [&](const Settings& each) { return !judgeAlike(each, rules.front()); });
}

std::optional<ResponseSource> responseSource(const Target& target, const std::vector<LatencyPoint>& points,
                                             const ResponseQuestion& asked, const Lane& lane) {
    if (points.empty())
        return std::nullopt;
    ResponseSource source{target.name, {}, lane};
    source.times.label = words::label(target.label, 60);
    source.times.runs = unbrokenRuns(points, asked.range, asked.columns, target.interval);
    source.times.middle = middleOf(points);
    for (const LatencyPoint& point : points)
        source.times.highest = std::max(source.times.highest, inMillis(point.highest));
    return source;
}

namespace {

struct Latency {
    const std::optional<TargetId>& of;
    const std::vector<LatencyPoint>& points;
    int columns;
    const std::vector<Lane>& lanes;
};

void addResponse(ChartSource& source, const Watchlist& watchlist, const Latency& latency) {
    const Target* const target = latency.of ? watchlist.find(*latency.of) : nullptr;
    const Lane* const lane = target == nullptr ? nullptr : laneFedBy(latency.lanes, target->name);
    if (lane != nullptr)
        source.response = responseSource(*target, latency.points, {source.timeline.range, latency.columns}, *lane);
}

} // namespace

ChartSource chartSource(const ArchiveAnswer& answer, const Watchlist& watchlist) {
    ChartSource source;
    source.timeline = answer.timeline;
    source.otherComputers = static_cast<int>(answer.desks.size());
    source.routeSources = answer.routeSources;
    source.rules = answer.rules;
    source.falseAlarms = answer.falseAlarms;
    addResponse(source, watchlist, {answer.query.latencyOf, answer.latency, answer.query.columns, answer.targetLanes});
    return source;
}

ChartSource chartSource(const IncidentsAnswer& answer, const Watchlist& today) {
    ChartSource source;
    source.timeline = answer.around;
    source.otherComputers = answer.otherDesks;
    source.routeSources = answer.routes.sources;
    source.rules = answer.rules;
    if (!source.timeline.lanes.empty())
        addRoutes(source.timeline, answer.routes);
    const Incident* const incident = answer.shown ? &answer.log[*answer.shown] : nullptr;
    const Watchlist& watchlist = incident == nullptr ? today : answer.watchlistOf(*incident, today);
    if (incident != nullptr)
        source.tellOf({*incident, answer.assessment, watchlist, answer.toldAt});
    addResponse(source, watchlist, {answer.latencyOf, answer.latency, answer.query.columns, answer.around.lanes});
    return source;
}

const Lane* laneFedBy(const std::vector<Lane>& lanes, const std::string& target) {
    const auto found = std::ranges::find_if(lanes, [&](const Lane& lane) {
        return lane.id == target || std::ranges::find(lane.targets, target) != lane.targets.end();
    });
    return found == lanes.end() ? nullptr : &*found;
}

} // namespace kpwatch
