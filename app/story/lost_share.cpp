// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/lost_share.h"

#include <algorithm>
#include <cmath>

namespace kpwatch {

namespace {

constexpr double z = 1.959964; // of the normal distribution, two-sided 95 %

} // namespace

ShareBounds wilson(const LostShare& counted) {
    if (counted.tries <= 0)
        return {};
    const double n = counted.tries;
    const double p = counted.share();
    const double centre = p + z * z / (2 * n);
    const double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (centre - spread) / scale), std::min(1.0, (centre + spread) / scale)};
}

double surelyMore(const LostShare& here, const LostShare& there) {
    const double below = here.share() - wilson(here).lower;
    const double above = wilson(there).upper - there.share();
    return here.share() - there.share() - std::hypot(below, above);
}

} // namespace kpwatch
