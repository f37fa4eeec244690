// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/atlas.h"

#include "probes/outside/clauses.h"
#include "probes/outside/loose_json.h"
#include "probes/wire/untrusted_text.h"

#include <algorithm>

namespace kpwatch {

namespace {

using loose::Json;

constexpr std::size_t mostResults = 20'000;
constexpr std::int64_t clockDoubted_s = 3600; // lts: since when a probe last knew the time

bool has(const Json& object, const char* key) { return !loose::at(object, key).is_null(); }

// Packets that left and were not answered; one that could not leave is the probe's own trouble.
PlaceSaid pingSaid(const Json& row) {
    const auto sent = loose::integer(loose::at(row, "sent"));
    const auto received = loose::integer(loose::at(row, "rcvd"));
    if (!sent || !received || *sent <= 0)
        return PlaceSaid::NoVote;
    if (*received > 0)
        return PlaceSaid::Answered;
    const Json& packets = loose::at(row, "result");
    const bool all_left =
        packets.is_array() && !packets.empty() &&
        std::all_of(packets.begin(), packets.end(), [](const Json& packet) { return has(packet, "x"); });
    return all_left ? PlaceSaid::Silent : PlaceSaid::NoVote;
}

PlaceSaid dnsSaid(const Json& row) {
    if (loose::number(loose::at(loose::at(row, "result"), "rt")))
        return PlaceSaid::Answered;
    // Only where the probe was told whom to ask: of a resolver of its own nobody knows who was silent.
    const bool asked = has(row, "dst_addr");
    return asked && has(loose::at(row, "error"), "timeout") ? PlaceSaid::Silent : PlaceSaid::NoVote;
}

PlaceSaid certificateSaid(const Json& row) {
    return loose::number(loose::at(row, "rt")) || has(row, "cert") || has(row, "alert") ? PlaceSaid::Answered
                                                                                        : PlaceSaid::NoVote;
}

PlaceSaid saidBy(const Json& row, const std::string& kind) {
    if (loose::integer(loose::at(row, "lts")).value_or(0) > clockDoubted_s)
        return PlaceSaid::NoVote;
    if (kind == "ping")
        return pingSaid(row);
    if (kind == "dns")
        return dnsSaid(row);
    if (kind == "sslcert")
        return certificateSaid(row);
    return PlaceSaid::NoVote; // how far a trace comes says little of who answers
}

} // namespace

Told<AtlasResults> readAtlas(std::string_view body, std::int64_t measurement) {
    const Json document = loose::parsed(body);
    if (document.is_object() && has(document, "error")) {
        const std::string said = cleanedText(loose::text(loose::at(loose::at(document, "error"), "detail")), 160);
        return NoData{NoData::Why::Error, said.empty() ? std::string(clauses::failed) : said};
    }
    if (document.is_discarded() || !document.is_array() || document.size() > mostResults)
        return loose::malformed();
    AtlasResults read{measurement, {}};
    for (const Json& row : document) {
        const auto probe = loose::integer(loose::at(row, "prb_id"));
        const auto at = loose::time(loose::at(row, "timestamp"));
        if (!probe || !at || loose::integer(loose::at(row, "msm_id")) != measurement)
            continue;
        std::string kind = cleanedText(loose::text(loose::at(row, "type")), 20);
        const PlaceSaid said = saidBy(row, kind);
        const auto asked = [&row](const char* key) { return cleanedText(loose::text(loose::at(row, key)), 80); };
        read.results.push_back({*probe, *at, std::move(kind), asked("dst_addr"), asked("dst_name"), said});
    }
    if (read.results.empty())
        return NoData{NoData::Why::Empty, std::string(clauses::nothing)};
    std::stable_sort(read.results.begin(), read.results.end(),
                     [](const AtlasResult& one, const AtlasResult& other) { return one.at < other.at; });
    return read;
}

} // namespace kpwatch
