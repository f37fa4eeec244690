// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a public source wherever its readings show: its name, whom to thank, what it learns of the person.
// Any thread.
#pragma once

#include "app/story/assessment.h"

#include <QString>

namespace kpwatch::words {

// Of a reading's source ("ripe-ris", "globalping", "ioda"): "RIPE NCC RIS"; what is not known is shown as it is,
// cleaned.
QString sourceName(const std::string& source);
// One line with an address, to stand beneath every view of its readings: "Source: RIPE NCC RIS via RIPEstat
// (stat.ripe.net)".
QString attribution(const std::string& source);
// Of a list of sources, each once, in the order of the settings page; empty without any.
QString attributions(const std::vector<std::string>& sources);

// Who says that routes were refused, by the row of evidence "175.45.176.0/24 (routeviews)"; empty: nobody known.
std::string validityBy(const std::string& evidence);
// Whose readings an assessment rests on, beside our own.
std::vector<std::string> sourcesOf(const Assessment& seen);

// For the page where a source is switched on.
struct SourceWords {
    QString tells;   // what it tells us, one line
    QString learns;  // what it learns of the person
    QString licence; // a warning about what may be done with its data; empty: none
    QString pace;    // how often it is asked, and how late its answers are
};
SourceWords sourceWords(const std::string& source);

// Why it told nothing: a clause of ours (probes/outside/clauses.h) in the language of the window, and otherwise in its
// own words, cleaned and marked as such. One clause, without a full stop.
QString sourceTrouble(const std::string& said);
// How it does: "last answer 9 s ago", "no answer since 16:20 KST: answered with HTTP 502", "left alone until 17:00
// KST", "not asked yet". In one clause, without a full stop.
QString sourceState(const SourceStatus& status, UtcTime now);
// "Asked 34 times in the last 24 hours; at most 400, so 366 are left. In the last hour 12 times; at most 40, so 28 are
// left."
QString sourceBudget(const SourceStatus& status, UtcTime now);
// "At most 40 questions an hour and 400 a day."
QString sourceLimits(int mostAnHour, int mostADay);

// "Asking other places: 4 of 24 answers (round 1 of 3)."; "Next round at 16:51 KST."; empty if nothing goes on.
QString askingElsewhere(const AskingElsewhere& asking);
// What a round was about that asked no site: "a name server", "an address of theirs".
QString askedBesides(PlaceQuestion::Kind about);
// "12 of 12 places reach KCNA, 03:19 KST"; "none of 12 places reaches KCNA, 03:19 KST".
QString reaching(const AskedByHand& asked);
// "10 of 12 places agree, 06:14 KST"; "7 of 12 other places reach them, 06:14 KST"; "10 of 12 places could not reach a
// name server either, 06:14 KST" of a round that asked no site; empty while nobody votes.
QString agreement(const PlaceRound& round);

} // namespace kpwatch::words
