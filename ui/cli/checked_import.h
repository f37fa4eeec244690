// SPDX-License-Identifier: GPL-3.0-or-later
// What `import` would take in, looked at first: for the window, which asks before it takes. Any thread; blocks.
#pragma once

#include "app/evidence/pack.h"
#include "ui/cli/commands.h"

namespace kpwatch {

// Whether it could be taken in, or is our own; of an observation file nothing is known of an incident. Throws
// InputError, StorageError.
PackVerdict checkedImport(const CommonOptions& common, const std::filesystem::path& file, const PackWork& work);

// Takes it in, beside our own record: all or nothing, also once `stop` is asked for. How many checks are new. Throws as
// takeIn() does.
std::uint64_t takenImport(const CommonOptions& common, const std::filesystem::path& file, const std::stop_token& stop);

} // namespace kpwatch
