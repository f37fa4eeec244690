// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/judged_by.h"

#include "app/settings_file.h"

namespace kpwatch {

std::optional<UtcTime> endedInOrderBefore(const HistoryReader& reader, const Watchlist& watchlist, UtcTime since) {
    std::optional<UtcTime> ended;
    const TimeRange before{since - std::chrono::minutes(2), since + std::chrono::milliseconds(1)};
    reader.rows(watchlist, before, [&](const Observation*, const Event* event) {
        if (event != nullptr && !std::holds_alternative<Started>(event->what)) // that may be ours
            ended = std::holds_alternative<Stopped>(event->what) ? std::optional(event->at) : std::nullopt;
    });
    return ended;
}

std::vector<JudgedBy> judgedBy(const HistoryReader& reader, const Watchlist& watchlist, TimeRange range) {
    std::vector<JudgedBy> all;
    for (const HistoryReader::Version& version : reader.settingsTexts()) {
        if (version.since >= range.end)
            break;
        Settings settings = storedSettings(version.json);
        if (version.since <= range.begin)
            all.clear();
        else if (!all.empty() && all.back().settings == settings)
            continue;
        if (all.empty())
            all.push_back({{}, {}, std::move(settings)});
        else
            all.push_back({version.since,
                           endedInOrderBefore(reader, watchlist, version.since).value_or(version.since - settledRows),
                           std::move(settings)});
    }
    if (all.empty())
        all.push_back({{}, {}, storedSettings(reader.settingsJsonAt(range.begin))});
    return all;
}

} // namespace kpwatch
