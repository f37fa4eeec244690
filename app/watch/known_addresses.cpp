// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/known_addresses.h"

#include "app/history/history_reader.h"
#include "app/story/interception.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

// The readings of nobody around an answer: two clean ones before it tell that an interception was over, one after it
// that none had begun.
constexpr std::chrono::minutes readBefore = 1h, readAfter = 5min;
// An interception may have lasted for months: each look goes twice as far back as the one before, and half as far
// where nothing is found.
constexpr std::chrono::seconds firstStep = 1min, longestStep = 24h * 7;
constexpr int mostLooks = 80;

bool namesDoubted(const HistoryReader& reader, const Watchlist& watchlist, const Observation& answer) {
    const TimeRange around{answer.startedAt - readBefore, answer.endedAt() + readAfter};
    Interception between(watchlist);
    for (std::size_t i = 0; i < watchlist.controls.size(); ++i) {
        const Control& control = watchlist.controls[i];
        if (control.ring == Ring::Negative && transportOf(control.target.probe) == Transport::Udp)
            reader.rowsOf(control.target, around, [&](const Observation& row) { between.take(i, row, around.begin); });
    }
    return between.known(Transport::Udp, {answer.startedAt, answer.endedAt()});
}

// The latest answer from where the host's own name servers had sent us.
std::optional<Observation> believableAnswer(const HistoryReader& reader, const Watchlist& watchlist,
                                            const Target& target, UtcTime now) {
    std::optional<Observation> answer = reader.latestAnswer(watchlist, target.id, now);
    if (Address::parse(hostOf(target.probe)))
        return answer;
    auto step = firstStep;
    for (int i = 0; answer && namesDoubted(reader, watchlist, *answer); ++i) {
        auto before = reader.latestAnswer(watchlist, target.id, answer->startedAt - step);
        if (i == mostLooks || (!before && step.count() == 0))
            return std::nullopt;
        step = before ? std::clamp(2 * step, firstStep, longestStep) : step / 2;
        if (before)
            answer = std::move(before);
    }
    return answer;
}

} // namespace

std::map<std::string, std::vector<Address>> knownAddresses(const HistoryReader& reader, const Watchlist& watchlist,
                                                           UtcTime now) {
    std::map<std::string, std::vector<Address>> known;
    for (const Target& target : watchlist.targets) {
        const auto answer = believableAnswer(reader, watchlist, target, now);
        if (const auto address = answer ? Address::parse(answer->peer) : std::nullopt)
            known[hostOf(target.probe)] = {*address};
    }
    return known;
}

} // namespace kpwatch
