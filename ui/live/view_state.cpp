// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/view_state.h"

#include <algorithm>

namespace kpwatch {

using std::chrono::milliseconds;

// Room to the right of the present, so that its line is not the plot's edge.
static milliseconds leadOf(milliseconds length) { return length * 3 / 100; }

std::optional<milliseconds> lengthOf(RangeChoice choice) {
    using std::chrono::hours;
    switch (choice) {
    case RangeChoice::Hour:
        return hours{1};
    case RangeChoice::SixHours:
        return hours{6};
    case RangeChoice::Day:
        return hours{24};
    case RangeChoice::Week:
        return hours{24 * 7};
    case RangeChoice::Month:
        return hours{24 * 30};
    case RangeChoice::Year:
        return hours{24 * 365};
    case RangeChoice::All:
        return std::nullopt;
    }
    return std::nullopt;
}

ViewState::ViewState(UtcTime now) : m_now(now) { follow(RangeChoice::Day); }

void ViewState::setNow(UtcTime now) {
    m_now = now;
    if (!m_lead)
        return;
    const UtcTime wanted = now + *m_lead;
    if (std::chrono::abs(wanted - m_range.end) * 1000 < m_range.length())
        return;
    if (m_choice == RangeChoice::All)
        followAll();
    else
        m_range = {wanted - m_range.length(), wanted};
}

void ViewState::setFirstRow(std::optional<UtcTime> first) {
    if (first == m_firstRow)
        return;
    m_firstRow = first;
    if (m_choice == RangeChoice::All)
        followAll();
}

void ViewState::followAll() {
    const UtcTime first = std::min(m_firstRow.value_or(m_now - std::chrono::hours{1}), m_now);
    const milliseconds length = std::clamp<milliseconds>((m_now - first) * 100 / 97, shortestRange, longestRange);
    m_lead = leadOf(length);
    m_range = {m_now + *m_lead - length, m_now + *m_lead};
}

void ViewState::choose(RangeChoice choice) {
    if (m_choice != choice)
        remember();
    follow(choice);
}

void ViewState::follow(RangeChoice choice) {
    m_choice = choice;
    const auto length = lengthOf(choice);
    if (!length) {
        followAll();
        return;
    }
    m_lead = leadOf(*length);
    m_range = {m_now + *m_lead - *length, m_now + *m_lead};
}

void ViewState::settle(TimeRange range) {
    if (range.length() != m_range.length())
        m_choice.reset();
    m_range = range;
    if (range.end >= m_now)
        m_lead = range.end - m_now;
    else
        m_lead.reset();
    if (!m_lead && m_choice == RangeChoice::All)
        m_choice.reset();
}

void ViewState::zoomAt(const TimeAxis& axis, qreal x, double factor) { settle(zoomed(axis, x, factor, m_now)); }

void ViewState::zoom(double factor) {
    const TimeAxis axis{m_range, 0, 1000};
    qreal anchor = 500;
    if (m_cursor && m_range.contains(*m_cursor))
        anchor = axis.xAt(*m_cursor);
    else if (m_range.contains(m_now))
        anchor = axis.xAt(m_now);
    zoomAt(axis, anchor, factor);
}

void ViewState::panBy(milliseconds by) { settle(panned(m_range, by, m_now, m_firstRow)); }

void ViewState::panByShare(double share) {
    panBy(milliseconds{static_cast<std::int64_t>(static_cast<double>(m_range.length().count()) * share)});
}

void ViewState::toOldest() {
    const UtcTime first = std::min(m_firstRow.value_or(m_range.begin), m_now);
    const milliseconds length = m_range.length();
    if (first + length >= m_now)
        toNow();
    else
        settle({first, first + length});
}

void ViewState::toNow() {
    const milliseconds length = m_range.length();
    m_lead = leadOf(length);
    m_range = {m_now + *m_lead - length, m_now + *m_lead};
}

void ViewState::show(TimeRange range) {
    const milliseconds length = std::clamp<milliseconds>(range.length(), shortestRange, longestRange);
    const UtcTime end = std::min(range.begin + length, m_now + leadOf(length));
    settle({end - length, end});
}

// --- leaps ---

void ViewState::remember() {
    constexpr std::size_t most = 20;
    const Leap here{m_range, m_choice, followsNow()};
    const bool nothingSeenYet = !m_firstRow; // a range chosen before the first picture is no leap
    if (nothingSeenYet || (!m_left.empty() && m_left.back() == here))
        return;
    m_left.push_back(here);
    if (m_left.size() > most)
        m_left.erase(m_left.begin());
}

void ViewState::leapTo(TimeRange range) {
    remember();
    show(range);
}

void ViewState::goBack() {
    if (m_left.empty())
        return;
    const Leap last = m_left.back();
    m_left.pop_back();
    if (last.followed && last.choice)
        follow(*last.choice);
    else if (last.followed) // and goes on doing so
        show({m_now - last.range.length() + leadOf(last.range.length()), m_now + leadOf(last.range.length())});
    else
        show(last.range);
}

// --- the span being marked ---

std::optional<TimeRange> ViewState::selection() const {
    if (!m_selection)
        return std::nullopt;
    return TimeRange{std::min(m_selection->anchor, m_selection->other),
                     std::max(m_selection->anchor, m_selection->other)};
}

void ViewState::select(UtcTime anchor, UtcTime other) {
    m_selection = Selection{std::min(anchor, m_now), std::min(other, m_now)};
}

void ViewState::extendSelection(double share) {
    if (!m_selection) {
        const UtcTime middle = m_range.begin + m_range.length() / 2;
        const UtcTime anchor = m_cursor && m_range.contains(*m_cursor) ? *m_cursor : std::min(middle, m_now);
        m_selection = Selection{anchor, anchor};
    }
    const milliseconds by{static_cast<std::int64_t>(static_cast<double>(m_range.length().count()) * share)};
    select(m_selection->anchor, std::clamp(m_selection->other + by, m_range.begin, m_range.end));
}

void ViewState::leapToSelection() {
    const std::optional<TimeRange> wanted = selection();
    m_selection.reset();
    if (!wanted || wanted->length() == milliseconds{0})
        return;
    const milliseconds length = std::max<milliseconds>(wanted->length(), shortestRange);
    const UtcTime middle = wanted->begin + wanted->length() / 2;
    leapTo({middle - length / 2, middle - length / 2 + length});
}

void ViewState::selectLane(const std::string& id) {
    if (id != m_lane)
        m_cursor.reset();
    m_lane = id;
}

void ViewState::toggleOpen(const std::string& lane_id) {
    if (!m_open.erase(lane_id))
        m_open.insert(lane_id);
}

} // namespace kpwatch
