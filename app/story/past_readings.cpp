// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/past_readings.h"

#include "app/story/sightings.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto settles = 10s; // a withdrawal comes in hundreds of messages
constexpr double doubtful = 0.5;

class Reading {
  public:
    Reading(PastSeen& seen, RouteTable& table) : m_seen(seen), m_table(table) {}

    void at(UtcTime moment, bool all) {
        for (RouteReading& reading : m_table.readings(moment, std::string(routesToldBy))) {
            if (reading.peersFull == 0)
                continue;
            RouteReading& before = m_told[reading.prefix];
            const bool same = before.peersFull == reading.peersFull && before.peersSeeing == reading.peersSeeing &&
                              before.byUpstream == reading.byUpstream &&
                              before.peersElsewhere == reading.peersElsewhere;
            noteLeast(reading);
            before = reading;
            if (all || !same)
                m_seen.readings.push_back(std::move(reading));
        }
        if (all)
            m_strangers.note(m_table.strange(), moment, m_seen.sightings);
    }

  private:
    void noteLeast(const RouteReading& reading) {
        const double share = static_cast<double>(reading.peersSeeing) / reading.peersFull;
        if (share < std::min(doubtful, m_leastShare)) {
            m_leastShare = share;
            m_seen.least = reading.at;
        }
    }

    PastSeen& m_seen;
    RouteTable& m_table;
    std::map<std::string, RouteReading> m_told;
    Strangers m_strangers;
    double m_leastShare = 1;
};

} // namespace

PastSeen seenOver(const BgpUpdates& told, TimeRange range, RouteTable table) {
    PastSeen seen;
    if (!told.initial)
        return seen;
    range = {std::max(range.begin, told.from), std::min(range.end, told.to)};
    table.replace({told.from, *told.initial});
    Reading reading(seen, table);
    UtcTime next = range.begin;
    std::optional<UtcTime> first, last; // of the changes that were not read yet
    const auto settle = [&] {
        if (last && *last >= range.begin)
            reading.at(*last, false);
        first.reset();
        last.reset();
    };
    const auto goOn = [&](UtcTime until) {
        if (first && *first + settles <= until)
            settle();
        for (; next < range.end && next <= until; next += pastReadEvery) {
            settle();
            reading.at(next, true);
        }
    };
    for (const RouteChange& change : told.changes) {
        if (change.at < told.from || change.at >= range.end)
            continue;
        goOn(change.at - 1ms);
        table.apply(change);
        first = first.value_or(change.at);
        last = change.at;
    }
    settle();
    goOn(range.end);
    return seen;
}

} // namespace kpwatch
