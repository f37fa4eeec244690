// SPDX-License-Identifier: GPL-3.0-or-later
// Which incidents a list shows. What can be told from the incident itself is asked first: assessing costs reading.
// Values; any thread.
#pragma once

#include "app/story/assessment.h"

namespace kpwatch {

struct IncidentFilter {
    std::optional<TimeRange> when;                                // going on at some time of it
    std::optional<std::chrono::milliseconds> atLeast{}, atMost{}; // from the first failure to the last recovery, or now
    std::optional<Scope> scope{};
    std::optional<Pattern> pattern{};
    bool operator==(const IncidentFilter&) const = default;

    bool needsAssessment() const { return scope || pattern; }
    bool passes(const Incident& incident, UtcTime now) const; // as far as that says
    bool passes(const Assessment& assessment) const;
};

std::optional<Scope> scopeNamed(std::string_view name);
std::optional<Pattern> patternNamed(std::string_view name);
std::span<const Scope> allScopes(); // in the order of the rules
std::span<const Pattern> allPatterns();

} // namespace kpwatch
