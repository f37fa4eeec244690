// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/incident_filter.h"

#include "probes/value_named.h"

#include <array>

namespace kpwatch {

namespace {

constexpr std::array scopes{Scope::OneServer,   Scope::Several,     Scope::AllSites,
                            Scope::NameServers, Scope::OneUpstream, Scope::WholeNetwork};
constexpr std::array patterns{Pattern::SingleServer,  Pattern::NameServersOnly, Pattern::OneUpstream,
                              Pattern::Unstable,      Pattern::Gradual,         Pattern::Abrupt,
                              Pattern::RoutingPolicy, Pattern::Unclear};

} // namespace

bool IncidentFilter::passes(const Incident& incident, UtcTime now) const {
    if (when && (incident.firstFailure() >= when->end || incident.end(now) <= when->begin))
        return false;
    const auto length = incident.lengths.untilSteady;
    return (!atLeast || length >= *atLeast) && (!atMost || length <= *atMost);
}

bool IncidentFilter::passes(const Assessment& assessment) const {
    return (!scope || assessment.scope == *scope) && (!pattern || assessment.pattern == *pattern);
}

std::span<const Scope> allScopes() { return scopes; }
std::span<const Pattern> allPatterns() { return patterns; }
std::optional<Scope> scopeNamed(std::string_view wanted) { return valueNamed(scopes, wanted); }
std::optional<Pattern> patternNamed(std::string_view wanted) { return valueNamed(patterns, wanted); }

} // namespace kpwatch
