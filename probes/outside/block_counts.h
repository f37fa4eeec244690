// SPDX-License-Identifier: GPL-3.0-or-later
// How many of North Korea's blocks others count as announced or as answering, over time: the answers of IODA and of
// Cloudflare Radar, read. What is missing from them is no data, never a zero. Pure; any thread.
#pragma once

#include "probes/outside/routes_seen.h"

#include <optional>

namespace kpwatch {

struct BlockCount {
    UtcTime at; // begin of its bin, or of the snapshot
    double blocks = 0;
    bool operator==(const BlockCount&) const = default;
};

struct BlockSeries {
    std::string what; // "bgp", "ping-slash24"
    std::chrono::seconds step{0};
    std::vector<BlockCount> counts; // in order of time; bins without a number are left out
};

// Whether a bin had been filled when it was told of. IODA fills bins late: the newest two of an answer say nothing yet
// (its documentation; observed by others).
bool isSettled(const BlockSeries& series, const BlockCount& count, UtcTime answered);

// Always there, with thousands of blocks: SURF, the network of the Dutch universities. Asked about in the same
// question, it tells IODA's own trouble from theirs.
inline constexpr std::uint32_t iodaReference = 1103;

// IODA's signals/raw (https://api.ioda.inetintel.cc.gatech.edu/v2), of the entity and one source asked for. An error
// comes with HTTP 200 as well. Bins in which the reference, if it is in the answer, has no number or less than half of
// its most are left out, and all of them if that is next to nothing.
Told<BlockSeries> readIodaSignal(std::string_view body, std::string_view entity, std::string_view datasource);

// The same for Cloudflare Radar, in a question of its own: RIPE NCC's network.
inline constexpr std::uint32_t radarReference = 3333;
std::string radarOrigin(std::uint32_t network); // as it stands in a question: "origin=3333&"

// Cloudflare Radar's bgp/routes/pfx2as and bgp/routes/realtime (https://developers.cloudflare.com/api): blocks that at
// least half of its peers see. One count.
Told<BlockSeries> readRadarRoutes(std::string_view body, std::uint32_t origin);

// Radar's annotations/outages: what was written by hand, days later.
struct RadarOutage {
    UtcTime from;
    std::optional<UtcTime> to; // empty: it goes on
    std::string description, cause;
};
Told<std::vector<RadarOutage>> readRadarOutages(std::string_view body);

} // namespace kpwatch
