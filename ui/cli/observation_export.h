// SPDX-License-Identifier: GPL-3.0-or-later
// All that was seen in a range, written to a file as it stands in the record, oldest first. Any thread; takes as long
// as the range is full.
#pragma once

#include "app/evidence/pack.h"
#include "ui/cli/commands.h"

#include <cstdint>
#include <optional>

namespace kpwatch {

// How many observations; nullopt: it was stopped, and nothing is there. Throws InputError, StorageError.
std::optional<std::uint64_t> exportObservations(const CommonOptions& common, const ExportOptions& options,
                                                const PackWork& work = {});

} // namespace kpwatch
