// SPDX-License-Identifier: GPL-3.0-or-later
// Files of an evidence pack, changed by somebody who knows how its hashes are made.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kpwatch::test {

std::string bytesOf(const std::filesystem::path& path);
void put(const std::filesystem::path& path, const std::string& bytes); // with its folders
std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder);

// Makes the hashes of a bag right again after something was changed.
void hashAnew(const std::filesystem::path& bag);
// The first occurrence; a sentence if there is none.
std::string replacedIn(const std::filesystem::path& file, const std::string& from, const std::string& to);

} // namespace kpwatch::test
