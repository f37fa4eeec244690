// SPDX-License-Identifier: GPL-3.0-or-later
// Every word for states, failures, times and durations, as people read them. The only place; screen, charts, command
// line and alt text ask here. Qt's translation context is "words". Any thread.
#pragma once

#include "app/settings.h"
#include "app/story/second_opinion.h"
#include "app/story/timeline.h"

#include <QString>

namespace kpwatch::words {

QString state(Verdict verdict);                // "Not answering"
QString stateLower(Verdict verdict);           // "not answering", inside sentences
QString state(LaneKind kind, Verdict verdict); // the same, but of routes "Gone": a route does not answer
QString stateLower(LaneKind kind, Verdict verdict);
QString countOf(int sites, Verdict verdict);        // "3 not answering", "2 with an error page", after "Sites:"
QString reason(Reason reason);                      // "our program was closed"; empty for None
QString lastResult(Stage stage, Failure failure);   // "no answer to the connection", "connection refused"
QString duration(std::chrono::milliseconds length); // "48 min", "8 h 12 min" to 48 h, then "3 d 4 h"; "under 1 min"
QString age(std::chrono::milliseconds length);      // "9 s ago", "4 min ago"
QString percent(double share);                      // "98.4 %"

// Times: Korea time first, from the time-zone database (Asia/Pyongyang), never a fixed offset.
QString clockKst(UtcTime time);        // "16:46"
QString clockUtc(UtcTime time);        // "07:46"
QString clockKstSeconds(UtcTime time); // "16:46:20"
QString clockUtcSeconds(UtcTime time);
QString clockWithZone(UtcTime time); // "16:46 KST"
QString dayKst(UtcTime time);        // "12 Mar"
QString dayUtc(UtcTime time);
QString weekdayDayKst(UtcTime time); // "Thu 12 Mar", with the year if it is not the current one
QString stampKst(UtcTime time);      // "Thu 12 Mar, 16:46 KST"
QString stampUtc(UtcTime time);      // "07:46 UTC"
QString zoneName(UtcTime time);      // "KST"; "Pyongyang time (UTC+8:30)" from 15 Aug 2015 to 4 May 2018

// The headline: worst first, counts in words to nine. `second` is the line below: since when and how long.
struct Headline {
    QString sentence, second;
    Verdict icon = Verdict::Unknown;
};
struct SeenFrom {
    bool proxy = false;     // everything is asked through one, which the sentence says first
    QString place{};        // in the person's own words, for their eyes alone; empty: not told
    bool repairing = false; // an earlier record is being brought back: this is not the first time
    bool again = false;     // nor is it where the record reaches back
};
// `elsewhere`: what other places say, or that they are being asked.
Headline headline(const LiveStatus& live, const Settings& settings, const SeenFrom& from = {},
                  const AskingElsewhere& elsewhere = {});

// Text of others (the network, a watchlist) cleaned for display: cleanedText() of probes/wire/untrusted_text.h.
QString cleaned(const std::string& raw, int length = 120);

} // namespace kpwatch::words
