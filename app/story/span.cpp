// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/span.h"

#include "probes/value_named.h"

#include <array>

namespace kpwatch {

namespace {

constexpr std::array allVerdicts{Verdict::Unknown,           Verdict::Up,          Verdict::Degraded,
                                 Verdict::ErrorPage,         Verdict::Down,        Verdict::BlockedHere,
                                 Verdict::OwnConnectionDown, Verdict::NotMonitored};
constexpr std::array allReasons{
    Reason::None,        Reason::NotStarted,   Reason::Closed,         Reason::Paused,        Reason::Asleep,
    Reason::NoControl,   Reason::Intercepted,  Reason::WayThere,       Reason::NeverAnswered, Reason::NotAnsweredFor,
    Reason::Stale,       Reason::ThroughProxy, Reason::SuspectedBlock, Reason::OtherRoute,    Reason::LineUntested,
    Reason::OwnFirewall, Reason::NotCarried};

} // namespace

std::string_view name(Verdict verdict) {
    switch (verdict) {
    case Verdict::Unknown:
        return "unknown";
    case Verdict::Up:
        return "up";
    case Verdict::Degraded:
        return "degraded";
    case Verdict::ErrorPage:
        return "error-page";
    case Verdict::Down:
        return "down";
    case Verdict::BlockedHere:
        return "blocked-here";
    case Verdict::OwnConnectionDown:
        return "own-connection-down";
    case Verdict::NotMonitored:
        return "not-monitored";
    }
    return {};
}

std::string_view name(Reason reason) {
    switch (reason) {
    case Reason::None:
        return "";
    case Reason::NotStarted:
        return "not-started";
    case Reason::Closed:
        return "closed";
    case Reason::Paused:
        return "paused";
    case Reason::Asleep:
        return "asleep";
    case Reason::NoControl:
        return "no-control";
    case Reason::Intercepted:
        return "intercepted";
    case Reason::WayThere:
        return "way-there";
    case Reason::NeverAnswered:
        return "never-answered";
    case Reason::NotAnsweredFor:
        return "not-answered-for";
    case Reason::Stale:
        return "stale";
    case Reason::ThroughProxy:
        return "through-proxy";
    case Reason::SuspectedBlock:
        return "suspected-block";
    case Reason::OtherRoute:
        return "other-route";
    case Reason::LineUntested:
        return "line-untested";
    case Reason::OwnFirewall:
        return "own-firewall";
    case Reason::NotCarried:
        return "not-carried";
    }
    return {};
}

std::optional<Verdict> verdictFromName(std::string_view text) { return valueNamed(allVerdicts, text); }

std::optional<Reason> reasonFromName(std::string_view text) { return valueNamed(allReasons, text); }

} // namespace kpwatch
