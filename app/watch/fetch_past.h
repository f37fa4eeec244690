// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of a past time, asked for while nothing else runs, and added to the record. Main thread; blocks.
#pragma once

#include "app/chosen.h"
#include "app/history/history.h"
#include "app/outside/sources.h"

namespace kpwatch {

struct Fetched {
    std::optional<PastTold> told; // nullopt: not told yet
    std::string trouble;          // of the source, one clause; may be empty
};

// Waits for the answer, at most ten minutes. A record that holds no watchlist yet gets the chosen one, so that it can
// be read. Throws InputError (of the files), WriterBusyError, StorageError.
Fetched fetchPast(const std::filesystem::path& directory, const Sources& sources, const ChosenFiles& files,
                  TimeRange range);

} // namespace kpwatch
