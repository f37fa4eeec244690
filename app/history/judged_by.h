// SPDX-License-Identifier: GPL-3.0-or-later
// By which numbers and which list the record was judged, and what of it. Where either was changed, the past stays as it
// was judged, if all of it had been: the run before ended in order. After a kill some rows were not, and the hours
// before are judged anew. Whoever makes the same of the rows again has to know both times. Blocks; one thread per
// reader.
#pragma once

#include "app/history/history_reader.h"

#include <chrono>
#include <map>
#include <optional>
#include <span>

namespace kpwatch {

// Rows this much older than the latest were judged while their program ran.
inline constexpr std::chrono::hours settledRows{20};

struct JudgedBy {
    UtcTime since; // rows from here on are judged by them alone
    UtcTime from; // of what was made of the rows, what holds: from the end of the run before, or some hours before, but
                  // not from before a control went or was asked something else
    Settings settings;
    std::string watchlist; // the document of the list; empty: there was but one meanwhile, which is known elsewhere
    bool operator==(const JudgedBy&) const = default;
};

// All that was in force in a range, in order of time; the first also of what was before. Never empty.
std::vector<JudgedBy> judgedBy(const HistoryReader& reader, TimeRange range);

// Since when a list's targets and controls are what they are, where they were something else before. Ids are those of
// that list. Pure.
struct Renewed {
    std::map<TargetId, UtcTime> asked;    // another question: what was seen before was of another
    std::map<TargetId, UtcTime> expected; // of controls that expect a page: before, pages were compared with another
};
Renewed renewedIn(std::span<const WatchlistVersion> versions); // of the last of them, each older than the next

// A control of the list before is not in this one. What it said is left out from then on, and the past would be judged
// by less: what was made of it up to the last row before the change stays. Pure.
bool lacksControlOf(const Watchlist& before, const Watchlist& list);

} // namespace kpwatch
