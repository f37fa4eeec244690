// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes of many years in short: which states a series had in each quarter of a day, made of its spans once a stretch of
// 32 days is over, so that a decade is read in a moment. Derived; whoever changes a span drops what was made of it
// (triggers of the schema). Private to history/; may throw SQLite::Exception.
#pragma once

#include "app/history/row_codec.h"

#include <array>

namespace kpwatch {

inline constexpr std::int64_t binMs = 6 * 3'600'000;
inline constexpr std::size_t binsOfStretch = 128;
inline constexpr std::int64_t stretchMs = binMs * static_cast<std::int64_t>(binsOfStretch);

// A bit for each Verdict: that which lasted for any time at all, and that which was all there was.
struct StateBin {
    std::uint8_t any = 0, whole = 0;
};
using StateBins = std::array<StateBin, binsOfStretch>;

class SpanDigest {
  public:
    explicit SpanDigest(SQLite::Database& database);

    // Of the first stretch that is over and has none yet, of any series of ours. False if there is none. Within the
    // caller's transaction.
    bool makeOne(UtcTime now);

    // A series over a range as spans of a width that shows (at most `parts` of them): the worst that was in each, gaps
    // where they were most of it, on our own line where there were any. What was after `horizon` is left out.
    struct Wanted {
        TimeRange range;
        UtcTime horizon;
        int parts = 1;
        bool ownLine = false;
    };
    std::vector<Span> inShort(std::int64_t series, const Wanted& wanted);

  private:
    StateBins binsFromSpans(std::int64_t series, std::int64_t stretch, UtcTime horizon);

    SQLite::Database& m_database;
    SQLite::Statement m_next, m_spans, m_write, m_read;
};

} // namespace kpwatch
