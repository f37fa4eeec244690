// SPDX-License-Identifier: GPL-3.0-or-later
// The window's questions to the history, answered on a thread of its own: of each kind the newest wins. Lives in the
// GUI thread.
#pragma once

#include "app/history/away_reader.h"
#include "app/history/desk_timeline.h"
#include "app/history/incident_reader.h"
#include "app/history/new_questions.h"
#include "app/story/by_hand.h"
#include "app/story/route_lane.h"
#include "app/story/spells.h"

#include <QObject>

#include <memory>

namespace kpwatch {

struct ArchiveQuery {
    TimeRange range;                   // of the timeline; end may be now
    TimeRange overview;                // of the strip below it
    int columns = 1000;                // pixels of the plot, for latency
    std::optional<TargetId> latencyOf; // response-time chart of this target over `range`
    UtcTime now;
    bool latest = false; // with the latest check of every target: for a window that does not watch itself
    bool operator==(const ArchiveQuery&) const = default;
};

// Of many years there are two answers, one soon and then the one that stands.
struct ArchiveAnswer {
    ArchiveQuery query;
    bool inShort = false; // the first: lanes alone, to be looked at and not to be told in words
    Timeline timeline;
    Timeline overview;
    std::vector<Lane> targetLanes;         // every enabled target over `range`, for opened lanes
    NewQuestions newQuestions;             // of these and of the timeline's, within `range`
    std::vector<std::string> routeSources; // who told of routes in that time
    std::vector<Lane> routesNow;           // their sides over the last day, where `range` ends before now
    std::vector<FalseAlarm> falseAlarms;   // outages in that time that a person marked as such
    std::vector<Settings> rules;           // settingsOver() that time
    std::vector<DeskTimeline> desks;       // others who saw something in that time
    std::vector<LatencyPoint> latency;
    std::vector<Observation> frontPages; // latest answered check of each site's HTTP target
    std::vector<Observation> latest;     // latest check of every enabled target, where asked for
    std::optional<UtcTime> firstRowAt;
    std::optional<UtcTime> routesFrom;   // the earliest reading of routes; perhaps of long before the first row
    std::optional<WhileAway> away;       // what the routes did while nobody watched, lately
    std::optional<PastTold> askedInVain; // within `range`, by the person
    bool inRepair = false;               // what is damaged, or set aside, is to be repaired: more was recorded
    // When another record than the one that was read before was found in its place; one that was repaired is the same.
    std::optional<UtcTime> anotherSince;
    std::optional<std::string> trouble; // one sentence, if the history cannot be read
};

// One target at one moment, for the panel that opens on it.
struct TargetQuery {
    TargetId target{};
    UtcTime at; // what had been seen by then
    bool operator==(const TargetQuery&) const = default;
};

struct TargetAnswer {
    TargetQuery query;
    std::optional<Observation> latest;  // check of it
    std::vector<Observation> failures;  // the latest of the last 7 days, newest first, at most 20
    std::vector<Observation> addresses; // the latest check at each of its addresses, newest first
    std::vector<Observation> controls;  // of each control the reading nearest to the latest check, watchlist order
    std::vector<Observation> besides;   // the latest ping and trace of the same place
    bool inRepair = false;              // as above: more was recorded
    std::optional<std::string> trouble; // one sentence, if the history cannot be read
};

// The log of incidents, and one of them in full.
struct IncidentsQuery {
    std::string id; // as it is or was called; empty: the latest
    UtcTime now;
    std::optional<TargetId> latencyOf{}; // whose response times around it; nobody's: of its first web page
    int columns = 900;                   // pixels of their plot
    IncidentFilter filter{};             // which of the log are wanted
    std::optional<Verdict> spells{};     // instead: all times in which somebody was degraded, or an error page
    bool operator==(const IncidentsQuery&) const = default;
};

struct CurrentIncident {
    std::size_t index = 0; // in the log
    Assessment assessment;
};

struct IncidentsAnswer {
    IncidentsQuery query;
    std::vector<Incident> log;         // in order of begin
    std::vector<bool> passing;         // which of them the filter lets through
    std::vector<Spell> spells;         // in order of begin
    std::optional<std::size_t> shown;  // the one asked for, in the log
    Assessment assessment;             // of it
    std::vector<SaidOfIt> said;        // of it, by hand
    Timeline around;                   // all lanes, from some time before it to some time after
    std::vector<Settings> rules;       // settingsOver() the same time
    LanesOfRoutes routes;              // over it, too
    int otherDesks = 0;                // that saw something in it
    std::optional<TargetId> latencyOf; // whose response times these are
    std::vector<LatencyPoint> latency;
    // What is told of, newest first: all that goes on, and up to ten with what has ended within the hour.
    std::vector<CurrentIncident> current;
    // The latest that is not over, and does not stand for days; of `current`, nullptr if there is none.
    const CurrentIncident* goingOn() const;
    std::vector<UtcTime> lineChanges; // when our own line became another: no story goes across
    std::optional<UtcTime> firstRowAt;
    bool inRepair = false;                   // as above: more was recorded
    UtcTime asOf;                            // the last row, at the latest
    UtcTime toldAt;                          // when it was asked for: what is said of it is said then
    std::optional<std::string> trouble;      // one sentence, if the history cannot be read
    std::shared_ptr<const WatchedThen> then; // by whose lists incidents are told; empty: there was none but today's

    const Watchlist& watchlistOf(const Incident& incident, const Watchlist& today) const {
        return then ? then->of(incident) : today;
    }
};

class Archive : public QObject {
    Q_OBJECT
  public:
    Archive(std::filesystem::path directory, Watchlist watchlist, QObject* parent = nullptr);
    ~Archive() override;

    // Replaces any query not yet begun. Answers an empty history with empty lanes (not-monitored throughout).
    void ask(const ArchiveQuery& query);
    // A question of its own kind: does not replace the one above.
    void askAbout(const TargetQuery& query);
    void askForIncidents(const IncidentsQuery& query); // likewise
    // The latest answers not yet taken.
    std::optional<ArchiveAnswer> take();
    std::optional<TargetAnswer> takeTarget();
    std::optional<IncidentsAnswer> takeIncidents();

  Q_SIGNALS:
    void damaged(); // the file cannot be read as a whole; from the reader's thread
    void bell();    // an answer is there; emitted from the reader's thread; connect queued

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
