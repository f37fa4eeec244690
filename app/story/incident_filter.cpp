// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/incident_filter.h"

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

constexpr std::array scopes{Scope::OneServer,   Scope::Several,     Scope::AllSites,
                            Scope::NameServers, Scope::OneUpstream, Scope::WholeNetwork};
constexpr std::array patterns{Pattern::SingleServer,  Pattern::NameServersOnly, Pattern::OneUpstream,
                              Pattern::Unstable,      Pattern::Gradual,         Pattern::Abrupt,
                              Pattern::RoutingPolicy, Pattern::Unclear};

template <typename Value>
std::optional<Value> named(std::span<const Value> values, std::string_view wanted) {
    const auto found =
        std::find_if(values.begin(), values.end(), [wanted](Value value) { return name(value) == wanted; });
    return found == values.end() ? std::nullopt : std::optional(*found);
}

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
std::optional<Scope> scopeNamed(std::string_view wanted) { return named(allScopes(), wanted); }
std::optional<Pattern> patternNamed(std::string_view wanted) { return named(allPatterns(), wanted); }

} // namespace kpwatch
