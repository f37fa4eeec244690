// SPDX-License-Identifier: GPL-3.0-or-later
// What charts can be made of where somebody looks: lanes always; of an incident its order; of a target its response
// times. Values; any thread.
#pragma once

#include "app/evidence/chart_export.h"
#include "app/history/archive.h"
#include "ui/paint/chart.h"

namespace kpwatch {

struct ResponseSource {
    std::string target; // slug
    ResponseTimes times;
    Lane lane; // of it, or of the site it speaks for
};

// Whether it is of a site that a person left out of the incident.
bool isLeftOut(const Lane& lane, const Incident& incident, const Watchlist& watchlist);
// Takes the lanes of the sites that a person left out of an incident out of a timeline; returns how many it took.
int leaveOut(Timeline& timeline, const Incident& incident, const Watchlist& watchlist);

struct ChartSource {
    Timeline timeline;
    std::string incident;                  // id; empty: a range
    std::optional<words::Finding> finding; // of the incident
    std::optional<Ladder> order;
    std::optional<ResponseSource> response;
    int otherComputers = 0;
    std::vector<std::string> routeSources; // who told of the routes among the lanes
    std::vector<Settings> rules;           // settingsOver() the timeline; empty: not known

    bool falseAlarm = false;             // what a person said of the incident
    std::vector<FalseAlarm> falseAlarms; // of a range: the outages that a person said it of
    std::optional<TimeRange> window;     // of its story, set by hand
    QStringList leftOut;                 // labels
    int leftOutSites = 0;                // of these

    bool hasRoutes() const; // that somebody told of
    // What an incident has besides its lanes; the sites left out of it by hand are no longer among these.
    void tellOf(const words::IncidentTold& told);
    void tellByHand(const Incident& its, const Watchlist& watchlist); // of it, what a person said

    bool has(ChartKind kind) const;
    // What is drawn of it: of response times the one lane alone.
    Timeline drawn(ChartKind kind) const;
    // The facts that depend on the kind, into those of the person's choice.
    void fill(ChartFacts& facts, ChartKind kind) const;
};

struct ResponseQuestion {
    TimeRange range;
    int columns = 0;
};
// Empty if nothing answered and nothing was lost, so that there is nothing to show.
std::optional<ResponseSource> responseSource(const Target& target, const std::vector<LatencyPoint>& points,
                                             const ResponseQuestion& asked, const Lane& lane);
ChartSource chartSource(const ArchiveAnswer& answer, const Watchlist& watchlist);   // of a range
ChartSource chartSource(const IncidentsAnswer& answer, const Watchlist& watchlist); // of the incident shown
// The lane among them that is fed by this target; nullptr if there is none.
const Lane* laneFedBy(const std::vector<Lane>& lanes, const std::string& target);

} // namespace kpwatch
