// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_reader.h"

#include <algorithm>

namespace kpwatch {
namespace {

constexpr std::chrono::hours memoryOfJudge = std::chrono::days(8); // its 7-day baselines, and an hour to spare

bool saysSomethingAboutThem(Verdict verdict) {
    switch (verdict) {
    case Verdict::Up:
    case Verdict::Degraded:
    case Verdict::ErrorPage:
    case Verdict::Down:
        return true;
    case Verdict::Unknown:
    case Verdict::BlockedHere:
    case Verdict::OwnConnectionDown:
    case Verdict::NotMonitored:
        return false;
    }
    return false;
}

// Since when a lane is down, if the last that was said about it is that. A hole does not end a down state.
std::optional<UtcTime> downSince(const std::vector<Span>& lane) {
    std::optional<UtcTime> since;
    for (auto span = lane.rbegin(); span != lane.rend(); ++span) {
        if (!saysSomethingAboutThem(span->verdict))
            continue;
        if (span->verdict != Verdict::Down)
            break;
        since = span->range.begin;
    }
    return since;
}

} // namespace

Judge foldedJudge(const HistoryReader& reader, const Watchlist& watchlist, const Settings& settings, UtcTime now) {
    Judge judge(watchlist, settings);
    if (const std::optional<UtcTime> first = reader.firstRowAt(); first && *first <= now) {
        UtcTime oldest = now;
        for (const auto& [target, lane] : reader.spans(watchlist, {*first, now}))
            oldest = std::min(oldest, downSince(lane).value_or(now));
        const UtcTime from = std::max(*first, oldest - memoryOfJudge);
        for (const Event& event : reader.standingEvents(from))
            judge.take(event);
        reader.rows(watchlist, {from, now + std::chrono::milliseconds(1)},
                    [&](const Observation* observation, const Event* event) {
                        if (event != nullptr)
                            judge.take(*event);
                        else if (observation->endedAt() <= now)
                            judge.take(*observation);
                    });
    }
    judge.advanceTo(now);
    return judge;
}

} // namespace kpwatch
