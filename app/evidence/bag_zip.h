// SPDX-License-Identifier: GPL-3.0-or-later
// A bag in a .zip (libarchive), and what may come out of one. The last thing in the file is a comment with the SHA-256
// of all bytes before it, since a .zip holds bytes that no checksum of its own covers. One thread.
#pragma once

#include "app/errors.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace kpwatch {

// The files `names` of `folder`, under `top`/, without times or owners: equal files give equal bytes. `step` is told
// the share done, and ends it by throwing. Throws StorageError.
void writeZip(const std::filesystem::path& zip, const std::filesystem::path& folder,
              const std::vector<std::string>& names, const std::string& top, const std::function<void(double)>& step);

// What a .zip of somebody else may make of our disk.
struct ZipLimits {
    std::uintmax_t bytes = std::uintmax_t{2} << 30U; // of all files together
    std::uintmax_t ratio = 250;                      // of them to the .zip, from freeBytes on
    std::uintmax_t freeBytes = std::uintmax_t{16} << 20U;
    std::size_t files = 20'000;
    std::size_t longestName = 200; // bytes
    std::size_t deepest = 8;       // folders
};

// Why a name inside a bag must not become a file here: it leads elsewhere, or would not be seen for what it is. One
// clause; empty if it may. Also for folders.
std::string faultOfName(const std::string& name, const ZipLimits& limits = {});

// Whether the comment at the end says what the bytes before it are.
bool zipIsAsWritten(const std::filesystem::path& zip);

// Writes the files below `folder`, nowhere else. Throws InputError, one sentence that names the file and what it holds:
// a link, a name that leads elsewhere, more than the limits allow, two files of one name, or no .zip at all.
void unpackZip(const std::filesystem::path& zip, const std::filesystem::path& folder, const ZipLimits& limits = {});

} // namespace kpwatch
