// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of who has not answered as long as the judge remembers: seven days, and on this network. Any thread.
#pragma once

#include "probes/utc_time.h"

#include <QString>

#include <optional>

namespace kpwatch::words {

// "has never answered us" only where no answer is known at all; `last` may be of another network, or long ago.
QString neverAnswered(std::optional<UtcTime> last, UtcTime now);

} // namespace kpwatch::words
