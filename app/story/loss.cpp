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

template <typename List, typename Entry>
void insertByStart(List& list, const Entry& entry) {
    auto place = list.end();
    while (place != list.begin() && std::prev(place)->start > entry.start)
        --place;
    list.insert(place, entry);
}

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

double Loss::Count::share(int enough) const {
    return all >= enough ? static_cast<double>(lost) / static_cast<double>(all) : 0.0;
}

void Loss::decided(const Check& check, bool lost) {
    const Decided entry{check.start, check.via, lost};
    insertByStart(m_all, entry);
    auto& own = m_own[check.target];
    insertByStart(own, entry);
    if (own.size() > ownChecks)
        own.pop_front();
}

void Loss::forgetBefore(UtcTime time) {
    while (!m_all.empty() && m_all.front().start < time)
        m_all.pop_front();
}

void Loss::clear() {
    m_all.clear();
    for (auto& own : m_own)
        own.clear();
}

LostShare Loss::since(UtcTime start, Via side) const {
    LostShare counted;
    for (auto check = m_all.rbegin(); check != m_all.rend() && check->start >= start; ++check)
        if (check->via == side)
            counted.add(check->lost ? 1 : 0, 1);
    return counted;
}

double Loss::ownShare(const Check& run) const {
    Count count;
    for (const Decided& check : m_own[run.target])
        if (check.start < run.start && check.start >= run.start - ownReach) {
            ++count.all;
            count.lost += check.lost ? 1 : 0;
        }
    return count.share(enoughOwn);
}

double Loss::share(const Check& run) const {
    struct Window {
        Count all, china, russia;
    };
    Window window;
    double worst = ownShare(run);
    const auto include = [&](const Decided& check) {
        for (Count* const count : {&window.all, check.via == Via::China    ? &window.china
                                                : check.via == Via::Russia ? &window.russia
                                                                           : nullptr})
            if (count != nullptr) {
                ++count->all;
                count->lost += check.lost ? 1 : 0;
            }
    };
    const auto conclude = [&] {
        worst = std::max(worst, window.all.share(enoughOfAll));
        if (run.via != Via::Russia)
            worst = std::max(worst, window.china.share(enoughOfAll));
        if (run.via != Via::China)
            worst = std::max(worst, window.russia.share(enoughOfAll));
    };
    auto check = m_all.rbegin();
    for (; check != m_all.rend() && check->start >= run.start - shortReach; ++check)
        include(*check);
    conclude();
    for (; check != m_all.rend() && check->start >= run.start - longReach; ++check)
        include(*check);
    conclude();
    return worst;
}

double Loss::shareOfAllBefore(UtcTime run_start) const {
    Count count;
    for (const Decided& check : m_all) {
        if (check.start >= run_start)
            break;
        ++count.all;
        count.lost += check.lost ? 1 : 0;
    }
    return count.share(enoughOfAll);
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
