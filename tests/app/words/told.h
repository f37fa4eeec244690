// SPDX-License-Identifier: GPL-3.0-or-later
// An incident told from lanes, for the tests of what is said about it. Minute 0 is Thursday, 5 March 2026, 9 a.m. in
// Korea.
#pragma once

#include "app/words/copy.h"
#include "tests/support/lane_script.h"

namespace kpwatch::testing {

using namespace kpwatch::test;

inline Watchlist namedWatchlist() {
    Watchlist list = storyWatchlist();
    std::erase_if(list.targets, [](const Target& target) { return target.name.starts_with("sentinel-"); });
    const char* const labels[] = {"KCNA", "Naenara", "Air Koryo", "Foreign Ministry"};
    for (std::size_t i = 0; i < list.sites.size(); ++i)
        list.sites[i].label = labels[i];
    return list;
}

struct Told {
    Watchlist watchlist = namedWatchlist();
    Settings settings;
    TargetSpans spans;
    UtcTime asOf;
    std::vector<Incident> incidents;
    std::size_t which;
    Assessment assessment;

    Told(const std::string& lanes, double now, const Routing& routing = {}, std::size_t which_one = 0)
        : spans(lanesOf(watchlist, lanes, now)), asOf(minute(now)),
          incidents(incidentsOf({watchlist, spans, {}, asOf}, settings)), which(which_one) {
        Case given{watchlist, spans, settings, {}, asOf};
        given.routing = routing;
        assessment = assessed(incidents.at(which), given);
    }
    words::IncidentTold told() const { return {incidents[which], assessment, watchlist, asOf}; }
    words::Copy copy(words::CopyStyle style = words::CopyStyle::Wire) const {
        return words::copyOf(told(), {QStringLiteral("the Courier"), QStringLiteral("Berlin"), style});
    }
    words::Copy koreanCopy(words::CopyStyle style = words::CopyStyle::Wire) const {
        return words::copyOf(told(),
                             {QStringLiteral("한빛일보"), QStringLiteral("서울"), style, words::CopyLanguage::Korean});
    }
};

inline QString text(const char* utf8) { return QString::fromUtf8(utf8); }

// Full-feed networks of one prefix, in per cent by minute; both ways.
inline Routing routesGone() {
    Routing routing;
    for (const auto& [at, share] :
         {std::pair(60.0, 1.0), std::pair(99.0, 1.0), std::pair(101.0, 0.02), std::pair(105.0, 0.02)})
        routing.readings.push_back(
            {minute(at),
             "ripe-ris",
             "175.45.176.0/24",
             300,
             static_cast<int>(300 * share),
             {{"134544", static_cast<int>(200 * share)}, {"20485", static_cast<int>(100 * share)}}});
    return routing;
}

} // namespace kpwatch::testing
