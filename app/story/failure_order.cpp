// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/failure_order.h"

#include <algorithm>
#include <numeric>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto leastApart = 1s;
constexpr auto widestOfMail = 5min;
// What is silent for long is asked this seldom, and one lost check hides a return for as long.
constexpr auto seldomest = 5min;

bool hasRank(const Target* target, const Onset& range) {
    return target == nullptr || target->layer != Layer::Mail ||
           (range.after && range.by - *range.after <= widestOfMail);
}

UtcTime beginOf(const Onset& range) { return range.after.value_or(UtcTime::min()); }

// The members' first onsets, or last ends.
std::vector<Ranged> onsetsOf(const Incident& incident) {
    std::vector<Ranged> ranges;
    for (const Member& member : incident.members)
        ranges.push_back({member.target, member.began()});
    return ranges;
}
std::vector<Ranged> endsOf(const Incident& incident) {
    std::vector<Ranged> ranges;
    for (const Member& member : incident.members)
        if (Onset ended = member.ended().value_or(Onset{}); member.ended()) {
            if (ended.after)
                *ended.after -= seldomest;
            ranges.push_back({member.target, ended});
        }
    return ranges;
}

void rank(Incident& incident, const Watchlist& watchlist, std::vector<Ranged> ranges, int Member::*into,
          std::chrono::milliseconds clock_error) {
    std::erase_if(ranges, [&](const Ranged& each) { return !hasRank(watchlist.find(each.target), each.range); });
    const std::vector<int> ranks = ranksOf(ranges, clock_error);
    for (std::size_t i = 0; i < ranges.size(); ++i)
        for (Member& member : incident.members)
            if (member.target == ranges[i].target)
                member.*into = ranks[i];
}

} // namespace

bool surelyBefore(const Onset& one, const Onset& other, std::chrono::milliseconds clock_error) {
    return other.after && one.by + leastApart + clock_error < *other.after;
}

std::vector<Before> surePairs(const std::vector<Ranged>& ranges, std::chrono::milliseconds clock_error) {
    std::vector<Before> pairs;
    for (const Ranged& one : ranges)
        for (const Ranged& other : ranges)
            if (surelyBefore(one.range, other.range, clock_error))
                pairs.push_back({one.target, other.target});
    return pairs;
}

std::vector<int> ranksOf(const std::vector<Ranged>& ranges, std::chrono::milliseconds clock_error) {
    std::vector<std::size_t> order(ranges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return beginOf(ranges[left].range) < beginOf(ranges[right].range);
    });
    std::vector<int> ranks(ranges.size(), 0);
    Onset chain{};
    int reached = 0;
    for (const std::size_t next : order) {
        const Onset& range = ranges[next].range;
        if (reached == 0 || surelyBefore(chain, range, clock_error)) {
            ++reached;
            chain = range;
        }
        chain.by = std::max(chain.by, range.by);
        ranks[next] = reached;
    }
    return ranks;
}

int longestChain(std::vector<Ranged> ranges, std::chrono::milliseconds clock_error) {
    std::sort(ranges.begin(), ranges.end(),
              [](const Ranged& left, const Ranged& right) { return left.range.by < right.range.by; });
    int length = 0;
    const Onset* last = nullptr; // the one that ends first leaves most room for the next
    for (const Ranged& next : ranges)
        if (last == nullptr || surelyBefore(*last, next.range, clock_error)) {
            last = &next.range;
            ++length;
        }
    return length;
}

void putInOrder(Incident& incident, const Watchlist& watchlist, std::chrono::milliseconds clock_error) {
    const std::vector<Ranged> onsets = onsetsOf(incident), ends = endsOf(incident);
    incident.before = surePairs(onsets, clock_error);
    incident.recoveredBefore = surePairs(ends, clock_error);
    rank(incident, watchlist, onsets, &Member::rank, clock_error);
    rank(incident, watchlist, ends, &Member::recoveryRank, clock_error);
}

} // namespace kpwatch
