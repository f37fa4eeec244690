// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a public source wherever its readings show: its name, whom to thank, what it learns of the person.
// Any thread.
#pragma once

#include "app/story/second_opinion.h"

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

// For the page where a source is switched on.
struct SourceWords {
    QString tells;   // what it tells us, one line
    QString learns;  // what it learns of the person
    QString licence; // a warning about what may be done with its data; empty: none
    QString pace;    // how often it is asked, and how late its answers are
};
SourceWords sourceWords(const std::string& source);

// "Asking other places: 4 of 12 have answered (round 1 of 3)."; "Next round at 16:51 KST."; empty if nothing goes on.
QString askingElsewhere(const AskingElsewhere& asking);
// "10 of 12 places agree, 06:14 KST"; "7 of 12 other places reach them, 06:14 KST"; empty while nobody votes.
QString agreement(const PlaceRound& round);

} // namespace kpwatch::words
