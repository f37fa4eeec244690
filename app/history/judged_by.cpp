// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/judged_by.h"

#include "app/settings_file.h"

namespace kpwatch {

std::vector<JudgedBy> judgedBy(const HistoryReader& reader, TimeRange range) {
    std::vector<JudgedBy> all;
    for (const HistoryReader::SettingsText& version : reader.settingsTexts()) {
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
                           reader.endedInOrderBefore(version.since).value_or(version.since - settledRows),
                           std::move(settings)});
    }
    if (all.empty())
        all.push_back({{}, {}, storedSettings(reader.settingsJsonAt(range.begin))});
    return all;
}

} // namespace kpwatch
