// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts as a condition on the rows of span, so that which of them say something is said in one place: the judge's.
// Private to history/.
#pragma once

#include "app/story/state_track.h"

#include <string>

namespace kpwatch {

// "verdict IN ('up', 'down')": those for which `holds`, in the order of the enumeration; at least one must.
inline std::string verdictIn(bool (*holds)(Verdict)) {
    std::string names;
    for (int i = 0; i <= static_cast<int>(Verdict::NotMonitored); ++i)
        if (const auto each = static_cast<Verdict>(i); holds(each)) {
            names += names.empty() ? "'" : ", '";
            names += name(each);
            names += '\'';
        }
    return "verdict IN (" + names + ")";
}

} // namespace kpwatch
