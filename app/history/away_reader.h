// SPDX-License-Identifier: GPL-3.0-or-later
// The record's side of what happened while nobody watched: which times were not asked for yet, and what the latest of
// those that were came to. One thread per reader; throws StorageError.
#pragma once

#include "app/history/history_reader.h"
#include "app/story/while_away.h"

namespace kpwatch {

// Of the last seven days, the latest first, at most ten; those that a source was asked about already are left out.
std::vector<TimeRange> untold(const HistoryReader& reader, UtcTime now);

std::optional<WhileAway> whileAwayLately(const HistoryReader& reader, UtcTime now);

// What a person asked for last that touches the range, if no source knew anything of it.
std::optional<PastTold> askedInVain(const HistoryReader& reader, TimeRange range);

} // namespace kpwatch
