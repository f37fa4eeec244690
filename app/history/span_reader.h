// SPDX-License-Identifier: GPL-3.0-or-later
// Reads verdicts as they are stored, lane by lane, and says how far the last of each reaches. Private to history/; may
// throw SQLite::Exception.
#pragma once

#include "app/history/colleague.h"
#include "app/history/row_codec.h"
#include "app/story/timeline.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace kpwatch {

// Of a gap of checks that had no room left in memory while the disk refused.
inline constexpr std::string_view notStoredReason = "could not be saved in time";

class SpanReader {
  public:
    // Of the record in the directory, or of the copy of that name, which nobody writes.
    SpanReader(SQLite::Database& database, std::filesystem::path directory);

    // As the functions of HistoryReader that have these names.
    TargetSpans spans(const Watchlist& watchlist, TimeRange range);
    TargetSpans wholeSpans(const Watchlist& watchlist, TimeRange range);
    TargetSpans inShort(const Watchlist& watchlist, TimeRange range, int parts);
    TargetSpans down(const Watchlist& watchlist);
    TargetSpans thatAre(const Watchlist& watchlist, Verdict verdict);
    std::vector<ColleagueLanes> colleagues(TimeRange range);
    std::optional<UtcTime> leftAt() const;
    bool isRecordedInto() const;

  private:
    std::optional<UtcTime> openUntil() const;
    std::vector<Span> spansOf(std::int64_t series, TimeRange range, UtcTime horizon);
    TargetSpans lanes(const Watchlist& watchlist,
                      const std::function<std::vector<Span>(std::int64_t series, TargetId id, UtcTime horizon)>& read);
    // Of every target that has a series what `read` adds to its lane, open spans up to the latest row.
    using Lane = std::function<void(StoredSpan)>;
    TargetSpans eachLane(const Watchlist& watchlist,
                         const std::function<void(std::int64_t series, const Lane& add)>& read);

    // With the whole of the down times that this range cuts of a lane, and with what stood beside them.
    TimeRange withDownTimes(const std::vector<Span>& lane, std::int64_t series, TimeRange range, UtcTime horizon);
    std::vector<Span> withGaps(std::vector<Span> spans, std::int64_t series, TimeRange range);
    struct Gap {
        TimeRange range;
        bool notSaved = false; // else lost by damage
    };
    std::vector<Gap> gapsOf(std::int64_t series, TimeRange range); // cut to it, by their begin

    SQLite::Database& m_database;
    const std::filesystem::path m_directory;
    std::optional<SQLite::Statement> m_spans, m_gaps; // made when they are first asked for
};

} // namespace kpwatch
