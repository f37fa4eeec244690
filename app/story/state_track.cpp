// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/state_track.h"

#include "app/story/span_list.h"

#include <algorithm>

namespace kpwatch {

namespace {

// The first segment that begins after `time`.
template <typename Segments>
auto firstAfter(Segments& segments, UtcTime time) {
    return std::upper_bound(segments.begin(), segments.end(), time,
                            [](UtcTime moment, const StateTrack::Segment& segment) { return moment < segment.begin; });
}

void addBegins(const StateTrack& track, TimeRange range, std::vector<UtcTime>& begins) {
    const auto& segments = track.segments();
    for (auto segment = firstAfter(segments, range.begin); segment != segments.end() && segment->begin < range.end;
         ++segment)
        begins.push_back(segment->begin);
}

Standing standingAt(const StateTrack& presence, const Veils& veils, const StateTrack& own, UtcTime time) {
    const Standing* const present = presence.at(time);
    if (present == nullptr)
        return {Verdict::NotMonitored, Reason::NotStarted, {}, {}, {}};
    if (present->verdict == Verdict::NotMonitored)
        return *present;
    for (const StateTrack* const veil : veils)
        if (const Standing* const ours = veil->at(time); ours != nullptr && hides(*ours))
            return *ours;
    const Standing* const standing = own.at(time);
    return standing == nullptr ? Standing{} : *standing;
}

} // namespace

const Standing* StateTrack::at(UtcTime time) const {
    const auto after = firstAfter(m_segments, time);
    return after == m_segments.begin() ? nullptr : &std::prev(after)->what;
}

void StateTrack::setFrom(UtcTime time, Standing what) {
    const auto after = firstAfter(m_segments, time);
    if (after == m_segments.end() && !m_segments.empty() && m_segments.back().what == what)
        return;
    m_segments.erase(after, m_segments.end());
    if (!m_segments.empty() && m_segments.back().begin == time)
        m_segments.pop_back();
    markChanged(time);
    if (m_segments.empty() || m_segments.back().what != what)
        m_segments.push_back({time, std::move(what)});
}

void StateTrack::holdFrom(UtcTime time) {
    const auto after = firstAfter(m_segments, time);
    if (after == m_segments.end() || after == m_segments.begin())
        return;
    markChanged(after->begin);
    m_segments.erase(after, m_segments.end());
}

void StateTrack::relabel(UtcTime from, Verdict was, const Standing& now) {
    std::vector<Segment> rewritten;
    for (const Segment& segment : m_segments) {
        const auto next = firstAfter(m_segments, segment.begin);
        if (next != m_segments.end() && next->begin <= from)
            continue;
        const UtcTime begin = std::max(segment.begin, from);
        rewritten.push_back({begin, segment.what.verdict == was ? now : segment.what});
    }
    for (Segment& segment : rewritten)
        setFrom(segment.begin, std::move(segment.what));
}

void StateTrack::markEnded(UtcTime from, const Onset& ended) {
    for (Segment& segment : m_segments)
        if (segment.begin >= from && segment.what.verdict == Verdict::Down) {
            segment.what.ended = ended;
            markChanged(segment.begin);
        }
}

std::optional<Onset> StateTrack::endedBefore(UtcTime time) const {
    std::optional<Onset> ended;
    for (const Segment& segment : m_segments)
        if (segment.begin < time && segment.what.verdict == Verdict::Down)
            ended = segment.what.ended;
    return ended;
}

void StateTrack::markChanged(UtcTime from) { m_changedFrom = m_changedFrom ? std::min(*m_changedFrom, from) : from; }

void StateTrack::forgetBefore(UtcTime time) {
    std::size_t past = 0;
    for (; past + 1 < m_segments.size() && m_segments[past + 1].begin <= time; ++past)
        if (saysSomething(m_segments[past].what.verdict))
            m_saidBefore = {m_segments[past].what.verdict, m_segments[past + 1].begin};
    m_segments.erase(m_segments.begin(), m_segments.begin() + static_cast<std::ptrdiff_t>(past));
}

std::optional<StateTrack::Said> StateTrack::lastSaid() const {
    for (std::size_t i = m_segments.size(); i > 1; --i)
        if (const Verdict verdict = m_segments[i - 2].what.verdict; saysSomething(verdict))
            return Said{verdict, m_segments[i - 1].begin};
    return m_saidBefore;
}

bool endsDownTime(Verdict verdict) { return saysSomething(verdict) && verdict != Verdict::Down; }

bool beginsDown(std::span<const Span> spans) {
    const auto said = std::ranges::find_if(spans, saysSomething, &Span::verdict);
    return said != spans.end() && said->verdict == Verdict::Down;
}

bool endsDown(std::span<const Span> spans) {
    const auto said =
        std::find_if(spans.rbegin(), spans.rend(), [](const Span& span) { return saysSomething(span.verdict); });
    return said != spans.rend() && said->verdict == Verdict::Down;
}

bool saysSomething(Verdict verdict) {
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

bool hides(const Standing& veil) {
    return veil.verdict == Verdict::OwnConnectionDown ||
           (veil.verdict == Verdict::Unknown &&
            (veil.reason == Reason::Intercepted || veil.reason == Reason::WayThere));
}

std::vector<Span> laidOver(const StateTrack& presence, const Veils& veils, const StateTrack& own, TimeRange range) {
    std::vector<UtcTime> begins{range.begin};
    addBegins(presence, range, begins);
    for (const StateTrack* const veil : veils)
        addBegins(*veil, range, begins);
    addBegins(own, range, begins);
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());

    std::vector<Span> spans;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const UtcTime end = i + 1 < begins.size() ? begins[i + 1] : range.end;
        Standing standing = standingAt(presence, veils, own, begins[i]);
        append(spans, {{begins[i], end},
                       standing.verdict,
                       standing.reason,
                       standing.onset,
                       standing.ended,
                       std::move(standing.note)});
    }
    return spans;
}

} // namespace kpwatch
