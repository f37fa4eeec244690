// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/span_memory.h"

#include <algorithm>

namespace kpwatch {
namespace {

// The judge writes anew what its memory reaches, a little over a week, and the lengths of what still went on then.
constexpr std::chrono::days mayChange{32};

std::size_t count(const TargetSpans& lanes) {
    std::size_t spans = 0;
    for (const auto& [id, lane] : lanes)
        spans += lane.size();
    return spans;
}

} // namespace

TargetSpans SpanMemory::over(const HistoryReader& reader, const Watchlist& watchlist, TimeRange range) {
    const bool remembers = !m_spans.empty() && m_known.begin <= range.begin && m_known.end <= range.end &&
                           range.begin < m_known.end - mayChange;
    if (!remembers || !refresh(reader, watchlist, range)) {
        m_spans = reader.spans(watchlist, range);
        m_read += count(m_spans);
    }
    m_known = range;
    return m_spans;
}

// False if what is read does not go on from what is known.
bool SpanMemory::refresh(const HistoryReader& reader, const Watchlist& watchlist, TimeRange range) {
    TargetSpans fresh = reader.spans(watchlist, {m_known.end - mayChange, range.end});
    m_read += count(fresh);
    for (auto& [id, spans] : fresh) {
        std::vector<Span>& lane = m_spans[id];
        if (spans.empty() && !lane.empty())
            return false;
        const auto over = std::ranges::find_if(lane, [&](const Span& one) { return one.range.end > range.begin; });
        lane.erase(lane.begin(), over);
        if (spans.empty())
            continue;
        const auto again = std::ranges::lower_bound(lane, spans.front().range.begin, {},
                                                    [](const Span& one) { return one.range.begin; });
        lane.erase(again, lane.end());
        std::ranges::move(spans, std::back_inserter(lane));
    }
    return true;
}

} // namespace kpwatch
