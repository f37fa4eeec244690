// SPDX-License-Identifier: GPL-3.0-or-later
// The words around an incident: its title, what it looks like, on what that rests, and what it cannot tell. Never a
// cause. Any thread.
#pragma once

#include "app/story/assessment.h"
#include "app/words/down_length.h"

#include <QString>
#include <QStringList>

namespace kpwatch::words {

// One incident as every view tells it: they all read the same value.
struct IncidentTold {
    const Incident& incident;
    const Assessment& assessment;
    const Watchlist& watchlist;
    UtcTime asOf;
    bool simulated = false; // then all copy says so
};

// Without a full stop; of those that do not answer now, and past once it is over: "None of the four sites answers",
// "KCNA did not answer", "Two of four name servers do not answer", "KCNA did not answer when last seen".
QString incidentTitle(const IncidentTold& told);
// The same as a subject and its negation apart: {"None of the four sites", "answered"}, {"KCNA", "did not answer"}.
struct Clause {
    QString subject, predicate;
    bool none = false; // the subject itself says no
    Onset since{};     // when this became true: a count is true since the last of them joined it
};
Clause incidentClause(const IncidentTold& told);

// What the watchlist calls a site, cleaned.
QString siteLabel(const Watchlist& watchlist, const std::string& site);

// Who they were, for a list: "KCNA, Naenara and 4 others". At most three by name.
QString silentOnes(const Incident& incident, const Watchlist& watchlist, int by_name = 3);

// All of them, each also as the watchlist names it: what a search looks through.
QString everyName(const Incident& incident, const Watchlist& watchlist);

QString scope(Scope scope);                  // "one server", "all watched sites"
QString scope(const Assessment& seen);       // with what others said of it, where the scope alone does not tell
QString pattern(Pattern pattern);            // "everything within the same minutes"
QString unclear(WhyUnclear why);             // why no order is clear; empty for None
QString routes(const RouteFinding& found);   // "the routes went together with the hosts"
QString basis(const Assessment& seen);       // "Based on 16 addresses in 3 blocks, one computer, no outside voice."
QString evidence(const Evidence& row);       // without a full stop
QString evidenceSource(const Evidence& row); // "checks by this computer", "ripe-ris"
QString cannotTell();
// Above a list of what others reported.
QString reportedElsewhere();
// The numbers in force behind a pattern, one sentence.
QString thresholds(Pattern pattern, const PatternThresholds& limits);

} // namespace kpwatch::words
