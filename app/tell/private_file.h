// SPDX-License-Identifier: GPL-3.0-or-later
// A small file beside the record, readable for nobody else. Any thread.
#pragma once

#include <filesystem>
#include <string>

namespace kpwatch {

// Whole or not at all; makes the directory. Throws StorageError naming the file and the way out.
void writePrivately(const std::filesystem::path& file, const std::string& text);

} // namespace kpwatch
