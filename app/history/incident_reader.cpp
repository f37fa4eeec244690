// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/incident_reader.h"

#include "app/errors.h"
#include "app/settings_file.h"
#include "app/story/route_lane.h"
#include "app/story/unwatched.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto answersFor = std::chrono::days(7);
constexpr auto routesFrom = 2h; // an hour is looked at, and the reading before it

// Where targets that are asked by name were found last.
std::map<TargetId, std::string> addressesOf(const Surroundings& around, const Watchlist& watchlist, UtcTime by) {
    std::map<TargetId, std::string> addresses;
    for (const Target& target : watchlist.targets) {
        const auto* const page = std::get_if<HttpOptions>(&target.probe);
        if (!target.enabled || page == nullptr || page->resolve.servers.empty()) // the others say their address
            continue;
        if (std::string found = around.lastFoundAt(target, by); !found.empty())
            addresses[target.id] = std::move(found);
    }
    return addresses;
}

ChecksOf checksOf(const HistoryReader& reader) {
    return [&reader](const Target& target, TimeRange range) {
        std::vector<Observation> found;
        reader.rowsOf(target, range, [&](const Observation& row) { found.push_back(row); });
        return found;
    };
}

// The questions about checks, asked of a record.
Surroundings around(const HistoryReader& reader, const Watchlist& watchlist, const TargetSpans& spans,
                    const std::vector<Event>& epochs) {
    const auto found_at = [&](const Target& target, UtcTime by) {
        const auto latest = reader.latestChecks(watchlist, target.id, {{by - addressLately, by}, addressChecks, false});
        const auto answer =
            std::find_if(latest.begin(), latest.end(), [](const Observation& row) { return !row.peer.empty(); });
        return answer == latest.end() ? std::string() : answer->peer;
    };
    return {spans,
            epochs,
            checksOf(reader),
            found_at,
            [&reader](TimeRange range) { return reader.readings(range); },
            [&reader](TimeRange range) { return reader.outsideReadings(range); },
            [&reader](TimeRange range) { return reader.sightings(range); }};
}

TimeRange neededFor(const Incident& incident, UtcTime now) {
    const UtcTime began = incident.began.after.value_or(incident.began.by);
    return {began - answersFor, std::min(now, incident.end(now) + 1h)};
}

TargetSpans cutOut(const TargetSpans& spans, TimeRange range) {
    TargetSpans part;
    for (const auto& [id, lane] : spans) {
        const auto begin = std::lower_bound(lane.begin(), lane.end(), range.begin,
                                            [](const Span& span, UtcTime time) { return span.range.end <= time; });
        const auto end = std::lower_bound(begin, lane.end(), range.end,
                                          [](const Span& span, UtcTime time) { return span.range.begin < time; });
        part.emplace(id, std::vector<Span>(begin, end));
    }
    return part;
}

void addFirstFailed(Assessment& seen, const Incident& incident, const Watchlist& watchlist, const ChecksOf& checks) {
    for (const Member& member : incident.members) {
        const Target* const target = watchlist.find(member.target);
        const UtcTime at = member.downTimes.front().firstFailure();
        if (target == nullptr)
            continue;
        if (const std::vector<Observation> first = checks(*target, {at, at + 1ms}); !first.empty())
            seen.failed[member.target] = {first.front().peer, first.front().reached, first.front().failure};
    }
}

// Where nobody records any more, who was silent at the last row is out of sight at once, as in the lanes.
void leaveOutOfSight(TargetSpans& spans, UtcTime left) {
    for (auto& [id, lane] : spans)
        if (!lane.empty() && lane.back().verdict == Verdict::Down && !lane.back().ended) {
            const UtcTime from = std::max(left, lane.back().range.end);
            lane.push_back({{from, from + 1ms}, Verdict::NotMonitored, Reason::Closed, {}, {}, {}});
        }
}

constexpr std::int64_t trialId = std::numeric_limits<std::int64_t>::max();

// Of the time that routes are compared over; the days before only if there is anything to compare.
Routing routingOf(const Surroundings& around, const TargetSpans& spans, const Incident& incident, UtcTime now) {
    Routing routing;
    if (!around.readings)
        return routing;
    const auto isBeside = [](const RouteReading& reading) { return reading.source != routesToldBy; };
    const UtcTime began = incident.began.after.value_or(incident.began.by);
    const TimeRange compared{began - routesFrom, incident.end(now) + 1h};
    routing.readings = around.readings(compared);
    const auto others = std::stable_partition(routing.readings.begin(), routing.readings.end(), std::not_fn(isBeside));
    routing.besides.assign(std::make_move_iterator(others), std::make_move_iterator(routing.readings.end()));
    routing.readings.erase(others, routing.readings.end());
    if (!routing.readings.empty()) {
        const TimeRange before{began - usualOver, began};
        std::vector<RouteReading> earlier = around.readings(before);
        std::erase_if(earlier, isBeside);
        routing.median = usualShare(earlier, before);
        // Whatever was told afterwards has readings of its own; a pack does not say who was asked.
        if (const auto own = spans.find(ownLineId); own != spans.end())
            routing.unheard = unheard(own->second, routing.readings, {});
    }
    if (around.sightings)
        routing.sightings = around.sightings(compared);
    return routing;
}

} // namespace

Assessment assessedWithin(const Surroundings& around, const IncidentQuestion& question, const Incident& incident) {
    const TargetSpans spans = cutOut(around.spans, neededFor(incident, question.now));
    const Watchlist& watchlist = question.watchlist;
    Case given{watchlist, spans, question.settings, around.epochs, question.now};
    given.addresses = addressesOf(around, watchlist, incident.began.by);
    if (incident.members.size() > 1) // of one alone neither pattern nor evidence turns on it
        given.trouble = troubleBefore(incident, watchlist, around.checks);
    given.routing = routingOf(around, spans, incident, question.now);
    if (around.outside)
        given.opinion =
            secondOpinion(incident, watchlist,
                          around.outside({incident.firstFailure() - answersFor, incident.end(question.now) + 1h}),
                          question.now, given.addresses);
    return assessed(incident, given);
}

std::vector<Incident> incidentLog(const HistoryReader& reader, const IncidentQuestion& question) {
    const WatchedThen then = watchedThen(reader, question.watchlist);
    TargetSpans spans = reader.downSpans(then.ever());
    if (const auto left = reader.leftAt())
        leaveOutOfSight(spans, *left);
    then.silence(spans);
    const std::vector<Event> epochs = reader.epochs();
    std::vector<Judgement> said = reader.judgements();
    if (question.trial) {
        said.push_back(*question.trial);
        said.back().id = trialId;
    }
    const Record record{.watchlist = then.ever(),
                        .spans = spans,
                        .events = epochs,
                        .now = question.now,
                        .judgements = said,
                        .then = &then};
    return incidentsOf(record, question.settings);
}

Assessment assessmentOf(const HistoryReader& reader, const IncidentQuestion& question, const Incident& incident) {
    Assessment seen = std::move(assessmentsOf(reader, question, {incident}).front());
    addFirstFailed(seen, incident, watchedThen(reader, question.watchlist).of(incident), checksOf(reader));
    return seen;
}

std::vector<Assessment> assessmentsOf(const HistoryReader& reader, const IncidentQuestion& question,
                                      const std::vector<Incident>& incidents) {
    if (incidents.empty())
        return {};
    TimeRange all = neededFor(incidents.front(), question.now);
    for (const Incident& incident : incidents) {
        const TimeRange its = neededFor(incident, question.now);
        all = {std::min(all.begin, its.begin), std::max(all.end, its.end)};
    }
    const WatchedThen then = watchedThen(reader, question.watchlist);
    TargetSpans spans = reader.spans(then.ever(), all);
    then.silence(spans);
    const std::vector<Event> epochs = reader.epochs();
    std::vector<Assessment> assessments;
    assessments.reserve(incidents.size());
    const Surroundings all_around = around(reader, then.ever(), spans, epochs);
    for (const Incident& incident : incidents)
        assessments.push_back(
            assessedWithin(all_around, {then.of(incident), question.settings, question.now}, incident));
    return assessments;
}

std::vector<bool> Sieve::passing(const HistoryReader& reader, const IncidentQuestion& question,
                                 const std::vector<Incident>& log, const IncidentFilter& filter) {
    std::vector<bool> passing;
    passing.reserve(log.size());
    for (const Incident& incident : log)
        passing.push_back(filter.passes(incident, question.now));
    if (!filter.needsAssessment())
        return passing;
    const auto isKnown = [&](const Incident& incident) {
        const auto known = m_known.find(incident.id);
        return incident.over() && known != m_known.end() && known->second.end == incident.end(question.now) &&
               known->second.members == incident.members.size() && known->second.byHand == incident.byHand.size();
    };
    std::vector<Incident> fresh;
    for (std::size_t i = 0; i < log.size(); ++i)
        if (passing[i] && !isKnown(log[i]))
            fresh.push_back(log[i]);
    const std::vector<Assessment> assessed = assessmentsOf(reader, question, fresh);
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        Assessment shape;
        shape.scope = assessed[i].scope;
        shape.pattern = assessed[i].pattern;
        m_known[fresh[i].id] = {fresh[i].end(question.now), fresh[i].members.size(), fresh[i].byHand.size(), shape};
    }
    for (std::size_t i = 0; i < log.size(); ++i)
        if (passing[i])
            passing[i] = filter.passes(m_known.at(log[i].id).shape);
    return passing;
}

WatchedThen watchedThen(const HistoryReader& reader, const Watchlist& today) {
    return {today, reader.watchlistVersions()};
}

TargetSpans spansThen(const HistoryReader& reader, const WatchedThen& then, TimeRange range) {
    TargetSpans spans = reader.wholeSpans(then.ever(), range);
    then.silence(spans);
    return spans;
}

std::vector<Settings> settingsOver(const HistoryReader& reader, TimeRange range) {
    std::vector<std::string> texts{reader.settingsJsonAt(range.begin)};
    for (const HistoryReader::SettingsText& version : reader.settingsTexts())
        if (range.contains(version.since))
            texts.push_back(version.json);
    std::vector<Settings> all;
    for (const std::string& text : texts)
        try {
            if (const Settings its = storedSettings(text); all.empty() || all.back() != its)
                all.push_back(its);
        } catch (const InputError&) { // of before a rule became stricter: its neighbours tell of that time
        }
    return all;
}

std::vector<Spell> spellLog(const HistoryReader& reader, const Watchlist& watchlist, Verdict verdict) {
    const WatchedThen then = watchedThen(reader, watchlist);
    TargetSpans spans = reader.spansThatAre(then.ever(), verdict);
    then.silence(spans);
    return spellsOf(then.ever(), spans, verdict);
}

std::vector<FalseAlarm> falseAlarms(const HistoryReader& reader, const IncidentQuestion& question, TimeRange range) {
    const std::vector<Judgement> said = inForce(reader.judgements());
    if (std::ranges::find(said, Hand::FalseAlarm, &Judgement::hand) == said.end())
        return {};
    const WatchedThen then = watchedThen(reader, question.watchlist);
    std::vector<FalseAlarm> found;
    for (const Incident& incident : incidentLog(reader, question)) {
        const TimeRange its{incident.firstFailure(), incident.end(question.now)};
        if (!incident.falseAlarm || its.begin >= range.end || range.begin >= its.end)
            continue;
        found.push_back({its, {}});
        for (const Member& member : incident.members)
            if (const Target* const target = then.ever().find(member.target))
                found.back().targets.push_back(target->name);
    }
    return found;
}

std::optional<std::string> refusalOf(const HistoryReader& reader, const IncidentQuestion& question,
                                     const Judgement& judgement) {
    if (auto fault = faultOf(judgement))
        return fault;
    const std::vector<Judgement> said = reader.judgements();
    if (judgement.hand == Hand::Undo) {
        const std::vector<Judgement> held = inForce(said);
        const bool holds =
            std::any_of(held.begin(), held.end(), [&](const Judgement& each) { return each.id == judgement.undoes; });
        return holds ? std::nullopt
                     : std::optional("nothing in force has the number " + std::to_string(judgement.undoes));
    }
    IncidentQuestion tried = question;
    tried.trial = judgement;
    for (const Incident& incident : incidentLog(reader, tried))
        for (const Judgement& each : incident.byHand)
            if (each.id == trialId)
                return std::nullopt;
    return "it would change nothing: is it about incidents, targets and times of this record, in one stretch without "
           "a change of our own line, and does it leave somebody in the story?";
}

} // namespace kpwatch
