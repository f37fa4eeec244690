// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/incident_json.h"

#include "app/story/site_page.h"
#include "app/words/copy.h"
#include "app/words/sources.h"
#include "ui/cli/json.h"

namespace kpwatch {

using nlohmann::ordered_json;

namespace {

ordered_json onsetJson(const std::optional<Onset>& onset) {
    if (!onset)
        return nullptr;
    return {{"after", isoJson(onset->after)}, {"by", isoUtc(onset->by)}};
}
ordered_json secondsJson(std::chrono::milliseconds length) { return static_cast<double>(length.count()) / 1000.0; }

ordered_json windowJson(const std::optional<TimeRange>& window) {
    if (!window)
        return nullptr;
    return {{"from", isoUtc(window->begin)}, {"to", isoUtc(window->end)}};
}

ordered_json byHandJson(const std::vector<Judgement>& said) {
    ordered_json list = ordered_json::array();
    for (const Judgement& each : said)
        list.push_back({{"no", each.id},
                        {"at", isoUtc(each.at)},
                        {"hand", name(each.hand)},
                        {"other", each.other.empty() ? ordered_json(nullptr) : ordered_json(each.other)},
                        {"from", isoJson(each.from)},
                        {"to", isoJson(each.to)},
                        {"reason", each.reason}});
    return list;
}

std::string nameOf(const Watchlist& watchlist, TargetId id) {
    const Target* const target = watchlist.find(id);
    return target == nullptr ? std::string() : target->name;
}

ordered_json namesOf(const std::vector<TargetId>& ids, const Watchlist& watchlist) {
    ordered_json list = ordered_json::array();
    for (const TargetId id : ids)
        list.push_back(nameOf(watchlist, id));
    return list;
}

ordered_json pairsJson(const std::vector<Before>& pairs, const Watchlist& watchlist) {
    ordered_json list = ordered_json::array();
    for (const Before& pair : pairs)
        list.push_back({nameOf(watchlist, pair.first), nameOf(watchlist, pair.second)});
    return list;
}

ordered_json lengthsJson(const Incident& incident, const Watchlist& watchlist) {
    const Lengths& lengths = incident.lengths;
    const bool told = lengths.noneAnswered && sitesOf(incident.excluded, watchlist).empty();
    return {{"none_answered", told ? secondsJson(*lengths.noneAnswered) : ordered_json(nullptr)},
            {"at_least_one", secondsJson(lengths.atLeastOne)},
            {"until_steady", secondsJson(lengths.untilSteady)},
            {"none_answered_at_least", lengths.none.atLeast},
            {"at_least", lengths.one.atLeast},
            {"until_steady_at_least", lengths.steady.atLeast}};
}

ordered_json targetsJson(const Incident& incident, const Watchlist& watchlist) {
    ordered_json targets = ordered_json::array();
    for (const Member& member : incident.members)
        targets.push_back({{"id", nameOf(watchlist, member.target)},
                           {"began", onsetJson(member.began())},
                           {"ended", onsetJson(member.ended())},
                           {"rank", member.rank > 0 ? ordered_json(member.rank) : ordered_json(nullptr)},
                           {"times", member.downTimes.size()}});
    return targets;
}

ordered_json evidenceJson(const std::vector<Evidence>& rows) {
    ordered_json evidence = ordered_json::array();
    for (const Evidence& row : rows)
        evidence.push_back({{"sign", name(row.sign)},
                            {"text", words::evidence(row).toStdString()},
                            {"source", words::evidenceSource(row).toStdString()}});
    return evidence;
}

const char* askedAbout(PlaceQuestion::Kind kind) {
    return kind == PlaceQuestion::Kind::Http  ? "sites"
           : kind == PlaceQuestion::Kind::Dns ? "name-servers"
                                              : "addresses";
}

// Every round there was, and what counts of blocks and probes came to.
ordered_json opinionJson(const SecondOpinion& opinion) {
    ordered_json rounds = ordered_json::array(), blocks = ordered_json::array(), probes = ordered_json::array();
    for (const PlaceRound& round : opinion.rounds)
        rounds.push_back({{"at", isoUtc(round.at)},
                          {"about", askedAbout(round.about)},
                          {"asked", round.asked},
                          {"voting", round.voting},
                          {"silent", round.silent},
                          {"silent_countries", round.silentCountries},
                          {"broad", round.isBroad()}});
    for (const BlockFinding& each : opinion.blocks)
        blocks.push_back({{"source", each.source},
                          {"usual", each.usual},
                          {"lowest", each.lowest},
                          {"lowest_at", isoUtc(each.at)},
                          {"changed", each.changed()}});
    for (const ProbeFinding& each : opinion.probes)
        probes.push_back({{"measurement", each.measurement},
                          {"kind", each.kind},
                          {"at", isoUtc(each.at)},
                          {"voting", each.voting},
                          {"silent", each.silent}});
    return {{"voices", opinion.voices()}, {"rounds", rounds}, {"blocks", blocks}, {"probes", probes}};
}

} // namespace

ordered_json incidentJson(const words::IncidentTold& told) {
    const Incident& incident = told.incident;
    const Assessment& seen = told.assessment;
    const words::Copy copy = words::copyOf(told, {});
    return {{"id", incident.id},
            {"aliases", incident.aliases},
            {"title", words::incidentTitle(told).toStdString()},
            {"scope", name(seen.scope)},
            {"pattern", name(seen.pattern)},
            {"unclear", seen.why == WhyUnclear::None ? ordered_json(nullptr) : ordered_json(name(seen.why))},
            {"routes", name(seen.routes.routes)},
            {"basis",
             {{"addresses", seen.basis.addresses},
              {"blocks", seen.basis.blocks},
              {"vantages", seen.basis.vantages},
              {"voices", seen.basis.voices}}},
            {"began", onsetJson(incident.began)},
            {"ended", onsetJson(incident.ended)},
            {"cut_at", isoJson(incident.cutAt)},
            {"long_standing", incident.longStanding},
            {"false_alarm", incident.falseAlarm},
            {"left_out", namesOf(incident.excluded, told.watchlist)},
            {"window", windowJson(incident.window)},
            {"by_hand", byHandJson(incident.byHand)},
            {"simulated", told.simulated},
            {"lengths_s", lengthsJson(incident, told.watchlist)},
            {"coverage", seen.coverage},
            {"targets", targetsJson(incident, told.watchlist)},
            {"before", pairsJson(incident.before, told.watchlist)},
            {"weighed_against", name(seen.weighed)},
            {"evidence", evidenceJson(seen.evidence)},
            {"second_opinion", opinionJson(seen.opinion)},
            {"credit", words::attributions(words::sourcesOf(seen)).toStdString()},
            {"copy",
             {{"alert", copy.alert.toStdString()},
              {"brief", copy.brief.toStdString()},
              {"full", copy.full.toStdString()}}}};
}

ordered_json reviewJson(const words::IncidentTold& told) {
    ordered_json review = incidentJson(told);
    review["as_of"] = isoUtc(told.asOf);
    review["recovered_before"] = pairsJson(told.incident.recoveredBefore, told.watchlist);
    review["thresholds"] = words::thresholds(told.assessment.pattern, told.assessment.thresholds).toStdString();
    review["cannot_tell"] = words::cannotTell().toStdString();
    ordered_json precursors = ordered_json::array();
    for (const Spell& spell : told.assessment.precursors)
        precursors.push_back({{"id", nameOf(told.watchlist, spell.target)},
                              {"state", name(spell.verdict)},
                              {"from", isoUtc(spell.range.begin)},
                              {"to", isoUtc(spell.range.end)},
                              {"note", spell.note.empty() ? ordered_json(nullptr) : ordered_json(spell.note)}});
    review["precursors"] = precursors;
    const words::Copy korean = words::copyOf(told, {.language = words::CopyLanguage::Korean});
    review["copy_ko"] = {{"alert", korean.alert.toStdString()},
                         {"brief", korean.brief.toStdString()},
                         {"full", korean.full.toStdString()},
                         {"expert", korean.expert.toStdString()}};
    review["copy"]["expert"] = words::copyOf(told, {}).expert.toStdString();
    return review;
}

} // namespace kpwatch
