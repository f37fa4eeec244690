// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/public_sources.h"

#include "app/errors.h"
#include "app/history/away_reader.h"

#include <algorithm>
#include <iterator>

namespace kpwatch {

namespace {

constexpr const char* userAgent = "KPWatch/" KPWATCH_VERSION;

// Somebody has to have reached them lately for their silence to count: what the record knows of that.
std::vector<PlaceReading> recentPlaces(const std::filesystem::path& directory, const Sources& sources) {
    if (!sources.globalping || !HistoryReader::exists(directory))
        return {};
    const UtcTime now = utcNow();
    return HistoryReader(directory).outsideReadings({now - placeProvenFor, now}).places;
}

// Called by who asks the sources.
std::vector<TimeRange> untoldIn(const std::filesystem::path& directory, UtcTime now) {
    try {
        return untold(HistoryReader(directory), now);
    } catch (const StorageError&) {
        return {}; // asked again in a while
    }
}

// What was handed over a moment ago may not be in the record yet.
std::optional<UtcTime> toldLast(const std::filesystem::path& directory, std::optional<UtcTime> ended) {
    try {
        if (!HistoryReader::exists(directory))
            return std::nullopt;
        const std::optional<UtcTime> latest = HistoryReader(directory).latestHeardAt();
        return latest ? std::max(latest, ended) : std::nullopt;
    } catch (const StorageError&) {
        return std::nullopt;
    }
}

} // namespace

void PublicSources::begin(const Asking& asking) {
    end();
    m_fault.clear();
    try {
        const Sources sources = readSources(asking.directory);
        m_routes = std::make_unique<OutsideWatch>(
            OutsideWatch::Options{
                .sources = sources,
                .way = asking.way,
                .directory = asking.directory,
                .userAgent = userAgent,
                .watchlist = asking.watchlist,
                .told = toldLast(asking.directory, m_ended),
                .untold = [directory = asking.directory](UtcTime now) { return untoldIn(directory, now); }},
            asking.news, asking.bell);
        replacePlatforms(
            std::make_unique<PlatformWatch>(PlatformWatch::Options{.sources = sources,
                                                                   .tokens = m_tokens,
                                                                   .way = asking.way,
                                                                   .directory = asking.directory,
                                                                   .userAgent = userAgent,
                                                                   .watchlist = asking.watchlist,
                                                                   .address = asking.address,
                                                                   .recent = recentPlaces(asking.directory, sources)},
                                            asking.news, asking.bell));
    } catch (const InputError& error) {
        m_fault = error.what();
    } catch (const StorageError& error) {
        m_fault = error.what();
    }
}

void PublicSources::end() {
    if (m_routes)
        m_ended = utcNow();
    m_routes.reset();
    replacePlatforms(nullptr);
}

void PublicSources::replacePlatforms(std::unique_ptr<PlatformWatch> next) {
    {
        const std::lock_guard lock(m_mutex);
        m_platforms.swap(next);
        for (const auto& [target, since] : m_down)
            if (m_platforms && since)
                m_platforms->setDown(target, since);
    }
    next.reset(); // joins its thread; nobody waits for the lock meanwhile
}

void PublicSources::setDown(TargetId target, std::optional<UtcTime> since) {
    const std::lock_guard lock(m_mutex);
    m_down[target] = since;
    if (m_platforms)
        m_platforms->setDown(target, since);
}

bool PublicSources::askPast(TimeRange range) {
    const auto isRipe = [](const SourceStatus& source) { return source.source == routesToldBy; };
    if (!m_routes || !std::ranges::any_of(m_routes->statuses(), isRipe))
        return false;
    m_routes->wantPast(range);
    return true;
}

void PublicSources::askElsewhere() {
    const std::lock_guard lock(m_mutex);
    if (m_platforms)
        m_platforms->askElsewhere();
}

std::vector<SourceStatus> PublicSources::statuses() const {
    if (!m_fault.empty())
        return {{.trouble = m_fault}};
    std::vector<SourceStatus> statuses = m_routes ? m_routes->statuses() : std::vector<SourceStatus>();
    const std::lock_guard lock(m_mutex);
    if (m_platforms)
        std::ranges::move(m_platforms->statuses(), std::back_inserter(statuses));
    return statuses;
}

std::vector<Notice> PublicSources::notices() const {
    std::vector<Notice> notices;
    for (const ControlPlace& place : m_routes ? m_routes->controls() : std::vector<ControlPlace>{})
        if (place.isElsewhere())
            notices.push_back({*place.toldAt, StrayControl{place.label, place.expected, place.found}});
    return notices;
}

AskingElsewhere PublicSources::asking() const {
    const std::lock_guard lock(m_mutex);
    return m_platforms ? m_platforms->asking() : AskingElsewhere{};
}

} // namespace kpwatch
