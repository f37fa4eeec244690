// SPDX-License-Identifier: GPL-3.0-or-later
// What many checks of one series have in common: how many were answered, and how fast. Merges, so that a year is made
// of days. Private to history/; pure, any thread.
#pragma once

#include "app/history/latency_histogram.h"

#include <cstdint>

namespace kpwatch {

struct ResponseSummary {
    std::int64_t checks = 0;  // decided ones: somebody answered, or nobody did
    std::int64_t lost = 0;    // of these, without an answer
    std::int64_t answers = 0; // with a response time
    Micros lowest{0}, highest{0}, sum{0};
    LatencyHistogram histogram;

    void addAnswer() { ++checks; }
    void addLost();
    void addTime(Micros took);
    void merge(const ResponseSummary& other);
    bool operator==(const ResponseSummary&) const = default;
};

} // namespace kpwatch
