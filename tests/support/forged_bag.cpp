// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/forged_bag.h"

#include "app/evidence/bag_writer.h"
#include "probes/wire/sha256.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace kpwatch::test {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes; // a letter at a time takes long where nothing is optimised
    bytes << file.rdbuf();
    return std::move(bytes).str();
}
void put(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::vector<fs::path> filesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

void hashAnew(const fs::path& bag) {
    std::map<std::string, std::string> payload, tags;
    for (const fs::path& file : filesBelow(bag / "data"))
        payload[file.lexically_relative(bag).string()] = sha256(bytesOf(file));
    put(bag / "manifest-sha256.txt", manifestText(payload));
    for (const char* const tag : {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"})
        tags[tag] = sha256(bytesOf(bag / tag));
    put(bag / "tagmanifest-sha256.txt", manifestText(tags));
}

std::string replacedIn(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = bytesOf(file);
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        return from + " is not in " + file.string();
    put(file, text.replace(at, from.size(), to));
    return {};
}

} // namespace kpwatch::test
