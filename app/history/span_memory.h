// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of many years for one who asks again and again: what is long over is kept, and only what may have changed
// since is read. One thread, and one reader for as long as it is not given another (then begin with a new one).
#pragma once

#include "app/history/history_reader.h"

namespace kpwatch {

class SpanMemory {
  public:
    // As HistoryReader::spans, also where it remembers; throws the same.
    TargetSpans over(const HistoryReader& reader, const Watchlist& watchlist, TimeRange range);
    std::size_t readSoFar() const { return m_read; } // spans, since the beginning

  private:
    bool refresh(const HistoryReader& reader, const Watchlist& watchlist, TimeRange range);

    TimeRange m_known; // what m_spans are of
    TargetSpans m_spans;
    std::size_t m_read = 0;
};

} // namespace kpwatch
