// SPDX-License-Identifier: GPL-3.0-or-later
// The observation file: JSON lines in, JSON lines (or CSV) out; what `export` writes and `replay` reads. Any thread.
#pragma once

#include "app/errors.h"
#include "app/story/event.h"
#include "app/story/source_news.h"
#include "app/watchlist.h"
#include "probes/observation.h"

#include <cstdint>
#include <functional>
#include <iosfwd>

namespace kpwatch {

// One row as a line without its newline; keys and words as in the rules, unreached phases left out. `source` (our own
// address) is never written.
std::string observationLine(const Observation& row, const Watchlist& watchlist);
// With "left_by" and the router that refused it, as stand-ins: so that it is judged as it was here.
class StandIns;
std::string observationLine(const Observation& row, const Watchlist& watchlist, StandIns& ours);
std::string eventLine(const Event& row);
// The line of a row that was written by a clock which was set back since, and has gone through its time once more: it
// is of another moment than it says, so nobody judges it.
std::string overtakenLine(std::string line);
std::string readingLine(const RouteReading& row);
std::string
sightingLine(const RouteSighting& row); // another origin, a more specific: {"sighting":"foreign-origin",...}
// An answer of a public source as it was received: of a body that is no UTF-8 the base64, beside its SHA-256. Without
// the body where there was none kept, or the line would be longer than `longest` bytes. ASCII.
inline constexpr std::size_t longestAnswerLine = 1U << 20U; // of an observation file
std::string answerLine(const SourceAnswer& row, std::size_t longest = longestAnswerLine);
// First line: version, vantage, targets and controls in the watchlist's format, simulated, and to whom what public
// sources told in it is to be credited.
std::string headerLine(const Watchlist& watchlist, const std::string& vantage_id, const std::string& vantage_label,
                       bool simulated, const std::string& credit = {});

// RFC 4180, one line a row: control characters and what is no UTF-8 become U+FFFD; text cells that could start a
// formula get a leading apostrophe.
std::string observationCsvHeader();
std::string observationCsvLine(const Observation& row, const Watchlist& watchlist);

struct ReadReport {
    std::uint64_t lines = 0, accepted = 0, duplicates = 0, conflicting = 0, unknown = 0, broken = 0, sourceRows = 0,
                  overtaken = 0, // read past
        overtakenChecks = 0;     // of these
    std::vector<std::string>
        named; // the first 20 lines not accepted: "line 12: no target named 'kcna' in ...", plain text
    bool simulated = false;
    bool hasHeartbeats = false;
};

// Everything a file holds, checked: sorted as the judge wants it (observations by end time, then target id; events at
// their time, before observations that end at it), equal duplicates dropped, conflicting ones counted and dropped.
struct ObservationFile {
    std::string vantageId, vantageLabel; // of the header, bounded and cleaned; empty without one
    Watchlist watchlist;                 // from the header, or the one given
    std::vector<Observation> observations;
    std::vector<Event> events;
    SourceNews sources; // what public sources told whoever wrote it; readings in order of time
    ReadReport report;
};

// `fallback` is used if the file has no header line (replay --watchlist). Throws InputError if the file cannot be read
// or has neither header nor fallback. Broken rows are counted, never thrown.
ObservationFile readObservationFile(const std::filesystem::path& file, const Settings& settings,
                                    const Watchlist* fallback = nullptr);
ObservationFile readObservations(std::istream& in, const std::string& origin, const Settings& settings,
                                 const Watchlist* fallback = nullptr);

} // namespace kpwatch
