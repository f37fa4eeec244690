// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/export_numbers.h"

#include "app/story/hosts.h"
#include "app/story/site_page.h"

namespace kpwatch {

namespace {

std::string text(const std::optional<Onset>& onset) {
    if (!onset)
        return "not over";
    return (onset->after ? isoUtc(*onset->after) : "not observed") + " to " + isoUtc(onset->by);
}

// Those left out by hand and the judgements that change what is told, so that one given after the export is seen.
std::string leftOut(const Incident& incident, const Watchlist& watchlist) {
    std::string names;
    for (const Target* const target : hostsAmong(incident.excluded, watchlist))
        names += (names.empty() ? "" : ", ") + target->name;
    return names;
}

std::string seconds(std::chrono::milliseconds length, bool at_least) {
    return (at_least ? "at least " : "") + std::to_string(length.count() / 1000) + " s";
}

} // namespace

std::vector<ExportNumber> exportNumbers(const Incident& incident, const Assessment& seen, const Watchlist& watchlist) {
    const Lengths& lengths = incident.lengths;
    std::vector<ExportNumber> numbers{{"began", text(incident.began)},
                                      {"ended", text(incident.ended)},
                                      {"at least one did not", seconds(lengths.atLeastOne, lengths.one.atLeast)},
                                      {"until steady", seconds(lengths.untilSteady, lengths.steady.atLeast)},
                                      {"scope", std::string(name(seen.scope))},
                                      {"pattern", std::string(name(seen.pattern))}};
    if (sitesOf(incident.excluded, watchlist).empty()) // else nobody knows it of all of them
        numbers.push_back(
            {"none answered", lengths.noneAnswered ? seconds(*lengths.noneAnswered, lengths.none.atLeast) : "never"});
    for (const Member& member : incident.members)
        if (const Target* const target = watchlist.find(member.target))
            numbers.push_back({target->name, text(member.began())});
    if (const std::string names = leftOut(incident, watchlist); !names.empty())
        numbers.push_back({"left out by hand", names});
    if (incident.window)
        numbers.push_back({"window by hand", isoUtc(incident.window->begin) + " to " + isoUtc(incident.window->end)});
    if (incident.falseAlarm)
        numbers.push_back({"marked by hand", "a false alarm"});
    return numbers;
}

} // namespace kpwatch
