// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a measurement platform sends, its reader returns: a value or "no data". The first byte chooses who
// reads. Run it as tests/fuzz/CMakeLists.txt says, with -max_len=65536.
#include "probes/outside/atlas.h"
#include "probes/outside/block_counts.h"
#include "probes/outside/globalping.h"

#include <cstdlib>

using namespace kpwatch;

namespace {

// What the rest of the program takes for granted.
void check(bool holds) {
    if (!holds)
        std::abort();
}

void readPlaces(std::string_view body) {
    const auto told = readGlobalping(body);
    if (const auto* const read = std::get_if<PlaceMeasurement>(&told)) {
        check(!read->id.empty() && read->id.size() <= 64 && read->places.size() <= 500);
        check(read->waiting >= 0 && read->waiting <= static_cast<int>(read->places.size()));
        for (const PlaceAnswer& place : read->places)
            check(read->question.kind != PlaceQuestion::Kind::Other || place.said == PlaceSaid::NoVote);
    }
    const auto begun = readGlobalpingBegun(body);
    if (const auto* const id = std::get_if<std::string>(&begun))
        check(id->find('/') == std::string::npos);
    globalpingError(body);
}

void readCounts(std::string_view body) {
    for (const char* const what : {"bgp", "ping-slash24"}) {
        const auto told = readIodaSignal(body, "asn/131279", what);
        if (const auto* const series = std::get_if<BlockSeries>(&told)) {
            check(!series->counts.empty() && series->step.count() > 0);
            for (const BlockCount& count : series->counts)
                check(count.blocks >= 0);
        }
    }
    readRadarRoutes(body, 131279);
    readRadarOutages(body);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view body(reinterpret_cast<const char*>(data + 1), size - 1);
    switch (data[0] % 3) {
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
