// SPDX-License-Identifier: GPL-3.0-or-later
// A directory that nobody else may look into, for what this program keeps of a person. Any thread.
#pragma once

#include <filesystem>

namespace kpwatch {

// Made with those above it, unless it is there. 0, or the errno it failed with.
[[nodiscard]] int makeDirectoryForOneself(const std::filesystem::path& directory);

} // namespace kpwatch
