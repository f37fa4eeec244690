// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/qualification.h"

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr int goodToQualify = 3;
constexpr auto provenOver = 48h;
constexpr int answeredPercent = 98;
constexpr std::size_t fewest = 100; // a laptop asks only while it is open
constexpr auto quietToLapse = 24h;

} // namespace

bool Qualification::provenInTwoDays(UtcTime end, bool answered) {
    m_window.push_back({end, answered});
    m_answeredInWindow += answered ? 1 : 0;
    while (m_window.front().end < end - provenOver) {
        m_answeredInWindow -= m_window.front().answered ? 1 : 0;
        m_window.pop_front();
    }
    return end - *m_first >= provenOver && m_window.size() >= fewest &&
           100 * static_cast<std::size_t>(m_answeredInWindow) >= answeredPercent * m_window.size();
}

bool Qualification::proven(UtcTime end, bool answered) {
    if (m_by == By::TwoDays)
        return provenInTwoDays(end, answered);
    m_goodInRow = answered ? m_goodInRow + 1 : 0;
    return m_goodInRow >= goodToQualify;
}

void Qualification::take(UtcTime end, bool answered) {
    m_first = m_first.value_or(end);
    m_quietFrom = answered ? std::nullopt : std::optional(m_quietFrom.value_or(end));
    if (proven(end, answered) && !m_since) {
        m_since = end;
        m_settled = true;
    }
    if (m_by != By::Answers && m_quietFrom && end - *m_quietFrom >= quietToLapse) {
        m_since.reset();
        m_settled = true;
    }
}

} // namespace kpwatch
