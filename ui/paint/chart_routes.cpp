// SPDX-License-Identifier: GPL-3.0-or-later
// Routes on a published chart: whose word they are, and what its marks and its alt text say of them. A lane of routes
// is about networks that see a way there, never about hosts.
#include "app/story/route_lane.h"
#include "app/words/down_length.h"
#include "app/words/korea_time.h"
#include "app/words/label.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_words.h"

#include <algorithm>

namespace kpwatch {

namespace {

using words::Tr;

// As its licence or its makers want to be named; who is not known here stands there as the record has it.
QString creditOf(const std::string& source) {
    if (source.starts_with("ripe") || source.starts_with("ris"))
        return QStringLiteral("RIPE NCC RIS");
    if (source.starts_with("routeviews"))
        return QStringLiteral("RouteViews");
    return words::cleaned(source, 40);
}

bool isPartlySeen(const Span& span) { return span.verdict == Verdict::Degraded && !goneBriefly(span); }

bool isPartlySeen(const Lane& lane) {
    return std::ranges::any_of(lane.spans, [](const Span& span) { return isPartlySeen(span); });
}

// The same mark says both, as far as each of them is there.
QString partlySeen(const std::vector<const Lane*>& routes) {
    const bool partly = std::ranges::any_of(routes, [](const Lane* lane) { return isPartlySeen(*lane); });
    const bool briefly =
        std::ranges::any_of(routes, [](const Lane* lane) { return std::ranges::any_of(lane->spans, goneBriefly); });
    if (!briefly)
        return Tr::tr("Route partly visible");
    return partly ? Tr::tr("Route partly visible or briefly gone") : Tr::tr("Route briefly gone");
}

QString routeWord(Verdict verdict, const std::vector<const Lane*>& routes) {
    switch (verdict) {
    case Verdict::Up:
        return Tr::tr("Route visible");
    case Verdict::Degraded:
        return partlySeen(routes);
    case Verdict::Down:
        return Tr::tr("Route gone");
    case Verdict::Unknown:
        return Tr::tr("No route data");
    case Verdict::NotMonitored:
    case Verdict::ErrorPage:
    case Verdict::BlockedHere:
    case Verdict::OwnConnectionDown:
        break;
    }
    return legendWord(verdict);
}

bool has(const Lane& lane, Verdict verdict) {
    return std::ranges::find(lane.spans, verdict, &Span::verdict) != lane.spans.end();
}

} // namespace

bool hasReadings(const Lane& lane) {
    return has(lane, Verdict::Up) || has(lane, Verdict::Degraded) || has(lane, Verdict::Down);
}

QString routeCredit(const ChartFacts& facts) {
    QStringList names;
    for (const std::string& source : facts.routeSources)
        if (const QString name = creditOf(source); !name.isEmpty() && !names.contains(name))
            names.append(name);
    return names.isEmpty() ? Tr::tr("public route collectors") : names.join(QStringLiteral(", "));
}

QString legendWord(Verdict verdict, const Timeline& timeline, const ChartFacts& facts) {
    if (facts.order)
        return legendWord(verdict);
    bool hosts = false;
    std::vector<const Lane*> routes;
    for (const Lane* lane : drawnLanes(timeline, facts)) {
        if (!has(*lane, verdict))
            continue;
        if (lane->kind == LaneKind::Routes)
            routes.push_back(lane);
        else
            hosts = true;
    }
    const QString host = legendWord(verdict), route = routeWord(verdict, routes);
    if (routes.empty() || host == route)
        return host;
    return hosts ? Tr::tr("%1; %2").arg(host, route.left(1).toLower() + route.mid(1)) : route;
}

bool isOfAnEarlierDay(UtcTime at, const Lane& lane) {
    return inKorea(at).date() < inKorea(lane.spans.front().range.begin).date();
}

QString momentIn(UtcTime at, const Lane& lane) {
    return isOfAnEarlierDay(at, lane) ? words::stampKst(at) : words::clockWithZone(at);
}

QString goneAt(UtcTime at, const Lane& lane) { return Tr::tr("gone at %1").arg(momentIn(at, lane)); }

QString routeInWords(const Lane& lane) {
    constexpr std::size_t mostTold = 4;
    const std::vector<DownLength> lengths = downLengths(lane);
    QStringList parts;
    for (std::size_t index = 0; index < std::min(mostTold, lengths.size()); ++index)
        parts.append(
            Tr::tr("gone %1, %2")
                .arg(clockRange(lengths[index].whole, lengths[index].open), words::roundedLength(lengths[index])));
    if (lengths.size() > mostTold)
        parts.append(lengths.size() - mostTold == 1 ? Tr::tr("and once more")
                                                    : Tr::tr("and %1 more times").arg(lengths.size() - mostTold));
    if (lengths.empty())
        parts.append(isPartlySeen(lane)             ? Tr::tr("never gone, partly visible at times")
                     : has(lane, Verdict::Degraded) ? Tr::tr("never gone for 3 minutes or longer")
                                                    : Tr::tr("visible whenever somebody told of it"));
    parts.append(Tr::tr("known for %1 of the time").arg(words::percent(lane.shares.coverage)));
    return QStringLiteral("%1: %2.").arg(words::label(lane.label), parts.join(QStringLiteral("; ")));
}

} // namespace kpwatch
