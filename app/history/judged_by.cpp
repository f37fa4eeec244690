// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/judged_by.h"

#include "app/history/row_codec.h"
#include "app/settings_file.h"

#include <algorithm>
#include <set>

namespace kpwatch {

namespace {

std::string listAt(const HistoryReader& reader, UtcTime at) {
    const std::vector<WatchlistVersion>& versions = reader.watchlistVersions();
    const WatchlistVersion* standing = nullptr;
    for (const WatchlistVersion& version : versions)
        if (version.since <= at && (standing == nullptr || version.since >= standing->since))
            standing = &version;
    if (standing == nullptr && !versions.empty())
        standing = &*std::ranges::min_element(versions, {}, &WatchlistVersion::since);
    return standing == nullptr ? std::string() : standing->list.json();
}

// Since when controls are gone or asked something else. What these said before is left out from then on, and the past
// would be judged by less.
std::optional<UtcTime> hearsLessSince(const std::vector<WatchlistVersion>& versions, UtcTime moment) {
    std::vector<WatchlistVersion> known;
    std::ranges::copy_if(versions, std::back_inserter(known),
                         [&](const WatchlistVersion& version) { return version.since <= moment; });
    std::optional<UtcTime> since;
    for (std::size_t i = 1; i < known.size(); ++i)
        if (lacksControlOf(known[i - 1].list, known[i].list))
            since = known[i].since;
    const Renewed renewed = renewedIn(known);
    if (!known.empty())
        for (const Control& control : known.back().list.controls)
            if (const auto begun = renewed.asked.find(control.target.id); begun != renewed.asked.end())
                since = std::max(since, std::optional(begun->second));
    return since;
}

// What is stored of it when it becomes another.
std::string storedText(const Watchlist& list, const std::string& name) {
    for (const Control& control : list.controls)
        if (control.target.name == name)
            return targetText(control.target, control.ring);
    const Target* const target = list.findByName(name);
    return target == nullptr ? std::string() : targetText(*target, std::nullopt);
}

} // namespace

std::vector<JudgedBy> judgedBy(const HistoryReader& reader, TimeRange range) {
    std::set<UtcTime> moments{range.begin};
    for (const HistoryReader::SettingsText& version : reader.settingsTexts())
        moments.insert(version.since);
    for (const WatchlistVersion& version : reader.watchlistVersions())
        moments.insert(version.since);
    std::vector<JudgedBy> all;
    for (const UtcTime moment : moments) {
        if (moment < range.begin || moment >= range.end)
            continue;
        JudgedBy by{{}, {}, storedSettings(reader.settingsJsonAt(moment)), listAt(reader, moment)};
        if (!all.empty() && all.back().settings == by.settings && all.back().watchlist == by.watchlist)
            continue;
        if (!all.empty()) {
            by.since = moment;
            by.from = reader.endedInOrderBefore(moment).value_or(moment - settledRows);
            if (const auto less = hearsLessSince(reader.watchlistVersions(), moment)) // what came after the last row
                by.from =
                    std::max(by.from, std::min(*less, reader.lastRowBefore(moment).value_or(*less))); // was not judged
        }
        all.push_back(std::move(by));
    }
    if (std::ranges::all_of(all, [&](const JudgedBy& each) { return each.watchlist == all.front().watchlist; }))
        for (JudgedBy& each : all)
            each.watchlist.clear();
    return all;
}

Renewed renewedIn(std::span<const WatchlistVersion> versions) {
    Renewed renewed;
    if (versions.empty())
        return renewed;
    const Watchlist& last = versions.back().list;
    // The begin of the latest versions that have it as it is now; none if there was no other.
    const auto since = [&](const std::string& name, const auto& part) -> std::optional<UtcTime> {
        const std::string now = part(storedText(last, name));
        std::optional<UtcTime> begun;
        for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
            const std::string then = storedText(version->list, name);
            if (then.empty())
                continue; // not in it: it left no trace
            if (part(then) != now)
                return begun;
            begun = version->since;
        }
        return std::nullopt;
    };
    const auto add = [&](const Target& target) {
        if (const auto begun = since(target.name, questionOf))
            renewed.asked[target.id] = *begun;
    };
    std::ranges::for_each(last.targets, add);
    for (const Control& control : last.controls) {
        add(control.target);
        const auto* const page = std::get_if<HttpOptions>(&control.target.probe);
        if (page != nullptr && page->expect)
            if (const auto begun = since(control.target.name, std::identity()))
                renewed.expected[control.target.id] = *begun;
    }
    return renewed;
}

bool lacksControlOf(const Watchlist& before, const Watchlist& list) {
    return std::ranges::any_of(before.controls, [&](const Control& gone) {
        return std::ranges::none_of(list.controls,
                                    [&](const Control& each) { return each.target.name == gone.target.name; });
    });
}

} // namespace kpwatch
