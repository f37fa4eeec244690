// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/ranges.h"

#include <algorithm>

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

} // namespace kpwatch
