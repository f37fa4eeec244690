// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/response_summary.h"

#include <algorithm>

namespace kpwatch {

void ResponseSummary::addLost() {
    ++checks;
    ++lost;
}

void ResponseSummary::addTime(Micros took) {
    lowest = answers == 0 ? took : std::min(lowest, took);
    highest = answers == 0 ? took : std::max(highest, took);
    ++answers;
    sum += took;
    histogram.add(took);
}

void ResponseSummary::merge(const ResponseSummary& other) {
    if (other.answers > 0) {
        lowest = answers == 0 ? other.lowest : std::min(lowest, other.lowest);
        highest = answers == 0 ? other.highest : std::max(highest, other.highest);
    }
    checks += other.checks;
    lost += other.lost;
    answers += other.answers;
    sum += other.sum;
    histogram.merge(other.histogram);
}

} // namespace kpwatch
