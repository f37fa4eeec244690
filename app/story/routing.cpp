// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/routing.h"

#include "app/story/route_lane.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto lookBack = 1h;
constexpr auto together = 3min;
constexpr auto narrow = 5min; // a begin that is known less well is no moment to compare with
constexpr auto goneFor = 3min;
constexpr auto lossesWithin = 6h;
constexpr double crossing = 0.5, gone = 0.1, present = 0.8, kept = 0.9;

// What was seen from one reading to the next.
struct Step {
    UtcTime at, until;                     // until somebody listened without a break
    double share = 0;                      // mean over prefixes, of who has a route there at all
    double theirs = 0, least = 0;          // mean and least over prefixes, of who has one that ends at them
    std::map<std::string, double> through; // by upstream
};

UtcTime heardUntil(UtcTime at, const std::vector<TimeRange>& unheard) {
    const auto next = std::find_if(unheard.begin(), unheard.end(), [at](TimeRange silent) { return at < silent.end; });
    return next == unheard.end() ? UtcTime::max() : std::max(at, next->begin);
}

std::vector<Step> stepsOf(const Routing& routing) {
    std::map<std::string, const RouteReading*> latest;
    std::vector<Step> steps;
    for (const RouteReading& reading : routing.readings) {
        if (reading.peersFull <= 0)
            continue;
        latest[reading.prefix] = &reading;
        Step step{reading.at, heardUntil(reading.at, routing.unheard), 0, 0, 1, {}};
        for (const auto& [prefix, its] : latest) {
            const double full = its->peersFull;
            // Who was led to somebody else still has a route: nothing was withdrawn.
            const double there = std::min(1.0, (its->peersSeeing + its->peersElsewhere) / full);
            step.share += there / static_cast<double>(latest.size());
            step.theirs += its->peersSeeing / full / static_cast<double>(latest.size());
            step.least = std::min(step.least, its->peersSeeing / full);
            for (const auto& [upstream, peers] : its->byUpstream)
                step.through[upstream] += peers / full / static_cast<double>(latest.size());
        }
        if (!steps.empty() && steps.back().at == step.at)
            steps.back() = step;
        else
            steps.push_back(step);
    }
    return steps;
}

struct Search {
    std::vector<Step> steps; // of the time searched, shares of the median
    std::optional<Step> before;
    int inCore = 0;
    bool stood = false;        // none in it, and the one before it stands
    bool presentInCore = true; // at least half of the networks, on all prefixes
    bool goneInCore = false;   // what was seen in it, or last before it, is under half of what is usual
};

// Nothing is told while nothing changes. The reading before the core stands throughout it if the source was there: it
// spoke again in time, of routes that are there still. Until then a stream that is cut would look like a calm one.
// Where nobody listened, a route may have gone and come back unheard.
bool stoodThroughout(TimeRange core, const std::vector<Step>& steps) {
    const auto next =
        std::find_if(steps.begin(), steps.end(), [core](const Step& step) { return step.at > core.begin; });
    if (next == steps.begin() || next == steps.end() || core.begin == core.end)
        return false;
    const Step& last = *std::prev(next);
    return last.least >= crossing && next->least >= crossing && next->at <= last.at + readingSpeaks &&
           core.end <= last.until;
}

Search searched(const Routing& routing, TimeRange range, TimeRange core) {
    Search search;
    std::vector<Step> steps = stepsOf(routing);
    if (steps.empty())
        return search;
    search.stood = stoodThroughout(core, steps);
    const double median = routing.median.value_or(steps.front().share);
    for (Step& step : steps) {
        if (core.contains(step.at)) {
            ++search.inCore;
            search.presentInCore = search.presentInCore && step.least >= crossing;
        }
        step.share = median > 0 ? step.share / median : 0;
        step.theirs = median > 0 ? step.theirs / median : 0;
        if (step.at <= core.begin)
            search.goneInCore = step.share < crossing && core.begin <= step.until;
        else if (core.contains(step.at))
            search.goneInCore = search.goneInCore || step.share < crossing;
        if (step.at < range.begin)
            search.before = step;
        else if (step.at <= range.end)
            search.steps.push_back(step);
    }
    return search;
}

// The first that was not over before the hosts stopped.
std::optional<Onset> crossingOf(const Search& search, const Onset& began) {
    std::optional<Onset> crossed;
    std::optional<Step> last = search.before;
    for (const Step& step : search.steps) {
        if (step.share >= crossing && step.at < began.after.value_or(began.by))
            crossed.reset();
        else if (step.share < crossing && !crossed && (!last || last->share >= crossing))
            crossed = Onset{last ? std::optional(last->at) : std::nullopt, step.at};
        last = step;
    }
    return crossed;
}

// The most full losses that lie within 6 h.
int fullLosses(const Search& search) {
    std::vector<UtcTime> losses;
    bool counted = false, recovered = true;
    std::optional<UtcTime> since;
    UtcTime told, heard = UtcTime::max(); // gone, by the latest reading, which speaks until then at most
    const auto count = [&](UtcTime until) {
        if (since && !counted && recovered && until - *since >= goneFor) {
            losses.push_back(*since);
            counted = true;
            recovered = false;
        }
    };
    for (const Step& step : search.steps) {
        count(step.at <= heard ? step.at : told);
        if (step.share < gone) {
            since = step.at <= heard ? since.value_or(step.at) : step.at;
            heard = step.until;
            told = step.at;
            continue;
        }
        since.reset();
        counted = false;
        recovered = recovered || step.share >= crossing;
    }
    count(told); // after which it is merely held
    int most = 0;
    for (std::size_t first = 0; first < losses.size(); ++first)
        most = std::max(
            most, static_cast<int>(std::count_if(losses.begin() + static_cast<std::ptrdiff_t>(first), losses.end(),
                                                 [&](UtcTime loss) { return loss - losses[first] <= lossesWithin; })));
    return most;
}

// The first reading of those that show them to the end, after one that did not.
std::optional<UtcTime> backAt(const Search& search) {
    const auto last = std::find_if(search.steps.rbegin(), search.steps.rend(),
                                   [](const Step& step) { return step.theirs < present; });
    return last == search.steps.rend() || last == search.steps.rbegin() ? std::nullopt
                                                                        : std::optional(std::prev(last)->at);
}

// One upstream went while nearly everybody kept a route.
std::string onlyVia(const Search& search) {
    if (!search.before && search.steps.size() < 2)
        return {};
    const Step& first = search.before ? *search.before : search.steps.front();
    for (const Step& step : search.steps) {
        std::string left;
        int lost = 0;
        for (const auto& [upstream, share] : first.through) {
            const auto now = step.through.find(upstream);
            const bool stays = now != step.through.end() && now->second >= gone * share;
            lost += stays ? 0 : 1;
            left = stays ? upstream : left;
        }
        if (lost > 0 && !left.empty() && step.theirs >= kept)
            return left;
    }
    return {};
}

bool overlap(const Onset& one, const Onset& other) {
    return one.after.value_or(UtcTime::min()) <= other.by && other.after.value_or(UtcTime::min()) <= one.by;
}

bool isNarrow(const Onset& onset) { return onset.after && onset.by - *onset.after <= narrow; }

// Of those that have a place in the order: a mail server that is asked seldom has none, and where it need not have
// stopped before them it does not blur when they did.
Onset rankedBegan(const Incident& incident) {
    std::optional<Onset> began;
    for (const Member& member : incident.members) {
        if (member.rank == 0)
            continue;
        const Onset& its = member.began(); // without an `after` it is known of none
        began = began ? Onset{std::min(began->after, its.after), std::min(began->by, its.by)} : its;
    }
    return began && began->by == incident.began.by ? *began : incident.began;
}

Routes relation(const Incident& incident, const Search& search, const std::optional<Onset>& went,
                const AnsweredAfter& answered) {
    if (search.steps.empty())
        return Routes::Unknown;
    if (went) {
        Onset wide = *went;
        wide.by += together;
        if (wide.after)
            *wide.after -= together;
        if (const Onset hosts = rankedBegan(incident); isNarrow(hosts) && overlap(wide, hosts))
            return Routes::WithHosts;
        if (overlap(wide, incident.began))
            return Routes::Around;
        if (went->after && *went->after > incident.began.by)
            return Routes::HostsFirst;
        if ((incident.began.after && went->by < *incident.began.after) || answered(went->by + together))
            return Routes::RoutesFirst;
    }
    if (search.inCore == 0 && !search.stood)
        return Routes::Unknown; // seen before and after, perhaps
    return search.presentInCore ? Routes::StillPresent : Routes::Partly;
}

} // namespace

std::string_view name(Routes routes) {
    switch (routes) {
    case Routes::WithHosts:
        return "with-hosts";
    case Routes::Around:
        return "around";
    case Routes::HostsFirst:
        return "hosts-first";
    case Routes::RoutesFirst:
        return "routes-first";
    case Routes::StillPresent:
        return "still-present";
    case Routes::Partly:
        return "partly";
    case Routes::Unknown:
        return "unknown";
    }
    return "unknown";
}

std::string_view name(RouteSighting::What what) {
    switch (what) {
    case RouteSighting::What::ForeignOrigin:
        return "foreign-origin";
    case RouteSighting::What::MoreSpecific:
        return "more-specific";
    case RouteSighting::What::Invalid:
        return "invalid";
    }
    return "foreign-origin";
}

TimeRange commonCore(const Incident& incident, UtcTime now) {
    TimeRange core{incident.began.by, incident.end(now)};
    for (const Member& member : incident.members) {
        core.begin = std::max(core.begin, member.began().by);
        const DownTime& first = member.downTimes.front();
        core.end = std::min(core.end, first.ended ? first.ended->after.value_or(first.ended->by) : core.end);
    }
    core.end = std::max(core.begin, core.end);
    return core;
}

RouteFinding routesOf(const Incident& incident, const Routing& routing, const AnsweredAfter& answered, UtcTime now) {
    const TimeRange core = commonCore(incident, now);
    const UtcTime began = incident.began.after.value_or(incident.began.by);
    const Search search = searched(routing, {began - lookBack, std::max(core.end, incident.began.by)}, core);
    RouteFinding finding;
    finding.readings = static_cast<int>(search.steps.size());
    if (search.before)
        finding.lastBefore = search.before->at;
    for (const Step& step : search.steps)
        if (step.at <= core.begin)
            finding.lastBefore = step.at;
    if (search.steps.empty())
        return finding;
    finding.source = routing.readings.front().source;
    finding.gone = crossingOf(search, incident.began);
    finding.goneInCore = search.goneInCore;
    for (const TimeRange silent : routing.unheard)
        finding.unheard +=
            std::max(std::min(silent.end, core.end) - std::max(silent.begin, core.begin), std::chrono::milliseconds{0});
    finding.routes = relation(incident, search, finding.gone, answered);
    for (const Step& step : search.steps)
        finding.lowest = std::min(finding.lowest.value_or(step.theirs), step.theirs);
    // Coming and going is looked for to the end, not only to the first return.
    const Search whole = searched(routing, {began - lookBack, incident.end(now)}, core);
    finding.fullLosses = fullLosses(whole);
    if (finding.fullLosses > 0)
        finding.back = backAt(whole);
    finding.onlyVia = onlyVia(search);
    const auto seen = [&](std::string_view upstream) {
        return std::any_of(search.steps.begin(), search.steps.end(), [upstream](const Step& step) {
            const auto its = step.through.find(std::string(upstream));
            return its != step.through.end() && its->second > 0;
        });
    };
    finding.bothUpstreamsSeen = (seen("134544") || seen("4837")) && seen("20485");
    return finding;
}

} // namespace kpwatch
