// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/incident.h"

#include "app/story/hosts.h"
#include "app/story/site_page.h"
#include "app/words/count.h"
#include "app/words/label.h"
#include "app/words/others.h"
#include "app/words/sources.h"
#include "app/words/told_of.h"
#include "app/words/tr.h"
#include "app/words/words.h"

namespace kpwatch::words {

namespace {

constexpr int labelLength = 60;

// "did not answer" of whoever answers not, in the right tense and number.
QString silentVerb(bool past, bool many) {
    if (past)
        return Tr::tr("did not answer");
    return many ? Tr::tr("do not answer") : Tr::tr("does not answer");
}

QString manyVerb(const ToldOf& of) {
    return of.together ? silentVerb(!of.now, true) : Tr::tr("at one time or another did not answer");
}

QString some(int count, int of, const QString& things) {
    if (count == of)
        return of == 2 ? Tr::tr("Both %1").arg(things) : Tr::tr("All %1 %2").arg(numberWord(of), things);
    return Tr::tr("%1 of %2 %3").arg(countCapital(count), numberWord(of), things);
}

// Since all of them were silent. "Has not answered since" is as old as the silence that goes on; what is told in the
// past began when they first stopped, as its length does.
Onset sinceAll(const ToldOf& of, const Incident& incident) {
    if (of.none)
        return of.now ? incident.none->latest : incident.none->since;
    std::optional<Onset> since;
    for (const Member* const member : of.subject) {
        const Onset& began = of.now ? member->downTimes.back().began : member->began();
        if (since && !of.together) { // then from the first of them on
            *since = began.by < since->by ? began : *since;
            continue;
        }
        const bool observed = began.after && (!since || since->after);
        since = Onset{observed ? std::max(began.after, since ? since->after : began.after) : std::nullopt,
                      std::max(began.by, since ? since->by : began.by)};
    }
    return since.value_or(incident.began);
}

Clause ofSites(const IncidentTold& told, const ToldOf& of) {
    const int count = static_cast<int>(of.who.sites.size());
    if (of.none)
        return {noneOfSites(of.who.sitesWatched),
                of.now ? Tr::tr("answers", "none of them") : Tr::tr("answered", "none of them"), true};
    if (count == 1)
        return {siteLabel(told.watchlist, of.who.sites.front()), silentVerb(!of.now, false)};
    return {some(count, of.who.sitesWatched, Tr::tr("sites")), manyVerb(of)};
}

Clause clauseOf(const IncidentTold& told, const ToldOf& of) {
    if (!of.who.sites.empty())
        return ofSites(told, of);
    if (of.who.nameServers > 1)
        return {some(of.who.nameServers, of.who.nameServersWatched, Tr::tr("name servers")), manyVerb(of)};
    if (of.members.size() == 1) {
        const Target* const target = told.watchlist.find(of.members.front()->target);
        return {target == nullptr ? Tr::tr("One address") : label(hostName(*target, told.watchlist).label, labelLength),
                silentVerb(!of.now, false)};
    }
    return {Tr::tr("%1 addresses").arg(countCapital(static_cast<int>(of.members.size()))), manyVerb(of)};
}

// "All four sites answer again, but not yet two mail servers."
QString sitesBackTitle(const IncidentTold& told, const ToldOf& of) {
    const QString yet = others(othersAmong(of.yetSilent, told.watchlist));
    const int count = static_cast<int>(of.who.sites.size());
    const QString who = count == 1                     ? siteLabel(told.watchlist, of.who.sites.front())
                        : count == of.who.sitesWatched ? some(count, count, Tr::tr("sites"))
                                                       : Tr::tr("The %1 sites that had stopped").arg(numberWord(count));
    if (of.yetUnseenFrom)
        return Tr::tr("%1 answered again, %2 not when last seen").arg(who, yet);
    if (count == 1)
        return Tr::tr("%1 answers again, but not yet %2").arg(who, yet);
    return Tr::tr("%1 answer again, but not yet %2").arg(who, yet);
}

} // namespace

Clause incidentClause(const IncidentTold& told) {
    const ToldOf of = toldOf(told);
    Clause clause = clauseOf(told, of);
    clause.since = sinceAll(of, told.incident);
    return clause;
}

QString siteLabel(const Watchlist& watchlist, const std::string& site) {
    for (const Site& each : watchlist.sites)
        if (each.id == site)
            return label(each.label, labelLength);
    return cleaned(site, labelLength);
}

QString incidentTitle(const IncidentTold& told) {
    const Clause clause = incidentClause(told);
    const QString title = clause.subject + QLatin1Char(' ') + clause.predicate;
    const ToldOf of = toldOf(told);
    if (!of.yetSilent.empty())
        return sitesBackTitle(told, of);
    return of.unseenFrom ? Tr::tr("%1 when last seen").arg(title) : title;
}

QString silentOnes(const Incident& incident, const Watchlist& watchlist, int by_name) {
    QStringList sites, others;
    for (const Member* const member : hostsOf(incident, watchlist)) {
        const Target* const target = watchlist.find(member->target);
        if (target == nullptr)
            continue;
        const bool page = isPageOfSite(watchlist, *target);
        (page ? sites : others) << (page ? siteLabel(watchlist, target->site)
                                         : label(hostName(*target, watchlist).label, labelLength));
    }
    const QStringList all = sites + others;
    const int unnamed = static_cast<int>(all.size()) - by_name;
    if (unnamed <= 0)
        return all.join(QStringLiteral(", "));
    const QString named = QStringList(all.mid(0, by_name)).join(QStringLiteral(", "));
    return unnamed == 1 ? Tr::tr("%1 and one other").arg(named) : Tr::tr("%1 and %2 others").arg(named).arg(unnamed);
}

QString everyName(const Incident& incident, const Watchlist& watchlist) {
    QStringList names;
    for (const Member& member : incident.members)
        if (const Target* const target = watchlist.find(member.target)) {
            names << label(target->label, labelLength) << cleaned(target->label, labelLength)
                  << cleaned(target->name, labelLength) << label(hostName(*target, watchlist).label, labelLength);
            if (!target->site.empty())
                names << siteLabel(watchlist, target->site);
        }
    return names.join(QLatin1Char(' '));
}

QString scope(Scope scope) {
    switch (scope) {
    case Scope::OneServer:
        return Tr::tr("one server");
    case Scope::Several:
        return Tr::tr("several, not all");
    case Scope::AllSites:
        return Tr::tr("all watched sites");
    case Scope::NameServers:
        return Tr::tr("name servers");
    case Scope::OneUpstream:
        return Tr::tr("what is reached by one side");
    case Scope::WholeNetwork:
        return Tr::tr("all watched blocks, as others see it too");
    }
    return {};
}

QString scope(const Assessment& seen) {
    if (seen.scope != Scope::AllSites)
        return scope(seen.scope);
    if (!seen.opinion.asked())
        return seen.opinion.rounds.empty()
                   ? Tr::tr("all watched sites; not reachable from here, others not yet asked")
                   : Tr::tr("all watched sites; not reachable from here, others last asked before this silence");
    const PlaceRound* const round = seen.opinion.telling();
    if (round == nullptr)
        return Tr::tr("all watched sites; not reachable from here, and the places asked cannot tell");
    if (round->about != PlaceQuestion::Kind::Http)
        return Tr::tr("all watched sites; not reachable from here, and other places were asked only about %1")
            .arg(askedBesides(round->about));
    return round->agrees() ? Tr::tr("all watched sites; not reachable from here, nor from most other places")
                           : Tr::tr("all watched sites; not reachable from here, but from other places");
}

QString pattern(Pattern pattern) {
    switch (pattern) {
    case Pattern::SingleServer:
        return Tr::tr("one server");
    case Pattern::NameServersOnly:
        return Tr::tr("the name servers only");
    case Pattern::OneUpstream:
        return Tr::tr("one side only");
    case Pattern::Unstable:
        return Tr::tr("coming and going");
    case Pattern::Gradual:
        return Tr::tr("one after another, after loss");
    case Pattern::Abrupt:
        return Tr::tr("everything within the same minutes");
    case Pattern::RoutingPolicy:
        return Tr::tr("partly visible");
    case Pattern::Unclear:
        return Tr::tr("no clear order");
    }
    return {};
}

QString unclear(WhyUnclear why) {
    switch (why) {
    case WhyUnclear::None:
        return {};
    case WhyUnclear::TooLittleSeen:
        return Tr::tr("too little of the start was seen");
    case WhyUnclear::StartNotObserved:
        return Tr::tr("the start itself was not observed");
    case WhyUnclear::NoShape:
        return Tr::tr("what was seen fits none of the known shapes");
    }
    return {};
}

QString routes(const RouteFinding& found) {
    switch (found.routes) {
    case Routes::WithHosts:
        return Tr::tr("the routes went together with the hosts");
    case Routes::Around:
        return Tr::tr("the routes went around the same time; which went first was not seen");
    case Routes::HostsFirst:
        return Tr::tr("the hosts went first, then the routes");
    case Routes::RoutesFirst:
        return Tr::tr("the routes went first, then the hosts");
    case Routes::StillPresent:
        return found.unheard > std::chrono::milliseconds(0) ? Tr::tr("the routes stayed as far as anybody listened")
                                                            : Tr::tr("the routes stayed");
    case Routes::Partly:
        return Tr::tr("the routes stayed in part");
    case Routes::Unknown:
        return found.lastBefore ? Tr::tr("no reading of the silence itself, the last before it was at %1")
                                      .arg(stampKst(*found.lastBefore))
                                : Tr::tr("nothing is known of the routes");
    }
    return {};
}

QString basis(const Assessment& seen) {
    const Basis& basis = seen.basis;
    const auto counted = [](int count, const QString& one, const QString& many) {
        return count == 1 ? one : many.arg(count);
    };
    // Where there is but one, and the routes are gone, it is who sees those.
    const QString one = seen.routes.gone ? Tr::tr("one outside source (%1)").arg(sourceName(seen.routes.source))
                                         : Tr::tr("one outside source");
    const QString voices = basis.voices == 0 && seen.opinion.heard() ? Tr::tr("no outside voice that agrees")
                           : basis.voices == 0                       ? Tr::tr("no outside voice")
                                               : counted(basis.voices, one, Tr::tr("%1 outside voices"));
    return Tr::tr("Based on %1 in %2, %3, %4.")
        .arg(counted(basis.addresses, Tr::tr("one address"), Tr::tr("%1 addresses")),
             counted(basis.blocks, Tr::tr("one block"), Tr::tr("%1 blocks")),
             counted(basis.vantages, Tr::tr("one computer"), Tr::tr("%1 computers")), voices);
}

QString cannotTell() {
    return Tr::tr("Whether it was deliberate, who or what did it, or whether people inside the country lost anything: "
                  "most North Koreans have no access to this network. It is what one computer saw from outside.");
}

QString reportedElsewhere() { return Tr::tr("Reported elsewhere. Not measured by this program."); }

QString thresholds(Pattern pattern, const PatternThresholds& limits) {
    const auto percent = [](double share) { return QString::number(qRound(share * 100)); };
    switch (pattern) {
    case Pattern::SingleServer:
        return Tr::tr("All that stopped share one address, and at least %1 others answer.")
            .arg(numberWord(limits.othersAnswer));
    case Pattern::NameServersOnly:
        return Tr::tr("Only name servers stopped, and at least one site answers at its known address.");
    case Pattern::OneUpstream:
        return Tr::tr("Everything asked by one side stopped, in two layers, and nothing of the other side.");
    case Pattern::Unstable:
        return Tr::tr("At least %1 times in %2 h at least half of the hosts stopped and came back, or all routes did.")
            .arg(numberWord(limits.cycles))
            .arg(limits.cyclesWithin_s / 3600);
    case Pattern::Gradual:
        return Tr::tr("At least %1 hosts; a third of them with at least %2 % lost or slow checks in the 20 minutes "
                      "before, one of them %3 min before; %4 strictly one after another; not as usual at that hour.")
            .arg(numberWord(limits.gradualDown), percent(limits.troubleShare))
            .arg(limits.troubleBefore_s / 60)
            .arg(numberWord(limits.gradualChain));
    case Pattern::Abrupt:
        return Tr::tr("At least %1 hosts and %2 % of those that answered, in two layers, none answering; no two "
                      "stopped surely more "
                      "than %3 min apart.")
            .arg(numberWord(limits.abruptDown), percent(limits.abruptShare))
            .arg(limits.abruptWithin_s / 60);
    case Pattern::RoutingPolicy:
        return Tr::tr(
                   "%1 to %2 % of the networks still had a route, by both sides, and the routes were marked invalid.")
            .arg(percent(limits.policyLow), percent(limits.policyHigh));
    case Pattern::Unclear:
        return Tr::tr("Claimed only where %1 % of the start was seen and one of the known shapes fits.")
            .arg(percent(limits.coverage));
    }
    return {};
}

} // namespace kpwatch::words
