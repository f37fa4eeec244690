// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/spells.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::chrono::hours shortlyBefore{1};

} // namespace

std::vector<Spell> spellsOf(const Watchlist& watchlist, const TargetSpans& spans, Verdict verdict) {
    std::vector<Spell> spells;
    for (const Target& target : watchlist.targets) {
        const auto lane = spans.find(target.id);
        if (lane == spans.end())
            continue;
        for (const Span& span : lane->second)
            if (span.verdict == verdict)
                spells.push_back({target.id, span.range, verdict, span.note});
    }
    std::stable_sort(spells.begin(), spells.end(),
                     [](const Spell& left, const Spell& right) { return left.range.begin < right.range.begin; });
    return spells;
}

std::vector<Spell> precursorsOf(const Incident& incident, const Watchlist& watchlist, const TargetSpans& spans) {
    const UtcTime began = incident.firstFailure();
    std::vector<Spell> precursors;
    for (const Verdict verdict : {Verdict::Degraded, Verdict::ErrorPage})
        for (Spell& spell : spellsOf(watchlist, spans, verdict))
            if (spell.range.begin < began && spell.range.end > began - shortlyBefore)
                precursors.push_back(std::move(spell));
    return precursors;
}

} // namespace kpwatch
