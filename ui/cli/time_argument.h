// SPDX-License-Identifier: GPL-3.0-or-later
// Times on the command line: ISO 8601 with zone, "now", or relative to now ("-24h", "-90m", "-30d"). Any thread.
#pragma once

#include "probes/utc_time.h"

#include <string>

namespace kpwatch {

// Throws InputError naming the option and the accepted forms.
UtcTime parseTimeArgument(const std::string& text, const std::string& option, UtcTime now);
// "90s", "15m", "24h", "7d". Throws InputError likewise.
std::chrono::seconds parseLength(const std::string& text, const std::string& option);

} // namespace kpwatch
