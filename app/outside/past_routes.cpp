// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/past_routes.h"

#include "app/story/route_years.h"
#include "probes/outside/clauses.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;
using What = RipeQuestion::What;

constexpr auto atOnce = 48h;       // of one question
constexpr auto notYetThere = 5min; // RIPEstat's own data are some minutes old
constexpr double doubtful = 0.5;
constexpr int mostRefusals = 3;
constexpr const char* byTheDay = "ripe-history";

void addStretches(std::vector<RouteStretch>& stretches, const std::string& prefix,
                  const std::vector<RouteHistory::Stretch>& told) {
    for (const RouteHistory::Stretch& each : told)
        if (each.from < each.to)
            stretches.push_back({byTheDay, prefix, {each.from, each.to}, each.peersSeeing});
}

std::string span(TimeRange range) { return "&starttime=" + ripeTime(range.begin) + "&endtime=" + ripeTime(range.end); }

} // namespace

void PastRoutes::want(TimeRange range, bool by_person, UtcTime now) {
    const bool waited = std::any_of(m_jobs.begin(), m_jobs.end(), [&](const Job& job) {
        return job.wanted.begin <= range.begin && range.end <= job.wanted.end;
    });
    Job job{range, by_person};
    job.end = std::min<UtcTime>(range.end, now - notYetThere);
    if (waited || range.begin >= job.end)
        return;
    job.byTheDay = range.length() > longestInDetail;
    job.from = range.begin - pastReadBefore;
    m_jobs.push_back(std::move(job));
}

TimeRange PastRoutes::slice(const Job& job) const { return {job.from, std::min<UtcTime>(job.from + atOnce, job.end)}; }

RipeQuestion PastRoutes::question() const {
    const Job& job = m_jobs.front();
    const std::string resource = "resource=" + resourcesOf(m_watched.whole, m_watched.blocks, m_watched.origin);
    if (!job.stretches.empty())
        return {What::YearsReference, ripePath("routing-history", std::string("resource=") + referencePrefix +
                                                                      span({job.wanted.begin, job.end}))};
    if (job.byTheDay)
        return {What::Years, ripePath("routing-history", "resource=AS" + std::to_string(m_watched.origin) +
                                                             span({job.wanted.begin, job.end}))};
    if (!job.feed)
        return {What::PastPeers, ripePath("ris-peers", "query_time=" + ripeTime(job.wanted.begin))};
    if (job.doubted)
        return {What::PastReference, ripePath("bgp-state", std::string("resource=") + referencePrefix +
                                                               "&timestamp=" + ripeTime(job.doubtedAt))};
    return {What::PastRoutes, ripePath("bgplay", resource + span(slice(job)))};
}

RipeNews PastRoutes::answered(const RipeQuestion& question, std::string_view body, UtcTime now) {
    if (m_jobs.empty())
        return {};
    Job& job = m_jobs.front();
    const auto use = [&](const auto& told, const auto& take) {
        if (const auto* none = std::get_if<NoData>(&told)) {
            if (none->why != NoData::Why::Empty)
                return refused(none->said, now);
            job.said = none->said;
            return goOn({}, now);
        }
        return take(std::get<0>(told));
    };
    switch (question.what) {
    case What::PastPeers:
        return use(readRisPeers(body), [&](const FullFeed& feed) {
            job.feed = feed;
            return RipeNews{};
        });
    case What::PastRoutes:
        return use(readBgpPlay(body), [&](const BgpUpdates& told) { return takeRoutes(told, now); });
    case What::PastReference:
        return use(readBgpState(body), [&](const BgpState& state) { return takeReference(state, now); });
    case What::Years:
        return use(readRoutingHistory(body, m_watched.origin),
                   [&](const RouteHistory& history) { return takeYears(history, now); });
    case What::YearsReference:
        return use(readRoutingHistory(body, referenceOrigin),
                   [&](const RouteHistory& history) { return takeYearsReference(history, now); });
    case What::Peers:
    case What::State:
    case What::Reference:
    case What::Network:
    case What::Updates:
        break; // of the present
    }
    return {};
}

RipeNews PastRoutes::refused(const std::string& said, UtcTime now) {
    RipeNews news;
    news.trouble = NoData{NoData::Why::Error, said};
    if (m_jobs.empty() || ++m_jobs.front().refusals < mostRefusals) {
        m_waits = !m_jobs.empty() && m_jobs.front().refusals + 1 == mostRefusals;
        return news;
    }
    m_jobs.front().said = said;
    finish(news, now);
    return news;
}

RouteTable PastRoutes::tableOf(const Job& job) const {
    RouteTable table(m_watched);
    table.know(*job.feed);
    return table;
}

RipeNews PastRoutes::takeRoutes(const BgpUpdates& told, UtcTime now) {
    Job& job = m_jobs.front();
    PastSeen seen = seenOver(told, slice(job), tableOf(job));
    if (!seen.least)
        return goOn(std::move(seen), now);
    job.doubted = told;
    job.doubtedAt = *seen.least;
    return {};
}

// Who does not see the reference either has no data of that time.
RipeNews PastRoutes::takeReference(const BgpState& state, UtcTime now) {
    Job& job = m_jobs.front();
    const BgpUpdates told = std::move(*job.doubted);
    job.doubted.reset();
    FullFeed sighted = *job.feed;
    const std::set<RoutePeer> blind = blindTo(*job.feed, state);
    std::erase_if(sighted.peers, [&](const auto& each) { return blind.contains(each.first); });
    if (static_cast<double>(sighted.networks().size()) < doubtful * static_cast<double>(job.feed->networks().size())) {
        job.said = clauses::sawTooLittle;
        return goOn({}, now);
    }
    RouteTable table(m_watched);
    table.know(sighted);
    return goOn(seenOver(told, slice(job), table), now);
}

RipeNews PastRoutes::takeYears(const RouteHistory& history, UtcTime now) {
    Job& job = m_jobs.front();
    RipeNews news;
    for (const auto& [prefix, stretches] : history.byPrefix)
        addStretches(job.stretches, prefix, stretches);
    if (!leaveHole(job.stretches))
        finish(news, now);
    return news;
}

RipeNews PastRoutes::takeYearsReference(const RouteHistory& history, UtcTime now) {
    RipeNews news;
    if (const auto its = history.byPrefix.find(referencePrefix); its != history.byPrefix.end())
        addStretches(m_jobs.front().stretches, its->first, its->second);
    finish(news, now);
    return news;
}

// To the next stretch of the same time, to what is known by the day, or to the end.
RipeNews PastRoutes::goOn(PastSeen seen, UtcTime now) {
    Job& job = m_jobs.front();
    RipeNews news;
    job.told = job.told || !seen.readings.empty();
    news.readings = std::move(seen.readings);
    news.sightings = std::move(seen.sightings);
    job.from = slice(job).end;
    if (job.byTheDay || (job.from >= job.end && job.told))
        finish(news, now);
    else if (job.from >= job.end)
        job.byTheDay = true;
    return news;
}

void PastRoutes::finish(RipeNews& news, UtcTime now) {
    Job& job = m_jobs.front();
    job.told = job.told || !job.stretches.empty(); // also without the reference: then a hole is no data
    news.stretches = std::move(job.stretches);
    const TimeRange asked{job.wanted.begin, job.end}; // of the rest nothing was there yet
    news.past.push_back(
        {now, std::string(routesToldBy), asked, job.byPerson, job.told, job.told ? std::string() : job.said});
    m_jobs.pop_front();
}

} // namespace kpwatch
