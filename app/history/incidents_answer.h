// SPDX-License-Identifier: GPL-3.0-or-later
// Puts together what the archive tells about incidents. Private to archive.cpp; the reader's thread.
#pragma once

#include "app/history/archive.h"

namespace kpwatch {

// Empty without a reader. Throws StorageError, and InputError of settings that cannot be read.
IncidentsAnswer incidentsAnswerFrom(const HistoryReader* reader, const Watchlist& watchlist,
                                    const IncidentsQuery& query, Sieve& sieve);

} // namespace kpwatch
