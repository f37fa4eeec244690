// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/incident_facts.h"

namespace kpwatch {

std::string_view name(Fact fact) {
    switch (fact) {
    case Fact::WithinSeconds:
        return "within-seconds";
    case Fact::NotWithinSeconds:
        return "not-within-seconds";
    case Fact::NothingAnswered:
        return "nothing-answered";
    case Fact::SomeAnswered:
        return "some-answered";
    case Fact::TroubleBefore:
        return "trouble-before";
    case Fact::NoTroubleBefore:
        return "no-trouble-before";
    case Fact::TroubleUsual:
        return "trouble-usual";
    case Fact::OrderCertain:
        return "order-certain";
    case Fact::OrderUncertain:
        return "order-uncertain";
    case Fact::OneAddress:
        return "one-address";
    case Fact::SiteAnsweredBeside:
        return "site-answered-beside";
    case Fact::SideSilent:
        return "side-silent";
    case Fact::OtherSideAnswers:
        return "other-side-answers";
    case Fact::Cycles:
        return "cycles";
    case Fact::RouteLosses:
        return "route-losses";
    case Fact::LineWorked:
        return "line-worked";
    case Fact::LineFailed:
        return "line-failed";
    case Fact::Coverage:
        return "coverage";
    case Fact::StartUnseen:
        return "start-unseen";
    case Fact::NoTransitControls:
        return "no-transit-controls";
    case Fact::NegativeSilent:
        return "negative-silent";
    case Fact::NoNegativeControls:
        return "no-negative-controls";
    case Fact::RoutesWithHosts:
        return "routes-with-hosts";
    case Fact::RoutesAround:
        return "routes-around";
    case Fact::RoutesApart:
        return "routes-apart";
    case Fact::RoutesPresent:
        return "routes-present";
    case Fact::RoutesPartly:
        return "routes-partly";
    case Fact::RoutesUnknown:
        return "routes-unknown";
    case Fact::OnlyVia:
        return "only-via";
    case Fact::RouteValidity:
        return "route-validity";
    case Fact::ForeignOrigin:
        return "foreign-origin";
    case Fact::MoreSpecific:
        return "more-specific";
    case Fact::RoutesBorneOut:
        return "routes-borne-out";
    case Fact::NoOtherPlaces:
        return "no-other-places";
    case Fact::PlacesSilent:
        return "places-silent";
    case Fact::PlacesReached:
        return "places-reached";
    case Fact::PlacesUnproven:
        return "places-unproven";
    case Fact::BlocksFell:
        return "blocks-fell";
    case Fact::BlocksStayed:
        return "blocks-stayed";
    case Fact::ProbesSilent:
        return "probes-silent";
    case Fact::ProbesReached:
        return "probes-reached";
    }
    return "";
}

} // namespace kpwatch
