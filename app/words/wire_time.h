// SPDX-License-Identifier: GPL-3.0-or-later
// When something happened, as copy says it: Korea time first with its weekday, GMT in brackets, never seconds, and a
// range where only a range is known. Any thread.
#pragma once

#include "app/story/span.h"

#include <QString>

namespace kpwatch::words {

enum class CopyStyle {
    Wire,   // "between 2:16 and 2:18 a.m. on Saturday (1716-1718 GMT on Friday)"
    Clock24 // "between 02:16 and 02:18 KST on Saturday (17:16-17:18 UTC on Friday)"
};

// When a text is told, and the earliest time it names: once that needs its date, all do, for a weekday beside it would
// be read as the next one after it.
struct TextTimes {
    UtcTime asOf, earliest;
    TextTimes(UtcTime as_of) : asOf(as_of), earliest(as_of) {} // names no other time
    TextTimes(UtcTime as_of, UtcTime first) : asOf(as_of), earliest(first) {}
};

// Of a change that happened in (after, by]: "between ... and ...", "at about ..." within one minute, "at the latest at"
// if its begin was not observed. Days long before `times.asOf` get their date.
QString changeAt(const Onset& onset, const TextTimes& times, CopyStyle style);
// No check of the last ten minutes before it was good, because nobody looked or everybody was in doubt: "about" would
// say more than is known.
bool beganUnseen(const Onset& onset);
// "since between ..." reads badly: "since about 2:17 a.m. on Saturday (1717 GMT on Friday)", and if it began unseen
// "since at least ...".
QString changedSince(const Onset& onset, const TextTimes& times, CopyStyle style);
// One moment: "2:17 a.m. on Saturday (1717 GMT on Friday)".
QString momentAt(UtcTime time, const TextTimes& times, CopyStyle style);
// The same with its whole date, for what is read later: "2:17 a.m. on Saturday, 7 March 2026 (1717 GMT on Friday)".
QString datedMoment(UtcTime time, CopyStyle style);
// The short form of an alert: "2:18 a.m. KST (1718 GMT)"; of another day than today's in Korea with that, "2:18 a.m.
// Sat KST (1718 GMT)", "2:18 a.m. 5 Mar KST (1718 GMT)".
QString clockAt(UtcTime time, UtcTime asOf, CopyStyle style);
// "since 2:18 a.m. KST (1718 GMT)", "since at least ...".
QString clockSince(const Onset& onset, UtcTime asOf, CopyStyle style);

} // namespace kpwatch::words
