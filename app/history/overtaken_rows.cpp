// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/overtaken_rows.h"

#include <algorithm>

namespace kpwatch {

OvertakenRows::OvertakenRows(const HistoryReader& reader, const Watchlist& watchlist, TimeRange range,
                             const std::stop_token& stop) {
    const auto take = [this](const Observation* row, const Event* event) {
        if (row != nullptr)
            m_checks.emplace(row->target, row->startedAt);
        else
            m_events.push_back(*event);
    };
    reader.overtakenRows(watchlist, range, take, stop);
}

bool OvertakenRows::contains(const Event& row) const { return std::ranges::find(m_events, row) != m_events.end(); }

} // namespace kpwatch
