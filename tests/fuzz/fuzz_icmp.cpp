// SPDX-License-Identifier: GPL-3.0-or-later
// ICMP of anybody, the way put together from it, and what ping(8) prints: whatever bytes they are.
#include "probes/wire/icmp_packet.h"
#include "probes/wire/ping_output.h"
#include "probes/wire/trace_path.h"
#include "tests/fuzz/fuzzing.h"

using namespace kpwatch;
using fuzzing::require;

namespace {

void readPacket(std::string_view text, bool v6) {
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    if (const auto echo = decodeEchoReply(bytes, v6)) {
        require(bytes.size() >= 16);
        require(quotedSequence(encodeEchoRequest(*echo, v6), v6) == echo->sequence);
    }
    require(!quotedSequence(bytes, v6) || bytes.size() >= 8);
    if (bytes.size() >= 2)
        icmpError(bytes[0], bytes[1], v6);
}

// Three bytes an answer: TTL, router, what it says.
void readTrace(std::string_view text) {
    TracePath path;
    for (; text.size() >= 3; text.remove_prefix(3)) {
        HopAnswer answer{.ttl = static_cast<signed char>(text[0])};
        answer.from.bytes = {10, 0, 0, static_cast<std::uint8_t>(text[1])};
        answer.says = static_cast<HopAnswer::Says>(static_cast<unsigned char>(text[2]) % 4);
        path.add(answer);
    }
    const std::vector<TraceHop> hops = path.hops();
    require(hops.size() <= TracePath::longest && path.lastHeard() <= TracePath::longest);
    for (std::size_t i = 0; i < hops.size(); ++i)
        require(hops[i].ttl == static_cast<int>(i) + 1);
    require(!path.reached() || hops.back().said == "reached");
    require(!path.complete() || path.silent().empty());
    require(path.silentBeyond().size() <= path.silent().size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [choice, text] = fuzzing::chosen(data, size);
    if (choice % 4 < 2) {
        readPacket(text, choice % 4 == 1);
    } else if (choice % 4 == 2) {
        readTrace(text);
    } else {
        const PingOutput output = readPingOutput(text);
        require(output.sent >= 0 && output.sent <= 1000 && output.received >= 0 && output.received <= 1000);
        for (const auto roundTrip : output.roundTrips)
            require(roundTrip.count() >= 0);
    }
    return 0;
}
