// SPDX-License-Identifier: GPL-3.0-or-later
// A datagram or TCP message that came instead of an answer to "kp. SOA", whatever bytes it is.
#include "probes/wire/dns_message.h"
#include "tests/fuzz/fuzzing.h"

using namespace kpwatch;
using fuzzing::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span bytes(data, size);
    const auto header = decodeHeader(bytes);
    require(header.has_value() == (size >= 12));
    const auto message = decodeMessage(bytes);
    if (!message)
        return 0;
    require(header->response && header->id == message->id && !message->rcode.empty());
    for (const DnsRecord& record : message->answers)
        require(!record.owner.empty() && !record.type.empty());
    const DnsQuestion asked = message->question.value_or(DnsQuestion{"kp", "SOA"});
    require(!message->question || repeats(*message, asked));
    for (const DnsRecord& record : answersTo(*message, asked))
        require(sameName(record.type, asked.type));
    for (const DnsRecord& record : answersTo(*message, {"kp", "A"}))
        require(record.type == "A");
    encodeQuery(message->id, asked); // what a stranger wrote may be asked again as a CNAME
    return 0;
}
