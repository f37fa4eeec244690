// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges of time put together. Pure; any thread.
#pragma once

#include "app/story/span.h"

#include <vector>

namespace kpwatch {

// What lies in both; each disjoint and in order.
std::vector<TimeRange> common(const std::vector<TimeRange>& one, const std::vector<TimeRange>& other);
// What lies in any, disjoint and in order; what touches is one. Empty ones and such as end before they begin are
// nothing.
std::vector<TimeRange> joined(std::vector<TimeRange> ranges);
// Of several, each with disjoint ranges, the most that have a moment in common: by their indexes, every such set once.
std::vector<std::vector<std::size_t>> mostAtOnce(const std::vector<std::vector<TimeRange>>& each);

} // namespace kpwatch
