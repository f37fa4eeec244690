// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/incidents_answer.h"

#include "app/history/route_reader.h"
#include "app/settings_file.h"

#include <algorithm>

namespace kpwatch {
namespace {

// The page of a site that is part of it, else any target that is.
std::optional<TargetId> firstPageOf(const Incident& incident, const Watchlist& watchlist) {
    for (const Member& member : incident.members)
        if (const Target* const target = watchlist.find(member.target);
            target != nullptr && target->layer == Layer::Http && !target->site.empty())
            return member.target;
    return incident.members.empty() ? std::nullopt : std::optional(incident.members.front().target);
}

void addAround(IncidentsAnswer& answer, const HistoryReader& reader, const Watchlist& today) {
    const Incident& incident = answer.log[*answer.shown];
    const Watchlist& watchlist = answer.watchlistOf(incident, today);
    const TimeRange range = rangeAround(incident, answer.asOf);
    answer.around = timelineOf(watchlist, spansThen(reader, *answer.then, range), range, answer.asOf);
    answer.around.simulated = reader.simulated();
    answer.rules = settingsOver(reader, range);
    answer.routes = routesOver(reader, range, answer.asOf);
    answer.otherDesks = static_cast<int>(reader.colleagues(range).size());
    answer.latencyOf = answer.query.latencyOf ? answer.query.latencyOf : firstPageOf(incident, watchlist);
    if (answer.latencyOf)
        answer.latency = reader.latency(watchlist, *answer.latencyOf, range, answer.query.columns);
}

constexpr std::chrono::hours currentFor{1};
constexpr std::size_t mostCurrent = 10;

void addCurrent(IncidentsAnswer& answer, const HistoryReader& reader, const IncidentQuestion& question) {
    for (std::size_t i = answer.log.size(); i-- > 0;) {
        const Incident& incident = answer.log[i];
        const bool told = !incident.over() || (answer.current.size() < mostCurrent &&
                                               answer.asOf - incident.end(answer.asOf) <= currentFor);
        if (told)
            answer.current.push_back({i, assessmentOf(reader, question, incident)});
    }
}

const Assessment* currentAssessment(const IncidentsAnswer& answer, std::size_t index) {
    const auto found = std::ranges::find(answer.current, index, &CurrentIncident::index);
    return found == answer.current.end() ? nullptr : &found->assessment;
}

} // namespace

IncidentsAnswer incidentsAnswerFrom(const HistoryReader* reader, const Watchlist& watchlist,
                                    const IncidentsQuery& query, Sieve& sieve) {
    IncidentsAnswer answer;
    answer.query = query;
    answer.asOf = answer.toldAt = query.now;
    if (reader == nullptr)
        return answer;
    const std::string stored = reader->latestSettingsJson();
    if (stored.empty())
        return answer; // its first rows are not written yet
    const Settings settings = storedSettings(stored);
    answer.asOf = std::min(query.now, reader->lastRowAt().value_or(query.now));
    const IncidentQuestion question{watchlist, settings, answer.asOf};
    answer.firstRowAt = reader->firstRowAt();
    answer.log = incidentLog(*reader, question);
    answer.then = std::make_shared<const WatchedThen>(watchedThen(*reader, watchlist));
    answer.lineChanges = epochChanges(reader->epochs());
    answer.passing = sieve.passing(*reader, question, answer.log, query.filter);
    if (query.spells)
        answer.spells = spellLog(*reader, watchlist, *query.spells);
    if (answer.log.empty())
        return answer;
    addCurrent(answer, *reader, question);
    const Incident* const shown = query.id.empty() ? &answer.log.back() : findIncident(answer.log, query.id);
    if (shown == nullptr)
        return answer;
    answer.shown = static_cast<std::size_t>(shown - answer.log.data());
    const Assessment* const known = currentAssessment(answer, *answer.shown);
    answer.assessment = known != nullptr ? *known : assessmentOf(*reader, question, *shown);
    answer.said = everSaidOf(*shown, reader->judgements());
    addAround(answer, *reader, watchlist);
    return answer;
}

const CurrentIncident* IncidentsAnswer::goingOn() const {
    const auto found = std::ranges::find_if(
        current, [this](const CurrentIncident& one) { return !log[one.index].over() && !log[one.index].longStanding; });
    return found == current.end() ? nullptr : &*found;
}

} // namespace kpwatch
