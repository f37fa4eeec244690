// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of an incident that stand in whatever is handed on about it, exact, for the list of what went out: once
// they are others, what went out needs a correction. Pure; any thread.
#pragma once

#include "app/desk/exports.h"
#include "app/story/assessment.h"

namespace kpwatch {

std::vector<ExportNumber> exportNumbers(const Incident& incident, const Assessment& seen, const Watchlist& watchlist);

} // namespace kpwatch
