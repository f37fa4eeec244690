// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/assessment.h"

#include "app/story/hosts.h"
#include "app/story/pattern.h"
#include "app/story/site_page.h"
#include "probes/net/address_rules.h"

#include <algorithm>
#include <set>

namespace kpwatch {

namespace {

Basis basisOf(const Scene& scene, const RouteFinding& routes) {
    std::set<std::string> addresses, blocks;
    for (const Target* const target : scene.watched) {
        const std::string address = scene.addressOf(*target);
        addresses.insert(address);
        if (const auto parsed = Address::parse(address))
            blocks.insert(parsed->block24());
    }
    Basis basis;
    basis.addresses = static_cast<int>(addresses.size());
    basis.blocks = static_cast<int>(blocks.size());
    basis.voices = scene.given.opinion.voices() + (routes.gone ? 1 : 0);
    return basis;
}

std::vector<TargetId> errorPagesAfter(const Incident& incident, const TargetSpans& spans) {
    std::vector<TargetId> found;
    for (const Member& member : incident.members) {
        const auto lane = spans.find(member.target);
        if (lane == spans.end() || !member.ended())
            continue;
        const UtcTime end = member.downTimes.back().lastSeen();
        const auto next =
            std::ranges::find_if(lane->second, [end](const Span& span) { return span.range.begin >= end; });
        if (next != lane->second.end() && next->verdict == Verdict::ErrorPage)
            found.push_back(member.target);
    }
    return found;
}

void addVantage(Assessment& assessment, const Case& given, UtcTime began) {
    for (const Event& event : given.events)
        if (const auto* const epoch = std::get_if<Epoch>(&event.what); epoch != nullptr && event.at <= began) {
            assessment.network = epoch->network;
            assessment.country = epoch->country;
        }
}

Touched touchedBy(const Scene& scene) {
    Touched touched;
    std::set<std::string> watched;
    const auto ask = [&](const Target& target) {
        if (isPageOfSite(scene.given.watchlist, target))
            watched.insert(target.site);
        touched.nameServersWatched += target.layer == Layer::Dns ? 1 : 0;
    };
    for (const Target* const target : scene.watched)
        ask(*target);
    for (const Target* const target : scene.silentBefore)
        ask(*target);
    for (const Target& target : scene.given.watchlist.targets)
        if (isPageOfSite(scene.given.watchlist, target) && scene.wasBlocked(target) &&
            watched.insert(target.site).second)
            touched.sitesBlocked.push_back(target.site);
    touched.sitesWatched = static_cast<int>(watched.size());
    for (const Target* const target : hostsAmong(scene.down, scene.given.watchlist)) {
        if (isPageOfSite(scene.given.watchlist, *target)) {
            touched.sites.push_back(target->site);
        } else if (target->layer == Layer::Dns) {
            ++touched.nameServers;
        } else {
            touched.others.push_back(target->id);
        }
    }
    return touched;
}

} // namespace

Assessment assessed(const Incident& incident, const Case& given) {
    const Scene scene(incident, given);
    Assessment result;
    result.routes = routesOf(
        incident, given.routing, [&](UtcTime from) { return scene.anybodyAnswered(from); }, given.now);
    const Shape shape = shapeOf(scene, result.routes);
    result.pattern = shape.pattern;
    result.why = shape.why;
    result.scope = scopeOf(scene, result.routes);
    result.basis = basisOf(scene, result.routes);
    result.touched = touchedBy(scene);
    result.opinion = given.opinion;
    result.coverage = scene.coverage;
    result.weighed = nearestPattern(scene, shape);
    result.evidence = evidenceOf(scene, result.weighed, result.routes);
    result.lineChanged = incident.cutAt && std::ranges::count(epochChanges(given.events), *incident.cutAt) > 0;
    result.errorPageAfter = errorPagesAfter(incident, given.spans);
    result.thresholds = given.thresholds;
    addVantage(result, given, incident.firstFailure());
    result.precursors = precursorsOf(incident, given.watchlist, given.spans);
    return result;
}

std::string_view name(Scope scope) {
    switch (scope) {
    case Scope::OneServer:
        return "one-server";
    case Scope::Several:
        return "several";
    case Scope::AllSites:
        return "all-sites";
    case Scope::NameServers:
        return "name-servers";
    case Scope::OneUpstream:
        return "one-upstream";
    case Scope::WholeNetwork:
        return "whole-network";
    }
    return "several";
}

std::string_view name(Pattern pattern) {
    switch (pattern) {
    case Pattern::SingleServer:
        return "single-server";
    case Pattern::NameServersOnly:
        return "name-servers-only";
    case Pattern::OneUpstream:
        return "one-upstream";
    case Pattern::Unstable:
        return "unstable";
    case Pattern::Gradual:
        return "gradual";
    case Pattern::Abrupt:
        return "abrupt";
    case Pattern::RoutingPolicy:
        return "routing-policy";
    case Pattern::Unclear:
        return "unclear";
    }
    return "unclear";
}

std::string_view name(WhyUnclear why) {
    switch (why) {
    case WhyUnclear::None:
        return "";
    case WhyUnclear::TooLittleSeen:
        return "coverage";
    case WhyUnclear::StartNotObserved:
        return "start-not-observed";
    case WhyUnclear::NoShape:
        return "no-shape";
    }
    return "";
}

std::string_view name(Sign sign) {
    switch (sign) {
    case Sign::Supports:
        return "+";
    case Sign::Against:
        return "-";
    case Sign::NotKnown:
        return "?";
    }
    return "?";
}

} // namespace kpwatch
