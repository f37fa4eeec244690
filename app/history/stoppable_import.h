// SPDX-License-Identifier: GPL-3.0-or-later
// takeIn() for a window, where a person may change their mind. Blocks; any thread.
#pragma once

#include "app/history/colleague.h"

#include <stop_token>

namespace kpwatch {

// As takeIn() without `stop`. Once that is asked for it throws InputError, and nothing was taken in.
Taken takeIn(const std::filesystem::path& directory, const ColleagueRows& rows, const Settings& settings, UtcTime now,
             const std::stop_token& stop);

} // namespace kpwatch
