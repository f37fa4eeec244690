// SPDX-License-Identifier: GPL-3.0-or-later
// What lists, pane and review say of an incident beside the sentences of app/words: its times and lengths, each site's
// mark, and who can be said to have been first. Pure; any thread.
#pragma once

#include "app/words/incident.h"

#include <QStringList>

#include <vector>

namespace kpwatch {

struct IncidentFact {
    QString name, value, beneath; // beneath: UTC or a qualifier, may be empty
};
// For the card above the review: start, end, and the three lengths that are all called "how long".
std::vector<IncidentFact> reviewFacts(const words::IncidentTold& told);

struct NowFacts {
    const words::IncidentTold& told;
    bool outOfSight = false; // our own line is down: nobody knows what goes on
};
// For the pane: started, how long the silence that goes on has lasted (since when, if later than that), first to stop.
std::vector<IncidentFact> ongoingFacts(const NowFacts& now);
IncidentFact lastedSoFar(const NowFacts& now); // of those, how long

// Of each site in watchlist order: down, or nothing that can be said of it here (a dash).
std::vector<std::optional<Verdict>> siteMarks(const Incident& incident, const Watchlist& watchlist);

// "Thu 12 Mar, 16:46 KST"; of a start that was not seen "Thu 12 Mar, by 16:47 KST".
QString startSaid(const Incident& incident);

// One line of a list.
struct IncidentRowWords {
    QString day;        // "Thu 12 Mar"
    QString clock;      // "16:46 KST", "by 16:47 KST"
    QStringList titles; // who was silent, from the longest wording to the shortest
    QString names;      // the same, of the sites three by name, or of others where there is none
    QString length;     // "about 8 h 40 min", "1 h 10 min, not over", "at least 4 d, long-standing"
    std::vector<std::optional<Verdict>> marks;
    QString shown;         // `length`, named where another of the three reads differently
    QString end;           // "over", "end not seen"; empty while it goes on, which `length` says
    QString which() const; // the length with which of the three it is: "until all steady: about 8 h 40 min"
    QString spoken() const;
    QString sentence() const; // for who hears it: who, since when, how long, over or not
};
IncidentRowWords rowWords(const Incident& incident, const Watchlist& watchlist);

// All that somebody may search an incident by: its day in Korea and in UTC, everybody who was silent, its id.
QString searchedText(const Incident& incident, const Watchlist& watchlist);
// What is looked for in it, of what was typed: a day however it was written, else the same.
QString searchedFor(const QString& typed);

// The latest one in which one of these targets was down at that time; nullptr if there is none.
const Incident* incidentAt(const std::vector<Incident>& log, const std::vector<TargetId>& targets, UtcTime at);

// Label of the one that stopped surely before all the others; empty if there is none, or nobody beside it.
QString firstToStop(const Incident& incident, const Watchlist& watchlist);

} // namespace kpwatch
