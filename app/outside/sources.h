// SPDX-License-Identifier: GPL-3.0-or-later
// Which public sources may be asked, and where. Each is switched on by the person; the choice lies beside the record
// (sources.json) and belongs to it. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

struct Sources {
    bool ripe = false;       // RIPEstat and RIS Live
    bool globalping = false; // places elsewhere ask the same addresses
    bool ioda = false;       // how many blocks are announced, and how many answer pings
    bool atlas = false;      // public measurements of RIPE Atlas, by their numbers
    bool radar = false;      // Cloudflare Radar; wants a token
    bool routeviews = false; // other collectors, as a cross-check
    // Base addresses: others for mirrors and tests.
    std::string ripestat = "https://stat.ripe.net";
    std::string risLive = "https://ris-live.ripe.net";
    std::string globalpingAt = "https://api.globalping.io";
    std::string iodaAt = "https://api.ioda.inetintel.cc.gatech.edu";
    std::string atlasAt = "https://atlas.ripe.net";
    std::string radarAt = "https://api.cloudflare.com";
    std::string routeviewsAt = "https://api.routeviews.org";
    std::vector<std::int64_t> atlasMeasurements; // at most mostAtlasMeasurements
    bool operator==(const Sources&) const = default;
};

// What a platform knows us by, by SourceAnswer::source. Never written into a file of ours.
using Tokens = std::map<std::string, std::string>;

inline constexpr std::size_t mostAtlasMeasurements = 8;

// The switch of a source by its name on the command line ("ripe", "globalping", "ioda", "atlas", "radar",
// "routeviews"); nullptr if there is none of that name.
bool* switchOf(Sources& sources, std::string_view name);
inline constexpr const char* sourceNames[] = {"ripe", "globalping", "ioda", "atlas", "radar", "routeviews"};

// All off without a file. Throws InputError naming file and key.
Sources readSources(const std::filesystem::path& directory);
// Whole or not at all; makes the directory, for the person alone. Throws StorageError.
void writeSources(const std::filesystem::path& directory, const Sources& sources);

} // namespace kpwatch
