// SPDX-License-Identifier: GPL-3.0-or-later
// Puts together what the archive tells about one target at one moment. Private to archive.cpp; the reader's thread.
#pragma once

#include "app/history/archive.h"

namespace kpwatch {

// Empty without a reader. Throws StorageError.
TargetAnswer targetAnswerFrom(const HistoryReader* reader, const Watchlist& watchlist, const TargetQuery& query);

} // namespace kpwatch
