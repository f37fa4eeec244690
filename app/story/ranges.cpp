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

} // namespace kpwatch
