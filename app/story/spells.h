// SPDX-License-Identifier: GPL-3.0-or-later
// Slow spells and error pages: the server was there, so they open no incident and have lists of their own; those
// shortly before an incident are its precursors. Pure; any thread.
#pragma once

#include "app/story/incident.h"

namespace kpwatch {

struct Spell {
    TargetId target{};
    TimeRange range;
    Verdict verdict = Verdict::Degraded; // or ErrorPage
    std::string note;                    // "503"
    bool operator==(const Spell&) const = default;
};

// Of all targets, in order of begin.
std::vector<Spell> spellsOf(const Watchlist& watchlist, const TargetSpans& spans, Verdict verdict);
// Both kinds, of anybody, that were going on in the hour before the incident began.
std::vector<Spell> precursorsOf(const Incident& incident, const Watchlist& watchlist, const TargetSpans& spans);

} // namespace kpwatch
