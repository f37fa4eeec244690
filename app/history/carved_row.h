// SPDX-License-Identifier: GPL-3.0-or-later
// To which table a carved record belongs, told by its shape, for the pages that name it may be lost. Private to
// history/; pure.
#pragma once

#include "app/history/page_carver.h"

namespace kpwatch {

// The table, "" for what is none of ours, is derived, or was changed since (stale records of tables that are not
// append-only). A record of `recent` comes out as one of `observation`.
std::string tableOf(CarvedRecord& record);

} // namespace kpwatch
