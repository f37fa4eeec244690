// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing everything that was recorded: the history, its backups, damaged ones that were kept, what was to be kept for
// how long, and what the person wrote beside it. Files that are not ours stay. Blocks briefly; any thread.
#pragma once

#include "app/errors.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace kpwatch {

struct Erasable {
    std::vector<std::filesystem::path> files; // what goes, the record itself first
    std::vector<std::filesystem::path> left;  // what lies there and is not ours
    std::uintmax_t bytes = 0;
};
// Throws InputError of a file: one that was backed up is erased by deleting it.
Erasable erasable(const std::filesystem::path& directory);
// Whether a file of that name, if it is made, is erased with the rest.
bool isErasedWith(const std::filesystem::path& directory, const std::filesystem::path& file);

// Removes it, and the folder if nothing is left in it. Killed midway, it is done by doing it again. Throws InputError
// of a file, WriterBusyError while somebody records, StorageError if something could not be removed (the rest is gone).
void eraseEverything(const std::filesystem::path& directory);

} // namespace kpwatch
