// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/ranges.h"

#include <algorithm>
#include <set>
#include <utility>

namespace kpwatch {

std::vector<TimeRange> common(const std::vector<TimeRange>& one, const std::vector<TimeRange>& other) {
    std::vector<TimeRange> both;
    for (auto left = one.begin(), right = other.begin(); left != one.end() && right != other.end();) {
        const TimeRange shared{std::max(left->begin, right->begin), std::min(left->end, right->end)};
        if (shared.begin < shared.end)
            both.push_back(shared);
        (left->end < right->end ? left : right)++;
    }
    return both;
}

std::vector<TimeRange> joined(std::vector<TimeRange> ranges) {
    std::ranges::sort(ranges, {}, &TimeRange::begin);
    std::vector<TimeRange> all;
    for (const TimeRange& range : ranges) {
        if (range.begin >= range.end)
            continue;
        if (!all.empty() && range.begin <= all.back().end)
            all.back().end = std::max(all.back().end, range.end);
        else
            all.push_back(range);
    }
    return all;
}

std::vector<std::vector<std::size_t>> mostAtOnce(const std::vector<std::vector<TimeRange>>& each) {
    struct Change {
        UtcTime at;
        bool begins;
        std::size_t whose;
    };
    std::vector<Change> changes;
    for (std::size_t whose = 0; whose < each.size(); ++whose)
        for (const TimeRange& range : each[whose])
            if (range.begin < range.end) {
                changes.push_back({range.begin, true, whose});
                changes.push_back({range.end, false, whose});
            }
    std::ranges::sort(changes, {}, [](const Change& change) { // ends before begins of the same moment
        return std::pair(change.at, change.begins);
    });
    std::set<std::size_t> present;
    std::set<std::vector<std::size_t>> most;
    std::size_t size = 0;
    for (const Change& change : changes) {
        if (!change.begins) {
            present.erase(change.whose);
            continue;
        }
        present.insert(change.whose);
        if (present.size() < size)
            continue;
        if (present.size() > size)
            most.clear();
        size = present.size();
        most.emplace(present.begin(), present.end());
    }
    return {most.begin(), most.end()};
}

} // namespace kpwatch
