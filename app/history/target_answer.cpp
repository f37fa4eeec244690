// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/target_answer.h"

#include <algorithm>
#include <array>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto failuresLookedFor = std::chrono::days{7};
constexpr int failuresShown = 20, addressesLookedFor = 60;
constexpr auto controlsLookedFor = 10min; // a control that answered in this time is in service
constexpr int controlReadings = 100;

struct Asker {
    const HistoryReader& reader;
    const Watchlist& watchlist;
    UtcTime until; // exclusive

    std::vector<Observation> latest(TargetId target, int most, bool failed_only = false) const {
        return reader.latestChecks(watchlist, target, {{until - failuresLookedFor, until}, most, failed_only});
    }

    // The reading nearest in time to the check: before, while, or after it.
    std::optional<Observation> nearest(TargetId control, const Observation& check) const {
        const TimeRange around{check.startedAt - controlsLookedFor,
                               std::min(check.endedAt() + controlsLookedFor, until)};
        const std::vector<Observation> readings =
            reader.latestChecks(watchlist, control, {around, controlReadings, false});
        const auto distance = [&](const Observation& reading) {
            return std::max({0ms, check.startedAt - reading.endedAt(), reading.startedAt - check.endedAt()});
        };
        const auto found = std::ranges::min_element(readings, {}, distance);
        return found == readings.end() ? std::nullopt : std::optional(*found);
    }
};

std::vector<Observation> onePerAddress(const std::vector<Observation>& checks) {
    std::vector<Observation> addresses;
    for (const Observation& check : checks)
        if (!check.peer.empty() && std::ranges::find(addresses, check.peer, &Observation::peer) == addresses.end())
            addresses.push_back(check);
    return addresses;
}

// Whether pings or traces of `other` are about the place that `target` is asked at.
bool isBeside(const Target& target, const Target& other, const std::vector<Observation>& addresses) {
    const std::string_view kind = kindName(other.probe);
    if (!other.enabled || other.id == target.id || (kind != "ping" && kind != "trace"))
        return false;
    const std::string host = hostOf(other.probe);
    return host == hostOf(target.probe) || std::ranges::find(addresses, host, &Observation::peer) != addresses.end() ||
           (!target.site.empty() && other.site == target.site);
}

} // namespace

TargetAnswer targetAnswerFrom(const HistoryReader* reader, const Watchlist& watchlist, const TargetQuery& query) {
    TargetAnswer answer;
    answer.query = query;
    const Target* const target = watchlist.find(query.target);
    if (reader == nullptr || target == nullptr)
        return answer;
    const Asker asker{*reader, watchlist, query.at + 1ms};
    const std::vector<Observation> checks = asker.latest(target->id, addressesLookedFor);
    answer.addresses = onePerAddress(checks);
    answer.failures = asker.latest(target->id, failuresShown, true);
    for (const Target& other : watchlist.targets)
        if (isBeside(*target, other, answer.addresses))
            std::ranges::copy(asker.latest(other.id, 1), std::back_inserter(answer.besides));
    if (checks.empty())
        return answer;
    answer.latest = checks.front();
    for (const Control& control : watchlist.controls)
        if (auto reading = asker.nearest(control.target.id, *answer.latest))
            answer.controls.push_back(std::move(*reading));
    return answer;
}

} // namespace kpwatch
