// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/route_lane.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr auto goneFor = 3min;
constexpr double present = 0.8, gone = 0.1;
constexpr double seenAtAll = 0.05; // less is a route that leaked for a moment

struct Share {
    UtcTime at, until; // it speaks until then, or until the next
    int seeing = 0, full = 0;
    int elsewhere = 0; // led to another origin
    int anyWay = 0;    // seeing it through any side
    double value() const { return static_cast<double>(seeing) / full; }
    double inAll() const { return static_cast<double>(anyWay) / full; }
};
using ShareSeries = std::vector<Share>; // of one block through one side, in order of time

UtcTime speaksUntil(UtcTime at, const std::vector<TimeRange>& unheard) {
    const auto next = std::upper_bound(unheard.begin(), unheard.end(), at,
                                       [](UtcTime moment, TimeRange silent) { return moment < silent.end; });
    const UtcTime alone = at + readingSpeaks;
    return next == unheard.end() ? alone : std::clamp(next->begin, at, alone);
}

std::map<Side, std::map<std::string, ShareSeries>> shareSeriesOf(const std::vector<RouteReading>& readings,
                                                                 const std::vector<TimeRange>& unheard) {
    std::map<Side, std::map<std::string, ShareSeries>> all;
    for (const RouteReading& reading : readings) {
        if (reading.peersFull <= 0 || reading.source != routesToldBy)
            continue; // nobody was asked, or it bears out what another says
        std::map<Side, int> seeing{{Side::China, 0}, {Side::Russia, 0}, {Side::Other, 0}};
        for (const auto& [upstream, networks] : reading.byUpstream)
            seeing[sideOf(static_cast<std::uint32_t>(std::strtoul(upstream.c_str(), nullptr, 10)))] += networks;
        const UtcTime until = speaksUntil(reading.at, unheard);
        for (const auto& [side, networks] : seeing)
            all[side][reading.prefix].push_back({reading.at, until, std::min(networks, reading.peersFull),
                                                 reading.peersFull, reading.peersElsewhere, reading.peersSeeing});
    }
    return all;
}

UtcTime spokenUntil(const ShareSeries& shares, std::size_t index) {
    const UtcTime alone = shares[index].until;
    return index + 1 < shares.size() ? std::min(alone, shares[index + 1].at) : alone;
}

struct Held { // for how long which share was told
    std::vector<std::pair<double, milliseconds>> shares;
    milliseconds total{0};

    void add(double share, milliseconds length) {
        shares.emplace_back(share, length);
        total += length;
    }
    double median() {
        std::sort(shares.begin(), shares.end());
        milliseconds below{0};
        for (const auto& [share, length] : shares) {
            below += length;
            if (below * 2 >= total)
                return share;
        }
        return 0;
    }
};

// Weighed by how long each spoke: a minute of outage brings more readings than a quiet day.
Held heldOver(const ShareSeries& shares, TimeRange range, const std::function<bool(const Share&)>& counts) {
    Held held;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const UtcTime begin = std::max(shares[i].at, range.begin), end = std::min(spokenUntil(shares, i), range.end);
        if (begin < end && counts(shares[i]))
            held.add(shares[i].value(), end - begin);
    }
    return held;
}

Held heldOver(const ShareSeries& shares, TimeRange range) {
    return heldOver(shares, range, [](const Share& /*share*/) { return true; });
}

// Only while it was seen about as well as it ever was, whichever way.
Held heldAtBest(const ShareSeries& shares, TimeRange range) {
    double best = 0;
    for (const Share& share : shares)
        if (range.contains(share.at))
            best = std::max(best, share.inAll());
    return heldOver(shares, range, [best](const Share& share) { return share.inAll() >= present * best; });
}

// What is usual through a side of theirs. A loss that outlasts what was heard before it must not become what is usual:
// until there are as many days as the median is of, only the time when all was seen counts. Nor must an outage of weeks
// take away the lane that tells of it: then it is the median of the time when there were routes. Neither holds for what
// was a moment in days.
double usualOf(Side side, const ShareSeries& shares, TimeRange range) {
    constexpr auto firstDay = 24h;
    constexpr int moment = 100; // times as long it was otherwise
    Held all = heldOver(shares, range);
    if (all.total < usualOver)
        if (Held best = heldAtBest(shares, range); all.total < firstDay || best.total * moment >= all.total)
            return best.median();
    const double median = all.median();
    if (median >= seenAtAll || side == Side::Other)
        return median;
    Held seen = heldOver(shares, range, [](const Share& share) { return share.value() >= seenAtAll; });
    return seen.total * moment >= all.total ? seen.median() : 0;
}

struct Way {
    const ShareSeries* shares = nullptr;
    double usual = 0;
};

// What was seen from `at` on by all of a lane's blocks.
struct Step {
    UtcTime at, until;
    double ofUsual = 0, elsewhere = 0; // mean over the blocks
    int seeing = 0, full = 0, led = 0; // networks, likewise
};

std::vector<Step> stepsOf(const std::vector<Way>& ways) {
    std::vector<UtcTime> moments;
    for (const Way& way : ways)
        for (const Share& share : *way.shares)
            moments.push_back(share.at);
    std::sort(moments.begin(), moments.end());
    moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
    std::vector<Step> steps;
    std::vector<std::size_t> next(ways.size(), 0); // of each block: how many of its readings have begun
    for (const UtcTime at : moments) {
        Step step;
        step.at = at;
        step.until = UtcTime::max();
        for (std::size_t i = 0; i < ways.size(); ++i) {
            const ShareSeries& shares = *ways[i].shares;
            while (next[i] < shares.size() && shares[next[i]].at <= at)
                ++next[i];
            if (next[i] == 0 || shares[next[i] - 1].until <= at) {
                step.full = -1; // a block of which nothing is known: nor is anything of them all
                break;
            }
            const Share& latest = shares[next[i] - 1];
            step.until = std::min(step.until, latest.until);
            step.ofUsual += std::min(1.0, latest.value() / ways[i].usual) / static_cast<double>(ways.size());
            step.elsewhere +=
                std::min(1.0, latest.elsewhere / (ways[i].usual * latest.full)) / static_cast<double>(ways.size());
            step.led += latest.elsewhere;
            step.seeing += latest.seeing;
            step.full += latest.full;
        }
        if (step.full < 0)
            continue;
        for (int* const networks : {&step.seeing, &step.full, &step.led})
            *networks = static_cast<int>(std::lround(*networks / static_cast<double>(ways.size())));
        steps.push_back(step);
    }
    for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        steps[i].until = std::min(steps[i].until, steps[i + 1].at);
    return steps;
}

Verdict firstVerdict(const Step& step) {
    if (step.ofUsual >= present)
        return Verdict::Up;
    // Who is led to somebody else instead withdrew nothing: that is no route that went.
    return step.ofUsual + step.elsewhere < gone ? Verdict::Down : Verdict::Degraded;
}

std::string noteOf(const Step& step) {
    std::string note = std::to_string(step.seeing) + " of " + std::to_string(step.full) + " networks";
    if (step.led > 0)
        note += "; " + std::to_string(step.led) + " led to another origin";
    return note;
}

constexpr std::string_view briefly = "; for under 3 min";

void addStretch(std::vector<Span>& spans, Span span) {
    if (span.range.begin >= span.range.end)
        return;
    if (!spans.empty() && spans.back().verdict == span.verdict && spans.back().range.end == span.range.begin &&
        goneBriefly(spans.back()) == goneBriefly(span)) {
        spans.back().range.end = span.range.end;
        spans.back().note = span.note; // the latest, since the last stretch goes on
    } else {
        spans.push_back(std::move(span));
    }
}

// Between two readings it went, and between two it came back; where nobody looked between them, nothing is known.
void noteEnds(std::vector<Span>& spans, Span& next, std::optional<UtcTime> latest) {
    if (spans.empty() || !latest || spans.back().range.end != next.range.begin)
        return;
    Span& before = spans.back();
    const bool observed = before.verdict == Verdict::Up || before.verdict == Verdict::Degraded;
    if (next.verdict == Verdict::Down && observed)
        next.onset = Onset{latest, next.range.begin};
    if (before.verdict == Verdict::Down && next.verdict != Verdict::Down && next.verdict != Verdict::Unknown)
        before.ended = Onset{latest, next.range.begin};
}

// Until when the source is known to have told of it: a reading that nobody bore out since is merely held, and a cut is
// known only some minutes afterwards.
UtcTime toldUntil(const Span& span, const std::vector<Step>& steps) {
    const auto next = std::upper_bound(steps.begin(), steps.end(), span.range.end,
                                       [](UtcTime end, const Step& step) { return end < step.at; });
    return std::prev(next)->at; // the one it began with, or a later one
}

std::vector<Span> spansOf(const std::vector<Step>& steps, UtcTime now) {
    std::vector<Span> spans;
    std::optional<UtcTime> latest; // reading before
    for (const Step& step : steps) {
        if (step.at >= now)
            break;
        if (!spans.empty() && spans.back().range.end < step.at)
            addStretch(spans, {{spans.back().range.end, step.at}, Verdict::Unknown, Reason::Stale, {}, {}, {}});
        Span span{{step.at, std::min(step.until, now)}, firstVerdict(step), Reason::None, {}, {}, noteOf(step)};
        noteEnds(spans, span, latest);
        latest = step.at;
        addStretch(spans, std::move(span));
    }
    if (!spans.empty() && spans.back().range.end < now)
        addStretch(spans, {{spans.back().range.end, now}, Verdict::Unknown, Reason::Stale, {}, {}, {}});
    std::vector<Span> confirmed;
    for (Span& span : spans) {
        if (span.verdict == Verdict::Down && toldUntil(span, steps) - span.range.begin < goneFor) {
            span.verdict = Verdict::Degraded;
            span.onset = span.ended = std::nullopt;
            span.note += briefly;
        }
        addStretch(confirmed, std::move(span));
    }
    return confirmed;
}

RouteLane laneOf(Side side, std::string block, const std::vector<Way>& ways, TimeRange range, UtcTime now) {
    RouteLane lane{side, std::move(block), 0, {}};
    for (const Way& way : ways)
        lane.usual += way.usual / static_cast<double>(ways.size());
    const TimeRange shown{range.begin, std::min(range.end, now)};
    const std::vector<Span> spans = spansOf(stepsOf(ways), now);
    lane.spans = spansWithin(spans, shown);
    lane.beyond = beyond(spans, shown, now);
    return lane;
}

} // namespace

bool goneBriefly(const Span& span) { return span.note.ends_with(briefly); }

std::vector<RouteLane> routeLanes(const std::vector<RouteReading>& readings, TimeRange range, UtcTime now,
                                  const std::vector<TimeRange>& unheard) {
    std::vector<RouteLane> lanes;
    for (const auto& [side, blocks] : shareSeriesOf(readings, unheard)) {
        std::vector<std::pair<std::string, Way>> usual;
        for (const auto& [block, shares] : blocks) {
            const UtcTime end = std::min(range.end, now);
            const double share = usualOf(side, shares, {std::max(range.begin, end - usualOver) - usualOver, end});
            if (share >= seenAtAll)
                usual.emplace_back(block, Way{&shares, share});
        }
        if (usual.empty())
            continue;
        std::vector<Way> together;
        for (const auto& [block, way] : usual)
            together.push_back(way);
        lanes.push_back(laneOf(side, {}, together, range, now));
        for (const auto& [block, way] : usual)
            lanes.push_back(laneOf(side, block, {way}, range, now));
    }
    return lanes;
}

namespace {

std::string sideId(Side side) {
    switch (side) {
    case Side::China:
        return "routes-china";
    case Side::Russia:
        return "routes-russia";
    case Side::Other:
        return "routes-other";
    }
    return {};
}

std::string sideLabel(Side side) {
    switch (side) {
    case Side::China:
        return "Routes via China";
    case Side::Russia:
        return "Routes via Russia";
    case Side::Other:
        return "Routes another way";
    }
    return {};
}

} // namespace

LanesOfRoutes lanesOf(const std::vector<RouteLane>& routes, TimeRange range) {
    LanesOfRoutes lanes;
    for (const RouteLane& route : routes) {
        Lane lane;
        lane.id = sideId(route.side);
        lane.kind = LaneKind::Routes;
        lane.label = lane.shortLabel = route.block.empty() ? sideLabel(route.side) : route.block;
        lane.spans = route.spans;
        lane.beyond = route.beyond;
        lane.shares = sharesOf(route.spans, range);
        if (route.block.empty()) {
            lanes.sides.push_back(std::move(lane));
            continue;
        }
        lane.id += "-" + route.block;
        lanes.sides.back().targets.push_back(lane.id); // which comes before its blocks
        lanes.blocks.push_back(std::move(lane));
    }
    return lanes;
}

void addRoutes(Timeline& timeline, const LanesOfRoutes& routes) {
    timeline.lanes.insert(std::prev(timeline.lanes.end()), routes.sides.begin(), routes.sides.end());
}

std::optional<double> usualShare(const std::vector<RouteReading>& readings, TimeRange range) {
    std::map<std::string, ShareSeries> blocks;
    for (const RouteReading& reading : readings)
        if (reading.peersFull > 0)
            blocks[reading.prefix].push_back({reading.at, reading.at + readingSpeaks, reading.peersSeeing,
                                              reading.peersFull, 0, reading.peersSeeing});
    if (blocks.empty())
        return std::nullopt;
    double sum = 0;
    for (const auto& [block, shares] : blocks)
        sum += heldOver(shares, range).median();
    return sum / static_cast<double>(blocks.size());
}

} // namespace kpwatch
