// SPDX-License-Identifier: GPL-3.0-or-later
// Puts together what the archive tells about a range of time. Private to archive.cpp; the reader's thread.
#pragma once

#include "app/history/archive.h"
#include "app/history/route_reader.h"
#include "app/history/span_memory.h"

namespace kpwatch {

// From here on a record has more spans than can be read before it is drawn.
inline constexpr std::chrono::days manyYears{2 * 365};

// What was read of the file already.
struct ArchiveMemory {
    RouteMemory routes, routesNow;
    SpanMemory spans, overview;
};

// Empty lanes without a reader. Throws StorageError.
ArchiveAnswer timelineAnswerFrom(const HistoryReader* reader, const Watchlist& watchlist, ArchiveMemory& memory,
                                 const ArchiveQuery& query);
// The lanes of a range of many years, as far as they can be told at once.
ArchiveAnswer timelineInShortFrom(const HistoryReader& reader, const Watchlist& watchlist, const ArchiveQuery& query);

} // namespace kpwatch
