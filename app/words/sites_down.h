// SPDX-License-Identifier: GPL-3.0-or-later
// How many sites the headline counts as not answering, for where there is room for a number alone. Any thread.
#pragma once

#include "app/settings.h"
#include "app/story/timeline.h"

namespace kpwatch::words {

// Without a site that stands for itself for days, and without who has never answered.
int sitesDown(const LiveStatus& live, const Settings& settings);

} // namespace kpwatch::words
