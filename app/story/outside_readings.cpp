// SPDX-License-Identifier: GPL-3.0-or-later
// Of story/second_opinion.h: the answers of public platforms as they lie in the record, read again.
#include "app/story/second_opinion.h"

#include "probes/outside/atlas.h"
#include "probes/outside/block_counts.h"
#include "probes/outside/globalping.h"

#include <algorithm>

namespace kpwatch {

namespace {

constexpr std::uint32_t theirNetwork = 131279;
constexpr const char* theirEntity = "asn/131279";

using BlockKey = std::pair<std::string, UtcTime>;

void addPlaces(OutsideReadings& all, const SourceAnswer& answer) {
    const Told<PlaceMeasurement> told = readGlobalping(answer.body);
    const auto* const measured = std::get_if<PlaceMeasurement>(&told);
    if (measured == nullptr)
        return;
    const UtcTime at = globalpingSpokenAt(answer.body, answer.at);
    for (const PlaceAnswer& place : measured->places)
        all.places.push_back({at, measured->question, place.place, place.said});
}

void addSignal(std::map<BlockKey, double>& blocks, const SourceAnswer& answer) {
    const std::string reference = "asn/" + std::to_string(iodaReference);
    for (const std::string& what : {std::string("bgp"), std::string("ping-slash24")})
        for (const auto& [entity, source] : {std::pair<std::string, std::string>(theirEntity, what),
                                             std::pair<std::string, std::string>(reference, what + referenceOf)}) {
            const Told<BlockSeries> told = readIodaSignal(answer.body, entity, what);
            const auto* const series = std::get_if<BlockSeries>(&told);
            if (series == nullptr)
                continue;
            for (const BlockCount& count : series->counts)
                if (isSettled(*series, count, answer.at))
                    blocks[{std::string(iodaSource) + "/" + source, count.at}] = count.blocks;
        }
}

void addRadar(std::map<BlockKey, double>& blocks, const SourceAnswer& answer) {
    const bool reference = answer.question.find(radarOrigin(radarReference)) != std::string::npos;
    const Told<BlockSeries> told = readRadarRoutes(answer.body, reference ? radarReference : theirNetwork);
    if (const auto* const series = std::get_if<BlockSeries>(&told))
        for (const BlockCount& count : series->counts)
            blocks[{std::string(radarSource) + (reference ? referenceOf : ""), count.at}] = count.blocks;
}

// ".../measurements/1234/latest/"
std::int64_t measurementOf(const std::string& question) {
    constexpr std::string_view before = "/measurements/";
    const std::size_t at = question.find(before);
    return at == std::string::npos ? 0 : std::atoll(question.c_str() + at + before.size()); // NOLINT(cert-err34-c)
}

void addProbes(OutsideReadings& all, const SourceAnswer& answer) {
    const std::int64_t measurement = measurementOf(answer.question);
    const Told<AtlasResults> told = readAtlas(answer.body, measurement);
    if (const auto* const results = std::get_if<AtlasResults>(&told))
        for (const AtlasResult& result : results->results)
            all.probes.push_back(
                {result.at, measurement, result.probe, result.kind, result.address, result.name, result.said});
}

} // namespace

OutsideReadings outsideReadings(std::span<const SourceAnswer> answers) {
    OutsideReadings all;
    std::map<BlockKey, double> blocks;
    for (const SourceAnswer& answer : answers) {
        if (answer.status != 200 || answer.body.empty())
            continue;
        if (answer.source == globalpingSource)
            addPlaces(all, answer);
        else if (answer.source == iodaSource)
            addSignal(blocks, answer);
        else if (answer.source == radarSource)
            addRadar(blocks, answer);
        else if (answer.source == atlasSource)
            addProbes(all, answer);
    }
    for (const auto& [key, count] : blocks)
        all.blocks.push_back({key.second, key.first, count});
    const auto earlier = [](const auto& one, const auto& other) { return one.at < other.at; };
    std::stable_sort(all.places.begin(), all.places.end(), earlier);
    std::stable_sort(all.blocks.begin(), all.blocks.end(), earlier);
    std::stable_sort(all.probes.begin(), all.probes.end(), earlier);
    return all;
}

} // namespace kpwatch
