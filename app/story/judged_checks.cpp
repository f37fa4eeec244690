// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/judged_checks.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

// What a damaged record claims may be of any size.
std::int32_t bounded(std::int64_t count) {
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(count, -INT32_MAX, INT32_MAX));
}

} // namespace

void JudgedChecks::add(ToJudge judged) {
    const TimeRange range = std::exchange(judged.check.range, {});
    const auto handshake = std::exchange(judged.check.packets.handshake, std::nullopt);
    const auto next = static_cast<std::uint32_t>(m_rests.size());
    const auto [latest, first] = m_latest.try_emplace(judged.check.target, next);
    if (first || m_rests[latest->second] != judged) {
        latest->second = next;
        m_rests.push_back(std::move(judged));
    }
    m_times.push_back({bounded((range.end - m_around).count()), bounded(range.length().count()),
                       handshake ? bounded(handshake->count()) : none, latest->second});
}

void JudgedChecks::appendTo(std::vector<ToJudge>& all) const {
    for (const Times& times : m_times) {
        Check& check = all.emplace_back(m_rests[times.rest]).check;
        check.range.end = m_around + std::chrono::milliseconds(times.end);
        check.range.begin = check.range.end - std::chrono::milliseconds(times.length);
        if (times.handshake != none)
            check.packets.handshake = Micros(times.handshake);
    }
}

} // namespace kpwatch
