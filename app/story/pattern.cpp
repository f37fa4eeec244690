// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/pattern.h"

#include "app/story/failure_order.h"
#include "app/story/site_page.h"

#include <algorithm>

namespace kpwatch {

namespace {

using std::chrono::seconds;

int count(const std::vector<const Target*>& targets) { return static_cast<int>(targets.size()); }

bool isSingleServer(const Scene& scene) {
    return shareOneAddress(scene) && count(scene.answering) >= scene.given.thresholds.othersAnswer;
}

// Somebody between us who answers for everybody would have answered for name servers too.
bool interceptionKnown(const Scene& scene) {
    const TimeRange range{scene.incident.began.after.value_or(scene.incident.began.by),
                          scene.incident.end(scene.given.now)};
    for (const auto& [id, lane] : scene.given.spans)
        for (const Span& span : lane)
            if (span.reason == Reason::Intercepted && span.range.begin < range.end && span.range.end > range.begin)
                return true;
    return false;
}

bool isNameServersOnly(const Scene& scene) {
    return areNameServersOnly(scene) && sitesAnswering(scene) > 0 && !interceptionKnown(scene);
}

bool isOneUpstream(const Scene& scene) { return oneSideOf(scene).side != Via::Unknown; }

bool isUnstable(const Scene& scene, const RouteFinding& routes) {
    return routes.fullLosses >= scene.given.thresholds.cycles || scene.cycles() >= scene.given.thresholds.cycles;
}

bool isGradual(const Scene& scene) {
    const PatternThresholds& limits = scene.given.thresholds;
    const int down = count(scene.down);
    const Troubled troubled = troubledOf(scene);
    return down >= limits.gradualDown && count(troubled.targets) >= limits.gradualLeast &&
           count(troubled.targets) >= limits.gradualShare * down && troubled.longBefore &&
           longestChain(scene.onsets, scene.given.clockError) >= limits.gradualChain &&
           scene.given.trouble.alikeDays < limits.gradualAlikeDays;
}

bool isAbrupt(const Scene& scene) {
    const PatternThresholds& limits = scene.given.thresholds;
    const auto spread = spreadOf(scene);
    return count(scene.down) >= limits.abruptDown && count(scene.down) >= limits.abruptShare * count(scene.watched) &&
           scene.inTwoLayers(scene.down) && scene.answering.empty() && spread &&
           *spread < seconds(limits.abruptWithin_s);
}

bool isRoutingPolicy(const Scene& scene, const RouteFinding& routes) {
    const PatternThresholds& limits = scene.given.thresholds;
    return routes.lowest && *routes.lowest >= limits.policyLow && *routes.lowest <= limits.policyHigh &&
           routes.bothUpstreamsSeen &&
           std::any_of(scene.given.routing.sightings.begin(), scene.given.routing.sightings.end(),
                       [](const RouteSighting& seen) { return seen.isRefusal(); });
}

} // namespace

Shape shapeOf(const Scene& scene, const RouteFinding& routes) {
    if (scene.startUnseen)
        return {Pattern::Unclear, WhyUnclear::StartNotObserved};
    if (scene.coverage < scene.given.thresholds.coverage)
        return {Pattern::Unclear, WhyUnclear::TooLittleSeen};
    if (isSingleServer(scene))
        return {Pattern::SingleServer, WhyUnclear::None};
    if (isNameServersOnly(scene))
        return {Pattern::NameServersOnly, WhyUnclear::None};
    if (isOneUpstream(scene))
        return {Pattern::OneUpstream, WhyUnclear::None};
    if (isUnstable(scene, routes))
        return {Pattern::Unstable, WhyUnclear::None};
    if (isGradual(scene))
        return {Pattern::Gradual, WhyUnclear::None};
    if (isAbrupt(scene))
        return {Pattern::Abrupt, WhyUnclear::None};
    if (isRoutingPolicy(scene, routes))
        return {Pattern::RoutingPolicy, WhyUnclear::None};
    return {};
}

OneSide oneSideOf(const Scene& scene) {
    for (const Via side : {Via::China, Via::Russia}) {
        const Via other = side == Via::China ? Via::Russia : Via::China;
        OneSide found{side, {}, {}, {}};
        bool other_silent = false;
        for (const Target* const target : scene.watched) {
            const bool down = scene.isDown(*target);
            if (target->via == side)
                found.asked.push_back(target);
            if (target->via == side && down)
                found.silent.push_back(target);
            other_silent = other_silent || (target->via == other && down);
        }
        for (const Target* const target : scene.answering)
            if (target->via == other)
                found.otherAnswering.push_back(target);
        if (count(found.silent) >= 2 && found.silent.size() == found.asked.size() && scene.inTwoLayers(found.silent) &&
            !other_silent && !found.otherAnswering.empty())
            return found;
    }
    return {};
}

bool shareOneAddress(const Scene& scene) {
    const std::string address = scene.addressOf(*scene.down.front());
    return std::all_of(scene.down.begin(), scene.down.end(),
                       [&](const Target* target) { return scene.addressOf(*target) == address; });
}

bool areNameServersOnly(const Scene& scene) {
    return std::all_of(scene.down.begin(), scene.down.end(),
                       [](const Target* target) { return target->layer == Layer::Dns; });
}

int sitesAnswering(const Scene& scene) {
    return static_cast<int>(std::count_if(scene.answering.begin(), scene.answering.end(), [](const Target* target) {
        return target->layer == Layer::Http && !target->site.empty();
    }));
}

Troubled troubledOf(const Scene& scene) {
    const PatternThresholds& limits = scene.given.thresholds;
    Troubled troubled;
    for (const Target* const target : scene.down) {
        const auto its = scene.given.trouble.of.find(target->id);
        if (its == scene.given.trouble.of.end() || !its->second.first ||
            its->second.beyondTheRoad() < limits.troubleShare)
            continue;
        troubled.targets.push_back(target);
        const UtcTime failed = scene.incident.member(target->id)->downTimes.front().firstFailure();
        troubled.longBefore = troubled.longBefore || failed - *its->second.first >= seconds(limits.troubleBefore_s);
    }
    return troubled;
}

std::optional<std::chrono::milliseconds> spreadOf(const Scene& scene) {
    std::optional<UtcTime> latest;
    UtcTime earliest = UtcTime::max();
    for (const Ranged& onset : scene.onsets) {
        if (!onset.range.after)
            return std::nullopt;
        latest = std::max(latest.value_or(UtcTime::min()), *onset.range.after);
        earliest = std::min(earliest, onset.range.by);
    }
    return latest ? std::optional(*latest - earliest) : std::nullopt;
}

// One /24 seen from one desk is one witness: the whole network, and anything about upstreams, takes another voice.
Scope scopeOf(const Scene& scene, const RouteFinding& routes) {
    const bool routes_went = routes.routes == Routes::WithHosts || routes.routes == Routes::HostsFirst ||
                             routes.routes == Routes::RoutesFirst ||
                             (routes.routes == Routes::Around && routes.goneInCore);
    const auto asked =
        std::ranges::count_if(scene.watched, [&](const Target* target) { return !scene.isUnasked(*target); });
    const bool everybody = scene.answering.empty() && scene.down.size() >= 2 &&
                           count(scene.down) >= scene.given.thresholds.abruptShare * static_cast<double>(asked);
    if (everybody && (routes_went || scene.given.opinion.voices() > 0))
        return Scope::WholeNetwork;
    if (oneSideOf(scene).side != Via::Unknown && (!routes.onlyVia.empty() || routes_went))
        return Scope::OneUpstream;
    if (shareOneAddress(scene))
        return Scope::OneServer;
    if (areNameServersOnly(scene))
        return Scope::NameServers;
    const bool every = sitesOf(scene.incident.excluded, scene.given.watchlist).empty(); // nothing is said of the others
    return scene.incident.none && every ? Scope::AllSites : Scope::Several;
}

} // namespace kpwatch
