// SPDX-License-Identifier: GPL-3.0-or-later
// The incidents of a history, folded from its spans and checks each time they are asked for. One thread per reader; all
// throw StorageError.
#pragma once

#include "app/history/history_reader.h"
#include "app/story/incident_filter.h"
#include "app/story/spells.h"
#include "app/story/trouble.h"

namespace kpwatch {

// Whose incidents, under which rules, seen from when.
struct IncidentQuestion {
    const Watchlist& watchlist;
    const Settings& settings;
    UtcTime now;
    std::optional<Judgement> trial{}; // as if this had been said as well
};

// The watchlists of a record, to tell each incident by that of its time.
WatchedThen watchedThen(const HistoryReader& reader, const Watchlist& today);
// HistoryReader::wholeSpans of all who ever were asked, without the time in which they were not.
TargetSpans spansThen(const HistoryReader& reader, const WatchedThen& then, TimeRange range);
// The different numbers that were in force in a range, in order; a set that cannot be read any more is left out.
std::vector<Settings> settingsOver(const HistoryReader& reader, TimeRange range);

// All there ever were, in order of begin. Reads the down spans alone: ten thousand take a tenth of a second.
std::vector<Incident> incidentLog(const HistoryReader& reader, const IncidentQuestion& question);

// Those that a person marked as false alarms, within the range; in order of begin.
std::vector<FalseAlarm> falseAlarms(const HistoryReader& reader, const IncidentQuestion& question, TimeRange range);

// What one of them looks like. Reads the spans of the week before, and where its pattern may turn on it the checks.
Assessment assessmentOf(const HistoryReader& reader, const IncidentQuestion& question, const Incident& incident);

// The same of many, in their order, but without first failed checks: reads the spans of all of them at once.
std::vector<Assessment> assessmentsOf(const HistoryReader& reader, const IncidentQuestion& question,
                                      const std::vector<Incident>& incidents);

// The same of a record that lies elsewhere: its spans, its epochs, and two questions about its checks.
struct Surroundings {
    const TargetSpans& spans; // at least from 7 days before the incident
    const std::vector<Event>& epochs;
    ChecksOf checks;
    // Where a target asked by name was found last among its latest ten checks of the two hours before; empty if
    // nowhere.
    std::function<std::string(const Target&, UtcTime before)> lastFoundAt;
    // What public sources said of routes; empty: nothing is known.
    std::function<std::vector<RouteReading>(TimeRange)> readings{};
    // What places elsewhere and public counts found; empty: nothing is known.
    std::function<OutsideReadings(TimeRange)> outside{};
    // Who else announced the space, and the like.
    std::function<std::vector<RouteSighting>(TimeRange)> sightings{};
};
Assessment assessedWithin(const Surroundings& around, const IncidentQuestion& question, const Incident& incident);
inline constexpr std::chrono::hours addressLately{2};
inline constexpr int addressChecks = 10;

// Which of a log a filter lets through. Scope and pattern of what is over are remembered, so that a list of ten
// thousand is assessed once. One thread.
class Sieve {
  public:
    std::vector<bool> passing(const HistoryReader& reader, const IncidentQuestion& question,
                              const std::vector<Incident>& log, const IncidentFilter& filter);

  private:
    struct Known {
        UtcTime end;
        std::size_t members = 0, byHand = 0; // it is another since these changed
        Assessment shape{};                  // scope and pattern alone
    };
    std::map<std::string, Known> m_known; // by id
};

// All times in which a target was so, degraded or an error page.
std::vector<Spell> spellLog(const HistoryReader& reader, const Watchlist& watchlist, Verdict verdict);

// Why a judgement must not be stored: it lacks something, or would change nothing. One sentence; nullopt if it may.
std::optional<std::string> refusalOf(const HistoryReader& reader, const IncidentQuestion& question,
                                     const Judgement& judgement);

} // namespace kpwatch
