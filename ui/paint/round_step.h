// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of a scale that people can read. Pure; any thread.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace kpwatch {

// 1, 2 or 5 times a power of ten, at least as large; never below 1.
inline qreal roundStep(qreal least) {
    const qreal power = std::pow(10, std::floor(std::log10(std::max<qreal>(1, least))));
    for (const qreal factor : {1.0, 2.0, 5.0})
        if (factor * power >= least)
            return factor * power;
    return 10 * power;
}

} // namespace kpwatch
