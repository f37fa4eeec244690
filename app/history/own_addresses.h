// SPDX-License-Identifier: GPL-3.0-or-later
// Every address of ours that a check ever left by: private, never exported, and needed to keep it out of what is. Reads
// only; any thread.
#pragma once

#include "app/errors.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kpwatch {

// Throws StorageError.
std::vector<std::string> ownAddresses(const std::filesystem::path& history);

} // namespace kpwatch
