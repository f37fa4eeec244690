// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the published chart that nobody may switch off. Any thread.
#pragma once

#include "ui/paint/chart.h"

#include <vector>

namespace kpwatch {

// Whether an outage of this lane that a person marked as a false alarm covers part of it.
bool isMarked(const ChartFacts& facts, const Lane& lane, TimeRange silence);
std::vector<const Lane*> siteLanes(const Timeline& timeline);
bool isOfAnEarlierDay(UtcTime at, const Lane& lane); // than its range begins with, in Korea
// "21:35 KST", of an earlier day "Sat 14 Nov, 21:35 KST".
QString momentIn(UtcTime at, const Lane& lane);
QString goneAt(UtcTime at, const Lane& lane); // of routes
// Those that are drawn: with what carries them and our own line where that is wanted.
std::vector<const Lane*> drawnLanes(const Timeline& timeline, const ChartFacts& facts);
// The states that occur in what is drawn, in the legend's order; gaps included.
std::vector<Verdict> occurringStates(const Timeline& timeline, const ChartFacts& facts = {});
QString legendWord(Verdict verdict); // as words::state, but of those who read it elsewhere: "No answer"
// What the same mark means of hosts and of routes, as far as each is drawn: "No answer; route gone".
QString legendWord(Verdict verdict, const Timeline& timeline, const ChartFacts& facts);

// Tool, version, where from, what "No answer" means by the settings in force, the caveat; "SIMULATED" where it is.
QString sourceLine(const Timeline& timeline, const ChartFacts& facts);
QString dateSpan(TimeRange range);              // "Thu 5 – Fri 6 March 2026"
QString everyInterval(std::int64_t interval_s); // "every two minutes"
QString placeOf(const ChartFacts& facts);       // "one computer"

// For how long nobody could say whether it answered, by why, as far as that is a minute or more: "can't tell for 9 h".
QStringList untold(const Lane& lane);
// "about 8 h 10 min in all"; "always seen to answer", "nothing seen".
QString totalWithoutAnswer(const Lane& lane);

// Of lanes of routes.
bool hasReadings(const Lane& lane);             // of a time in which somebody told of them
QString routeCredit(const ChartFacts& facts);   // "RIPE NCC RIS"
QString routeInWords(const Lane& lane);         // "Routes via China: gone from … to …, about two hours; …"
QString momentWithYear(UtcTime time);           // "02:18 KST on Fri 6 Mar 2026"
QString clockRange(TimeRange range, bool open); // "from 02:18 to 10:30 KST on Fri 6 Mar 2026 (… UTC)"

// Of a chart of what stopped first.
QString rungMinutes(const Rung& rung); // "11:28–11:36", "by 11:36" where the start was not observed
QString orderHeadline(const Ladder& ladder);
QString orderStandfirst(const ChartFacts& facts, std::int64_t interval_s);
QString orderInWords(const Ladder& ladder);
QString orderRule(); // what bands and shared numbers mean

// Of a chart of response times.
QString responseHeadline(const ResponseTimes& times);
QString responseInWords(const ResponseTimes& times);

} // namespace kpwatch
