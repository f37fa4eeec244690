// SPDX-License-Identifier: GPL-3.0-or-later
// Which public sources may be asked, and where. Each is switched on by the person; the choice lies beside the record
// (sources.json) and belongs to it. Any thread.
#pragma once

#include <filesystem>
#include <string>

namespace kpwatch {

struct Sources {
    bool ripe = false;                              // RIPEstat and RIS Live
    std::string ripestat = "https://stat.ripe.net"; // base addresses: others for mirrors and tests
    std::string risLive = "https://ris-live.ripe.net";
    bool operator==(const Sources&) const = default;
};

// All off without a file. Throws InputError naming file and key.
Sources readSources(const std::filesystem::path& directory);
// Whole or not at all; makes the directory, for the person alone. Throws StorageError.
void writeSources(const std::filesystem::path& directory, const Sources& sources);

} // namespace kpwatch
