// SPDX-License-Identifier: GPL-3.0-or-later
// What may be said while only a part of the record can be read, for the rest is being repaired. Pure; any thread.
#pragma once

#include "app/story/timeline.h"

namespace kpwatch {

// Who ever answered stands in what is being repaired.
void takeBackNeverAnswered(LiveStatus& live);

} // namespace kpwatch
