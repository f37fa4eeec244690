// SPDX-License-Identifier: GPL-3.0-or-later
// The window on the person's own record: everything it needs, put together. Main thread.
#pragma once

#include "ui/cli/commands.h"
#include "ui/evidence/handing_on.h"

#include <string>

namespace kpwatch {

// Needs a QApplication. `opened` is a chart or a pack of ours that is opened with it, a watchlist, a copy of a record,
// or empty. Returns the exit code; throws InputError, StorageError.
int runDashboard(const CommonOptions& given, const std::string& opened);

// What the window hands on to the commands: packs, the list of what went out, and the same file once more.
HandingOn handingOn(const CommonOptions& common);

} // namespace kpwatch
