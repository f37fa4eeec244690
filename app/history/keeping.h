// SPDX-License-Identifier: GPL-3.0-or-later
// For how long the single checks of a record are kept. It belongs to the record, in DIR/keep.json, and not to a way of
// starting the program: a start without an option must not remove what was to be kept. Any thread.
#pragma once

#include "app/errors.h"

#include <filesystem>
#include <optional>

namespace kpwatch {

inline constexpr int rawMonthsUsual = 13;
inline constexpr int rawMonthsMost = 1200;

// None: for ever; so also if the file cannot be understood, for what is removed is gone.
std::optional<int> rawMonthsKept(const std::filesystem::path& directory);
// In force within a minute, also while somebody records. Throws StorageError; InputError if it is not 1 to 1200 months.
void keepRaw(const std::filesystem::path& directory, std::optional<int> months);

} // namespace kpwatch
