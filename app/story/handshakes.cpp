// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/handshakes.h"

#include <algorithm>
#include <cmath>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto thinnedTo = 30s;
constexpr auto leftOut = 1h; // what is slow now must not become usual
constexpr auto reach = 24h * 7;
constexpr std::size_t enoughAtThisHour = 30, enoughAtAll = 10;

auto thirtySeconds(UtcTime time) {
    return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch() / thinnedTo;
}

std::uint32_t lowerHalf(UtcTime time) { return static_cast<std::uint32_t>(time.time_since_epoch().count()); }

// What a damaged record claims may be of any size.
std::int32_t bounded(Micros length) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(length.count(), -INT32_MAX, INT32_MAX));
}

// Of an even number the mean of the two in the middle.
Micros medianOf(std::vector<Micros>& lengths) {
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    if (lengths.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(lengths.begin(), middle)) / 2;
}

Micros lowerQuartileOf(std::vector<Micros>& lengths) {
    const auto quarter = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) / 4);
    std::nth_element(lengths.begin(), quarter, lengths.end());
    return *quarter;
}

} // namespace

void Handshakes::add(UtcTime end, Micros length) {
    while (!m_kept.empty() && endOf(m_kept.front()) < end - reach - leftOut)
        m_kept.pop_front();
    if (m_kept.empty() || thirtySeconds(m_newest) != thirtySeconds(end)) {
        m_kept.push_back({lowerHalf(end), bounded(length)});
        m_newest = end;
    }
    m_shortest = std::min(m_shortest, length);
}

void Handshakes::takeBack(UtcTime from) {
    while (!m_kept.empty() && m_newest >= from) {
        m_kept.pop_back();
        if (!m_kept.empty())
            m_newest = endOf(m_kept.back());
    }
}

UtcTime Handshakes::endOf(const Handshake& handshake) const {
    return m_newest + std::chrono::milliseconds(static_cast<std::int32_t>(handshake.end - lowerHalf(m_newest)));
}

void Handshakes::collect(UtcTime from, UtcTime to, std::vector<Micros>& lengths) const {
    auto each = std::lower_bound(m_kept.begin(), m_kept.end(), from,
                                 [this](const Handshake& handshake, UtcTime time) { return endOf(handshake) < time; });
    for (; each != m_kept.end() && endOf(*each) < to; ++each)
        lengths.emplace_back(each->length);
}

std::optional<Micros> Handshakes::median(UtcTime now, const Settings& settings) const {
    std::vector<Micros> lately;
    collect(now - std::chrono::seconds(settings.degraded_window_s) + 1ms, now + 1ms, lately);
    if (lately.empty() || lately.size() < static_cast<std::size_t>(settings.degraded_min_checks))
        return std::nullopt;
    return medianOf(lately);
}

std::optional<Micros> Handshakes::usual(UtcTime now) const {
    const UtcTime end = now - leftOut;
    std::vector<Micros> lengths;
    for (UtcTime hour = std::chrono::floor<std::chrono::hours>(now) - reach - 24h; hour < now; hour += 24h)
        collect(std::max(hour - 1h, end - reach), std::min(hour + 2h, end), lengths);
    if (lengths.size() >= enoughAtThisHour)
        return medianOf(lengths);
    lengths.clear();
    collect(end - reach, now + 1ms, lengths);
    if (lengths.size() < enoughAtAll)
        return std::nullopt;
    return lowerQuartileOf(lengths);
}

bool isSlow(Micros median, Micros usual, const Settings& settings) {
    const Micros share(std::llround(static_cast<double>(usual.count()) * settings.degraded_slow_share));
    return median > usual + std::max<Micros>(std::chrono::milliseconds(settings.degraded_slow_ms), share);
}

} // namespace kpwatch
