// SPDX-License-Identifier: GPL-3.0-or-later
// By which numbers the record was judged, and what of it. Where the settings were changed, the past stays as it was
// judged, if all of it had been: the run before ended in order. After a kill some rows were not, and the hours before
// are judged anew. Whoever makes the same of the rows again has to know both times. Blocks; one thread per reader.
#pragma once

#include "app/history/history_reader.h"

#include <chrono>
#include <optional>

namespace kpwatch {

// Rows this much older than the latest were judged while their program ran.
inline constexpr std::chrono::hours settledRows{20};

struct JudgedBy {
    UtcTime since; // rows from here on are judged by them alone
    UtcTime from;  // of what was made of the rows, what holds: from the end of the run before, or some hours before
    Settings settings;
    bool operator==(const JudgedBy&) const = default;
};

// All sets of numbers in force in a range, in order of time; the first also of what was before. Never empty.
std::vector<JudgedBy> judgedBy(const HistoryReader& reader, TimeRange range);

} // namespace kpwatch
