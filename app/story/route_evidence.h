// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about routes beside how many networks see them: who else announced the space, and what collectors of
// another source saw at that time. Pure; any thread.
#pragma once

#include "app/story/assessment.h"

namespace kpwatch {

// Of foreign origins and more specific routes those that the most networks had, at most five.
std::vector<Evidence> strangersAmong(const std::vector<RouteSighting>& sightings);

// Who says of which routes that they were refused, and since when: of each the first reading that said so.
std::vector<Evidence> refusalsAmong(const std::vector<RouteSighting>& sightings, Sign sign);

// One row for each other source that was asked within two hours from `at` on, about when the routes were found as they
// are said to be. `sign`: of the row that says so; a source that saw it otherwise is a "?".
std::vector<Evidence> besides(const std::vector<RouteReading>& others, UtcTime at, bool went, Sign sign);

} // namespace kpwatch
