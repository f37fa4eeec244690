// SPDX-License-Identifier: GPL-3.0-or-later
// A small file that is there whole or as it was before, readable for its owner alone. Any thread.
#pragma once

#include <filesystem>
#include <string_view>

namespace kpwatch {

// Under another name first, then renamed; the folder is made if it is missing. Blocks on the disk. Throws StorageError
// naming the file, the reason and `way_out`.
void writeWhole(const std::filesystem::path& file, std::string_view text, std::string_view way_out);
// The same of what lies beside the record: the way out is another directory.
void writeBesideRecord(const std::filesystem::path& file, std::string_view text);

} // namespace kpwatch
