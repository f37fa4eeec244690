// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of evidence rows: each with its number. Of words/incident.h.
#include "app/words/incident.h"

#include "app/words/count.h"
#include "app/words/sources.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>
#include <cmath>

namespace kpwatch::words {

namespace {

QString whole(double number) { return numberWord(std::llround(number)); }
QString figure(double number) { return QString::number(std::llround(number)); }
QString percentOf(double share) { return QString::number(std::llround(share * 100)); }
QString seconds(double number) { return duration(std::chrono::milliseconds(std::llround(number * 1000))); }
// Whole minutes, up: within so long is then true.
QString atMost(double seconds) {
    return duration(std::chrono::minutes(std::max(1LL, std::llround(std::ceil(seconds / 60)))));
}

QString side(const std::string& via) { return via == "russia" ? Tr::tr("Russia") : Tr::tr("China"); }
QString upstream(const std::string& number) {
    return number == "20485" ? Tr::tr("TransTeleCom (Russia)") : Tr::tr("the China side");
}

QString moment(const Evidence& row) { return row.at ? stampKst(*row.at) : QString(); }

// "Blocks announced", as IODA and Radar count them; "blocks that answer pings".
QString countedBlocks(const Evidence& row) {
    return row.source == "ioda/ping-slash24" ? Tr::tr("Blocks that answer pings") : Tr::tr("Blocks announced");
}

// What places were asked, if no site: "globalping/name-servers".
QString askedOf(const Evidence& row) {
    if (row.source.ends_with("/name-servers"))
        return askedBesides(PlaceQuestion::Kind::Dns);
    return row.source.ends_with("/addresses") ? askedBesides(PlaceQuestion::Kind::Tcp) : QString();
}

// Who counts, how coarsely and how late.
QString counter(const std::string& source) {
    const QString name = sourceName(source.substr(0, source.find('/')));
    if (source == "ioda/bgp" || source == "ioda/ping-slash24")
        return Tr::tr("%1; steps of %2 min, some 20 min late").arg(name).arg(source == "ioda/bgp" ? 5 : 10);
    return source == radarSource ? Tr::tr("%1; snapshots up to 2 h old").arg(name) : name;
}

// What others saw while the silence of now had not begun, which speaks neither for nor against it.
bool isOfBefore(const Evidence& row) {
    constexpr Fact dated[] = {Fact::PlacesSilent, Fact::PlacesReached, Fact::BlocksFell, Fact::ProbesSilent,
                              Fact::ProbesReached};
    return row.sign == Sign::NotKnown && std::ranges::find(dated, row.fact) != std::end(dated);
}

// One case a fact: what is forgotten does not compile.
QString sentenceOf(const Evidence& row) {
    switch (row.fact) {
    case Fact::WithinSeconds:
        return Tr::tr("All that stopped did so within %1").arg(atMost(row.a));
    case Fact::NotWithinSeconds:
        return Tr::tr("The first and the last stopped at least %1 apart").arg(seconds(row.a));
    case Fact::NothingAnswered:
        return Tr::tr("%1 of %2 stopped, nothing answered").arg(figure(row.a), figure(row.b));
    case Fact::SomeAnswered:
        return row.b > 1 ? Tr::tr("%1 of %2 others went on answering").arg(figure(row.a), figure(row.b))
                         : Tr::tr("The one other went on answering");
    case Fact::TroubleBefore:
        return Tr::tr("%1 of %2 had lost or slow checks in the 20 minutes before").arg(figure(row.a), figure(row.b));
    case Fact::NoTroubleBefore:
        return row.b > 1 ? Tr::tr("None of %1 had lost or slow checks in the 20 minutes before").arg(figure(row.b))
                         : Tr::tr("It had no lost or slow checks in the 20 minutes before");
    case Fact::TroubleUsual:
        return Tr::tr("As much was lost in the same hour on %1 of the 7 days before").arg(whole(row.a));
    case Fact::OrderCertain:
        return Tr::tr("%1 stopped strictly one after another").arg(capital(whole(row.a)));
    case Fact::OrderUncertain:
        return Tr::tr("Which of the %1 stopped first cannot be told").arg(figure(row.a));
    case Fact::OneAddress:
        return row.a > 1 ? Tr::tr("All %1 share the address %2").arg(figure(row.a), cleaned(row.source, 60))
                         : Tr::tr("One address stopped, %1").arg(cleaned(row.source, 60));
    case Fact::SiteAnsweredBeside:
        return row.a > 1 ? Tr::tr("%1 sites answered at their known addresses").arg(capital(whole(row.a)))
                         : Tr::tr("One site answered at its known address");
    case Fact::SideSilent:
        return Tr::tr("%1 of %2 by way of %3 stopped").arg(figure(row.a), figure(row.b), side(row.source));
    case Fact::OtherSideAnswers:
        return Tr::tr("%1 by the other way answered").arg(capital(whole(row.a)));
    case Fact::Cycles:
        return Tr::tr("At least half of %1 hosts stopped and came back %2 times within 6 h")
            .arg(figure(row.b), whole(row.a));
    case Fact::RouteLosses:
        return row.a > 1 ? Tr::tr("All routes were lost %1 times within 6 h").arg(whole(row.a))
                         : Tr::tr("All routes were lost once within 6 h");
    case Fact::LineWorked:
        return Tr::tr("Our own line worked throughout the start");
    case Fact::LineFailed:
        return Tr::tr("Our own line was down or unwatched for %1 around the start").arg(seconds(row.a));
    case Fact::Coverage:
        return Tr::tr("Only %1 % of the time around the start was judged").arg(percentOf(row.a));
    case Fact::StartUnseen:
        return Tr::tr("Nobody looked while it began");
    case Fact::NoTransitControls:
        return Tr::tr("Nothing tested the road by way of %1").arg(side(row.source));
    case Fact::NegativeSilent:
        return Tr::tr("Addresses that nobody can answer stayed silent");
    case Fact::NoNegativeControls:
        return Tr::tr("Whether somebody between answers for everybody was not tested");
    case Fact::RoutesWithHosts:
        return Tr::tr("The routes went within 3 min of the hosts, down to %1 %").arg(percentOf(row.a));
    case Fact::RoutesAround:
        return Tr::tr(
                   "The routes went, down to %1 %, around the time when the hosts did; which went first was not seen")
            .arg(percentOf(row.a));
    case Fact::RoutesApart:
        return row.b > 0 ? Tr::tr("The routes went after the hosts, down to %1 %").arg(percentOf(row.a))
                         : Tr::tr("The routes went before the hosts, down to %1 %").arg(percentOf(row.a));
    case Fact::RoutesPresent:
        if (row.b > 0)
            return Tr::tr("The routes stayed as far as anybody listened; for %1 nobody did").arg(seconds(row.b));
        return row.a > 1 ? Tr::tr("The routes stayed, in %1 readings").arg(figure(row.a))
                         : Tr::tr("The routes stayed, in one reading");
    case Fact::RoutesPartly:
        return Tr::tr("The routes stayed in part, at least %1 %").arg(percentOf(row.a));
    case Fact::RoutesUnknown:
        return row.at ? Tr::tr("No route reading of the silence itself; the last before it was at %1").arg(moment(row))
                      : Tr::tr("No route readings of that time");
    case Fact::OnlyVia:
        return Tr::tr("Now only by way of %1").arg(upstream(row.source));
    case Fact::RouteValidity:
        return Tr::tr("The routes were marked invalid: %1 (%2)")
            .arg(cleaned(row.source.substr(0, row.source.find(" (")), 80), moment(row));
    case Fact::ForeignOrigin:
        return row.a > 1 ? Tr::tr("Another network, AS%1, announced %2; %3 networks had its route at most")
                               .arg(figure(row.b), cleaned(row.source, 20), figure(row.a))
                         : Tr::tr("Another network, AS%1, announced %2; one network had its route")
                               .arg(figure(row.b), cleaned(row.source, 20));
    case Fact::MoreSpecific:
        return row.a > 1 ? Tr::tr("AS%1 announced a part, %2; %3 networks had that route at most")
                               .arg(figure(row.b), cleaned(row.source, 20), figure(row.a))
                         : Tr::tr("AS%1 announced a part, %2; one network had that route")
                               .arg(figure(row.b), cleaned(row.source, 20));
    case Fact::RoutesBorneOut:
        return Tr::tr("Other collectors saw the routes in %1 of %2 networks (%3)")
            .arg(figure(row.a), figure(row.b), moment(row));
    case Fact::NoOtherPlaces:
        return Tr::tr("One computer; other places not yet asked");
    case Fact::PlacesSilent:
        if (!askedOf(row).isEmpty())
            return row.b > 1
                       ? Tr::tr("%1 of %2 other places could not reach %3 either (%4)")
                             .arg(figure(row.a), figure(row.b), askedOf(row), moment(row))
                       : Tr::tr("The one other place could not reach %1 either (%2)").arg(askedOf(row), moment(row));
        return row.b > 1 ? Tr::tr("%1 of %2 other places could not reach them either (%3)")
                               .arg(figure(row.a), figure(row.b), moment(row))
                         : Tr::tr("The one other place could not reach them either (%1)").arg(moment(row));
    case Fact::PlacesReached:
        if (!askedOf(row).isEmpty())
            return row.b > 1 ? Tr::tr("%1 of %2 other places reached %3 (%4)")
                                   .arg(figure(row.a), figure(row.b), askedOf(row), moment(row))
                             : Tr::tr("The one other place reached %1 (%2)").arg(askedOf(row), moment(row));
        return row.b > 1
                   ? Tr::tr("%1 of %2 other places reached them (%3)").arg(figure(row.a), figure(row.b), moment(row))
                   : Tr::tr("The one other place reached them (%1)").arg(moment(row));
    case Fact::PlacesUnproven:
        return row.a > 1 ? Tr::tr("%1 other places were asked (%2), but none had reached them in the 36 h before")
                               .arg(figure(row.a), moment(row))
                         : Tr::tr("One other place was asked (%1), but it had not reached them in the 36 h before")
                               .arg(moment(row));
    case Fact::BlocksFell:
        return Tr::tr("%1, usually %2, at the lowest %3 (%4)")
            .arg(countedBlocks(row), figure(row.b), figure(row.a), moment(row));
    case Fact::BlocksStayed:
        return Tr::tr("%1, usually %2, never under %3").arg(countedBlocks(row), figure(row.b), figure(row.a));
    case Fact::ProbesSilent:
        return Tr::tr("%1 of %2 probes of measurement %3 had no answer (%4)")
            .arg(figure(row.a), figure(row.b), cleaned(row.source, 20), moment(row));
    case Fact::ProbesReached:
        return Tr::tr("%1 of %2 probes of measurement %3 had an answer (%4)")
            .arg(figure(row.a), figure(row.b), cleaned(row.source, 20), moment(row));
    }
    return {};
}

} // namespace

QString evidence(const Evidence& row) {
    return isOfBefore(row) ? Tr::tr("%1, before this silence").arg(sentenceOf(row)) : sentenceOf(row);
}

QString evidenceSource(const Evidence& row) {
    switch (row.fact) {
    case Fact::RoutesWithHosts:
    case Fact::RoutesAround:
    case Fact::RoutesApart:
    case Fact::RoutesPresent:
    case Fact::RoutesPartly:
    case Fact::RouteLosses:
    case Fact::RoutesBorneOut:
        return sourceName(row.source);
    case Fact::RoutesUnknown:
    case Fact::NoOtherPlaces:
    case Fact::OnlyVia:
    case Fact::ForeignOrigin:
    case Fact::MoreSpecific:
        return Tr::tr("outside sources");
    case Fact::RouteValidity:
        return validityBy(row.source).empty() ? Tr::tr("outside sources") : sourceName(validityBy(row.source));
    case Fact::PlacesSilent:
    case Fact::PlacesReached:
    case Fact::PlacesUnproven:
        return sourceName(row.source.substr(0, row.source.find('/')));
    case Fact::BlocksFell:
    case Fact::BlocksStayed:
        return counter(row.source);
    case Fact::ProbesSilent:
    case Fact::ProbesReached:
        return sourceName(atlasSource);
    case Fact::LineWorked:
    case Fact::LineFailed:
    case Fact::NoTransitControls:
    case Fact::NegativeSilent:
    case Fact::NoNegativeControls:
        return Tr::tr("addresses that test our line and the road");
    case Fact::WithinSeconds:
    case Fact::NotWithinSeconds:
    case Fact::NothingAnswered:
    case Fact::SomeAnswered:
    case Fact::TroubleBefore:
    case Fact::NoTroubleBefore:
    case Fact::TroubleUsual:
    case Fact::OrderCertain:
    case Fact::OrderUncertain:
    case Fact::OneAddress:
    case Fact::SiteAnsweredBeside:
    case Fact::SideSilent:
    case Fact::OtherSideAnswers:
    case Fact::Cycles:
    case Fact::Coverage:
    case Fact::StartUnseen:
        return Tr::tr("checks by this computer");
    }
    return {};
}

} // namespace kpwatch::words
