// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/export_numbers.h"

namespace kpwatch {

namespace {

std::string text(const std::optional<Onset>& onset) {
    if (!onset)
        return "not over";
    return (onset->after ? isoUtc(*onset->after) : "not observed") + " to " + isoUtc(onset->by);
}

std::string seconds(std::chrono::milliseconds length) { return std::to_string(length.count() / 1000) + " s"; }

} // namespace

std::vector<ExportNumber> exportNumbers(const Incident& incident, const Assessment& seen, const Watchlist& watchlist) {
    const Lengths& lengths = incident.lengths;
    std::vector<ExportNumber> numbers{
        {"began", text(incident.began)},
        {"ended", text(incident.ended)},
        {"none answered", lengths.noneAnswered ? seconds(*lengths.noneAnswered) : "never"},
        {"at least one did not", seconds(lengths.atLeastOne)},
        {"until steady", seconds(lengths.untilSteady)},
        {"scope", std::string(name(seen.scope))},
        {"pattern", std::string(name(seen.pattern))}};
    for (const Member& member : incident.members)
        if (const Target* const target = watchlist.find(member.target))
            numbers.push_back({target->name, text(member.began())});
    return numbers;
}

} // namespace kpwatch
