// SPDX-License-Identifier: GPL-3.0-or-later
// Of polled_platform.h: what is looked at, how often, and what of an answer says the same as the one before.
#include "app/outside/polled_platform.h"

#include "app/story/second_opinion.h"
#include "probes/outside/atlas.h"
#include "probes/outside/block_counts.h"
#include "probes/outside/clauses.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using std::chrono::duration_cast;
using std::chrono::seconds;

constexpr std::uint32_t theirNetwork = 131279;
// What IODA filled late is read again for so long (its documentation); on the first day, what is usual as well.
constexpr auto readAgain = 3h, readFirst = 7 * 24h;
constexpr auto standsFor = 150min; // shorter than what is read again: so all bins are in answers that were kept

std::string secondsOf(UtcTime at) { return std::to_string(duration_cast<seconds>(at.time_since_epoch()).count()); }

using Said = std::variant<std::string, NoData>;

// What it began with, and when it changed: where all bins say the same, an answer ten minutes later does too. Bins that
// may still be filled are not counted, and say nothing here either. While fewer are counted than at its begin, or none,
// each bin is news: an incident may begin in one that is later than the fall.
Said saidBy(const Told<BlockSeries>& told, UtcTime now) {
    if (const auto* const none = std::get_if<NoData>(&told))
        return *none;
    const auto& series = std::get<BlockSeries>(told);
    std::string said;
    std::optional<double> before;
    UtcTime latest{};
    for (const BlockCount& count : series.counts) {
        if (!isSettled(series, count, now))
            break;
        if (count.blocks != before)
            said += std::to_string(count.blocks) + (before ? "@" + secondsOf(count.at) : std::string()) + " ";
        before = count.blocks;
        latest = count.at;
    }
    if (before && (*before == 0 || *before < series.counts.front().blocks))
        said += secondsOf(latest);
    return said;
}

PlatformLook signalLook(const std::string& datasource) {
    PlatformLook look{.every = 10min, .standsFor = standsFor};
    look.path = [datasource](UtcTime now, std::optional<UtcTime> since) {
        const auto missed =
            since ? std::min<std::chrono::milliseconds>(now - *since + readAgain, readFirst) : readFirst;
        return "/v2/signals/raw/asn/" + std::to_string(theirNetwork) + "," + std::to_string(iodaReference) +
               "?from=" + secondsOf(now - missed) + "&until=" + secondsOf(now) + "&datasource=" + datasource;
    };
    look.read = [datasource](std::string_view body, UtcTime now) {
        return saidBy(readIodaSignal(body, "asn/" + std::to_string(theirNetwork), datasource), now);
    };
    return look;
}

PlatformLook atlasLook(std::int64_t measurement) {
    PlatformLook look{.every = 15min, .standsFor = std::chrono::minutes(24h)};
    look.path = [measurement](UtcTime /*now*/, std::optional<UtcTime> /*since*/) {
        return "/api/v2/measurements/" + std::to_string(measurement) + "/latest/?format=json";
    };
    look.read = [measurement](std::string_view body, UtcTime /*now*/) -> Said {
        const Told<AtlasResults> told = readAtlas(body, measurement);
        if (const auto* const none = std::get_if<NoData>(&told))
            return *none;
        std::string said;
        for (const AtlasResult& result : std::get<AtlasResults>(told).results)
            said += std::to_string(result.probe) + "@" + secondsOf(result.at) + " ";
        return said;
    };
    return look;
}

} // namespace

std::unique_ptr<Platform> iodaPlatform() {
    return std::make_unique<PolledPlatform>(mannersTowards(iodaSource),
                                            std::vector<PlatformLook>{signalLook("bgp"), signalLook("ping-slash24")});
}

std::unique_ptr<Platform> atlasPlatform(const std::vector<std::int64_t>& measurements) {
    std::vector<PlatformLook> looks;
    for (const std::int64_t measurement : measurements)
        looks.push_back(atlasLook(measurement));
    return std::make_unique<PolledPlatform>(mannersTowards(atlasSource), std::move(looks));
}

std::unique_ptr<Platform> radarPlatform() {
    const auto routesOf = [](std::uint32_t network) {
        PlatformLook look{.every = 30min, .standsFor = standsFor};
        look.path = [network](UtcTime /*now*/, std::optional<UtcTime> /*since*/) {
            return "/client/v4/radar/bgp/routes/pfx2as?" + radarOrigin(network) + "format=json";
        };
        look.read = [network](std::string_view body, UtcTime /*now*/) -> Said {
            const Told<BlockSeries> told = readRadarRoutes(body, network);
            const auto* const series = std::get_if<BlockSeries>(&told);
            if (network == radarReference && series != nullptr && series->counts.front().blocks == 0)
                return NoData{NoData::Why::Error, std::string(clauses::sawTooLittle)};
            return saidBy(told, UtcTime::max()); // a snapshot is whole, whatever its clock says
        };
        return look;
    };
    PlatformLook outages{.every = 6h, .standsFor = std::chrono::minutes(24h)};
    outages.path = [](UtcTime /*now*/, std::optional<UtcTime> /*since*/) {
        return std::string("/client/v4/radar/annotations/outages?location=KP&dateRange=52w&limit=100&format=json");
    };
    outages.read = [](std::string_view body, UtcTime /*now*/) -> Said {
        const auto told = readRadarOutages(body);
        if (const auto* const none = std::get_if<NoData>(&told))
            return *none;
        std::string said;
        for (const RadarOutage& outage : std::get<std::vector<RadarOutage>>(told))
            said += isoUtc(outage.from) + (outage.to ? isoUtc(*outage.to) : std::string()) + " ";
        return said;
    };
    return std::make_unique<PolledPlatform>(
        mannersTowards(radarSource),
        std::vector<PlatformLook>{routesOf(radarReference), routesOf(theirNetwork), std::move(outages)});
}

} // namespace kpwatch
