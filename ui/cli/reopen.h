// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of ours and what the record says now. One thread.
#pragma once

#include "ui/cli/commands.h"
#include "ui/export/reopened.h"

namespace kpwatch {

// Throws InputError naming the file, or StorageError.
Reopened reopen(const CommonOptions& common, const std::string& file);

} // namespace kpwatch
