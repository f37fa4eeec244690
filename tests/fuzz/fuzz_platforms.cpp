// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a measurement platform sends, its reader returns: a value or "no data". The first byte chooses who
// reads.
#include "probes/outside/atlas.h"
#include "probes/outside/block_counts.h"
#include "probes/outside/globalping.h"
#include "tests/fuzz/fuzzing.h"

using namespace kpwatch;
using fuzzing::require;

namespace {

void readPlaces(std::string_view body) {
    const auto told = readGlobalping(body);
    if (const auto* const read = std::get_if<PlaceMeasurement>(&told)) {
        require(!read->id.empty() && read->id.size() <= 64 && read->places.size() <= 500);
        require(read->waiting >= 0 && read->waiting <= static_cast<int>(read->places.size()));
        for (const PlaceAnswer& place : read->places)
            require(read->question.kind != PlaceQuestion::Kind::Other || place.said == PlaceSaid::NoVote);
    }
    const auto begun = readGlobalpingBegun(body);
    if (const auto* const id = std::get_if<std::string>(&begun))
        require(id->find('/') == std::string::npos);
    globalpingError(body);
}

void readCounts(std::string_view body) {
    for (const char* const what : {"bgp", "ping-slash24"})
        for (const char* const network : {"asn/131279", "asn/1103"}) {
            const auto told = readIodaSignal(body, network, what);
            if (const auto* const series = std::get_if<BlockSeries>(&told)) {
                require(!series->counts.empty() && series->step.count() > 0);
                for (const BlockCount& count : series->counts)
                    require(count.blocks >= 0);
            }
        }
    for (const std::uint32_t network : {131279U, radarReference}) {
        const auto told = readRadarRoutes(body, network);
        if (const auto* const series = std::get_if<BlockSeries>(&told))
            require(series->counts.size() == 1);
    }
    readRadarOutages(body);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [choice, body] = fuzzing::chosen(data, size);
    switch (choice % 3) {
    case 0:
        readPlaces(body);
        break;
    case 1:
        readCounts(body);
        break;
    default:
        readAtlas(body, 900000001);
    }
    return 0;
}
