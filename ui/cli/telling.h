// SPDX-License-Identifier: GPL-3.0-or-later
// `kpwatch telling`: by which channels the person is told outside this desktop. Needs a QCoreApplication; main thread.
#pragma once

#include "ui/cli/commands.h"

namespace kpwatch {

struct TellingOptions {
    std::string secret; // the name of one that is read from standard input and kept
};

// Which channels are told, or a secret of one kept.
int runTelling(const CommonOptions& common, const TellingOptions& options);

} // namespace kpwatch
