// SPDX-License-Identifier: GPL-3.0-or-later
// An invented record of the last thirty days, judged like a real one, for the demo's history. Every row of it is marked
// as simulated through the history it is written to. Any thread.
#pragma once

#include "app/history/history.h"
#include "app/simulation/scenario.h"

namespace kpwatch::simulation {

// Fills the empty history of `options` (simulated) up to `now`: checks every five minutes, every two in the last two
// days, with outages, error pages, own-line failures and times when nobody watched. The same `now` gives the same rows.
// Whom the scenario calls silent already was. Takes a second or two. Throws StorageError.
void writePast(const HistoryOptions& options, const Watchlist& watchlist, const Settings& settings, UtcTime now,
               const Scenario& scenario);

} // namespace kpwatch::simulation
