// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/block_counts.h"

#include "probes/outside/clauses.h"
#include "probes/outside/loose_json.h"
#include "probes/wire/untrusted_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace kpwatch {

namespace {

using loose::Json;

constexpr std::size_t mostBins = 10'000;
constexpr std::int64_t longestStep = 86'400;
constexpr double mostBlocks = 1 << 24; // there are no more /24s
constexpr std::size_t mostOutages = 500;

bool isAskedFor(const Json& series, std::string_view entity, std::string_view datasource) {
    return loose::text(loose::at(series, "entityType")) + "/" + loose::text(loose::at(series, "entityCode")) ==
               entity &&
           loose::text(loose::at(series, "datasource")) == datasource && loose::at(series, "values").is_array();
}

constexpr double fewestOfReference = 100; // of thousands

// A list of entities, each a list of series; null where there is nothing.
const Json* seriesOf(const Json& data, std::string_view entity, std::string_view datasource) {
    for (const Json& each : data)
        if (each.is_array())
            for (const Json& series : each)
                if (isAskedFor(series, entity, datasource))
                    return &series;
    return nullptr;
}

// nullopt: not of the documented shape. Bins without a number are left out.
std::optional<BlockSeries> binsOf(const Json& series) {
    const auto from = loose::time(loose::at(series, "from"));
    const auto step = loose::integer(loose::at(series, "step"));
    const Json& values = loose::at(series, "values");
    if (!from || !step || *step <= 0 || *step > longestStep || values.size() > mostBins)
        return std::nullopt;
    BlockSeries read{loose::text(loose::at(series, "datasource")), std::chrono::seconds(*step), {}};
    UtcTime at = *from;
    for (const Json& value : values) {
        if (const auto number = loose::number(value); number && *number >= 0 && *number <= mostBlocks)
            read.counts.push_back({at, *number});
        at += read.step;
    }
    return read;
}

// All of them where next to nothing is seen of the reference either.
void leaveOutTrouble(std::vector<BlockCount>& counts, const std::vector<BlockCount>& reference) {
    std::map<UtcTime, double> known;
    double most = 0;
    for (const BlockCount& each : reference) {
        known[each.at] = each.blocks;
        most = std::max(most, each.blocks);
    }
    std::erase_if(counts, [&](const BlockCount& count) {
        const auto beside = known.find(count.at);
        return most < fewestOfReference || beside == known.end() || beside->second * 2 < most;
    });
}

Told<Json> radarResult(std::string_view body) {
    Json document = loose::parsed(body);
    if (document.is_discarded() || !document.is_object())
        return loose::malformed();
    if (const Json& success = loose::at(document, "success"); !success.is_boolean() || !success.get<bool>()) {
        const Json& errors = loose::at(document, "errors");
        const bool said = errors.is_array() && !errors.empty();
        const std::string message = said ? cleanedText(loose::text(loose::at(errors[0], "message")), 160) : "";
        return NoData{NoData::Why::Error, message.empty() ? std::string(clauses::failed) : message};
    }
    Json result = loose::at(document, "result");
    if (!result.is_object())
        return loose::malformed();
    return result;
}

} // namespace

bool isSettled(const BlockSeries& series, const BlockCount& count, UtcTime answered) {
    constexpr int late = 2;
    return count.at + series.step * (1 + late) <= answered;
}

Told<BlockSeries> readIodaSignal(std::string_view body, std::string_view entity, std::string_view datasource) {
    const Json document = loose::parsed(body);
    if (document.is_discarded() || !document.is_object())
        return loose::malformed();
    if (const std::string error = cleanedText(loose::text(loose::at(document, "error")), 160); !error.empty())
        return NoData{NoData::Why::Error, error};
    const Json& data = loose::at(document, "data");
    if (!data.is_array())
        return loose::malformed();
    const Json* const series = seriesOf(data, entity, datasource);
    if (series == nullptr)
        return NoData{NoData::Why::Empty, std::string(clauses::nothing)};
    std::optional<BlockSeries> read = binsOf(*series);
    if (!read)
        return loose::malformed();
    if (read->counts.empty())
        return NoData{NoData::Why::Empty, std::string(clauses::nothing)};
    const Json* const reference = seriesOf(data, "asn/" + std::to_string(iodaReference), datasource);
    if (const auto beside = reference != nullptr ? binsOf(*reference) : std::nullopt)
        leaveOutTrouble(read->counts, beside->counts);
    if (read->counts.empty())
        return NoData{NoData::Why::Error, std::string(clauses::sawTooLittle)};
    return std::move(*read);
}

std::string radarOrigin(std::uint32_t network) { return "origin=" + std::to_string(network) + "&"; }

Told<BlockSeries> readRadarRoutes(std::string_view body, std::uint32_t origin) {
    const Told<Json> told = radarResult(body);
    if (const auto* const none = std::get_if<NoData>(&told))
        return *none;
    const Json& result = std::get<Json>(told);
    const Json& meta = loose::at(result, "meta");
    const Json& rows = loose::at(result, "prefix_origins");
    const auto at = loose::time(loose::at(meta, "data_time"));
    const auto peers = loose::integer(loose::at(meta, "total_peers"));
    if (!at || !peers || *peers <= 0 || !rows.is_array())
        return loose::malformed();
    std::set<std::string> seen;
    for (const Json& row : rows) {
        const auto seeing = loose::integer(loose::at(row, "peer_count"));
        if (loose::asNumber(loose::at(row, "origin")) != origin || !seeing)
            continue;
        if (std::string prefix = loose::prefix(loose::at(row, "prefix")); !prefix.empty() && *seeing * 2 >= *peers)
            seen.insert(std::move(prefix));
    }
    return BlockSeries{"radar", {}, {{*at, static_cast<double>(seen.size())}}};
}

Told<std::vector<RadarOutage>> readRadarOutages(std::string_view body) {
    const Told<Json> told = radarResult(body);
    if (const auto* const none = std::get_if<NoData>(&told))
        return *none;
    const Json& rows = loose::at(std::get<Json>(told), "annotations");
    if (!rows.is_array())
        return loose::malformed();
    std::vector<RadarOutage> outages;
    for (const Json& row : rows) {
        const auto from = loose::time(loose::at(row, "startDate"));
        if (!from || outages.size() == mostOutages)
            continue;
        outages.push_back({*from, loose::time(loose::at(row, "endDate")),
                           cleanedText(loose::text(loose::at(row, "description")), 200),
                           cleanedText(loose::text(loose::at(loose::at(row, "outage"), "outageCause")), 40)});
    }
    return outages;
}

} // namespace kpwatch
