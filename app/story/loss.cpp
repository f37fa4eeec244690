// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/loss.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t ownChecks = 30;
constexpr int enoughOwn = 10;
constexpr auto ownReach = 2h;

UtcTime secondOf(UtcTime time) { return std::chrono::floor<std::chrono::seconds>(time); }

// Where what started then belongs: the newest are at the end.
template <typename List>
auto placeOf(List& list, UtcTime start) {
    auto place = list.end();
    while (place != list.begin() && std::prev(place)->start > start)
        --place;
    return place;
}

double shareOf(const LostShare& counted, int enough) { return counted.tries >= enough ? counted.share() : 0; }

} // namespace

std::span<const Via> sidesOf(Via via) {
    static constexpr std::array both{Via::China, Via::Russia};
    switch (via) {
    case Via::China:
        return std::span(both).first(1);
    case Via::Russia:
        return std::span(both).last(1);
    case Via::Both:
    case Via::Unknown:
        break;
    }
    return both;
}

void Loss::decided(const Check& check, bool lost) {
    const UtcTime second = secondOf(check.start);
    auto place = placeOf(m_all, second);
    if (place == m_all.begin() || std::prev(place)->start != second)
        place = std::next(m_all.insert(place, Second{second, {}, {}, {}}));
    Second& counted = *std::prev(place);
    counted.all.add(lost ? 1 : 0, 1);
    if (check.via == Via::China)
        counted.china.add(lost ? 1 : 0, 1);
    if (check.via == Via::Russia)
        counted.russia.add(lost ? 1 : 0, 1);

    auto& own = m_own[check.target];
    own.insert(placeOf(own, check.start), {check.start, lost});
    if (own.size() > ownChecks)
        own.erase(own.begin());
}

void Loss::forgetBefore(UtcTime time) {
    while (!m_all.empty() && m_all.front().start < secondOf(time))
        m_all.pop_front();
}

void Loss::clear() {
    m_all.clear();
    for (auto& own : m_own)
        own.clear();
}

LostShare Loss::since(UtcTime start, Via side) const {
    LostShare counted;
    for (auto second = m_all.rbegin(); second != m_all.rend() && second->start >= secondOf(start); ++second)
        counted.add(side == Via::China ? second->china : second->russia);
    return counted;
}

double Loss::ownShare(const Check& run) const {
    LostShare counted;
    for (const Decided& check : m_own[run.target])
        if (check.start < run.start && check.start >= run.start - ownReach)
            counted.add(check.lost ? 1 : 0, 1);
    return shareOf(counted, enoughOwn);
}

double Loss::share(const Check& run) const {
    Second window;
    double worst = ownShare(run);
    auto second = m_all.rbegin();
    for (const auto before : {shortReach, longReach}) {
        for (; second != m_all.rend() && second->start >= secondOf(run.start - before); ++second) {
            window.all.add(second->all);
            window.china.add(second->china);
            window.russia.add(second->russia);
        }
        worst = std::max(worst, shareOf(window.all, enoughOfAll));
        if (run.via != Via::Russia)
            worst = std::max(worst, shareOf(window.china, enoughOfAll));
        if (run.via != Via::China)
            worst = std::max(worst, shareOf(window.russia, enoughOfAll));
    }
    return worst;
}

double Loss::shareOfAllBefore(UtcTime run_start) const {
    LostShare counted;
    for (const Second& second : m_all) {
        if (second.start >= secondOf(run_start))
            break;
        counted.add(second.all);
    }
    return shareOf(counted, enoughOfAll);
}

int Loss::failuresBelow(double probability, double share) {
    if (share <= 0)
        return 1;
    if (share >= 1)
        return INT_MAX;
    const double needed = std::ceil(std::log(probability) / std::log(share) - 1e-9);
    return needed >= static_cast<double>(INT_MAX) ? INT_MAX : std::max(1, static_cast<int>(needed));
}

} // namespace kpwatch
