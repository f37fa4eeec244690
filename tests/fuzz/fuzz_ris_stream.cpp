// SPDX-License-Identifier: GPL-3.0-or-later
// The stream of RIS Live, whatever bytes it brings and however they are cut: the first says how long a piece is.
#include "app/story/sightings.h"
#include "tests/fuzz/fuzzing.h"

using namespace kpwatch;
using fuzzing::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [longest, text] = fuzzing::chosen(data, size);
    std::string_view bytes = text;
    RouteTable table;
    table.know({{}, {{{"00", "198.18.0.1"}, 64512}, {{"21", "203.0.113.1"}, 64513}}});
    LineCutter cutter;
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, longest + std::size_t{1});
        bytes.remove_prefix(piece.size());
        cutter.take(piece, [&](std::string_view line) {
            require(!line.empty() && line.find('\n') == std::string_view::npos);
            const RisMessage message = readRisLine(line);
            if (const auto* state = std::get_if<PeerState>(&message))
                table.apply(*state);
            if (const auto* changes = std::get_if<std::vector<RouteChange>>(&message)) {
                require(!changes->empty());
                for (const RouteChange& change : *changes)
                    table.apply(change);
            }
        });
    }
    for (const RouteReading& reading : table.readings({}, "ripe-ris"))
        require(reading.peersSeeing >= 0 && reading.peersElsewhere >= 0 && reading.peersFull <= 2 &&
                reading.peersSeeing + reading.peersElsewhere <= reading.peersFull);
    Strangers strangers;
    std::vector<RouteSighting> sightings;
    strangers.note(table.strange(), {}, sightings);
    require(sightings.size() <= 200);
    return 0;
}
