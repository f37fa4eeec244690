// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/accountability.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr int goodToQualify = 3;
constexpr auto inServiceFor = 10min;   // after an answer
constexpr auto othersSilentFor = 2min; // then every control is in service again
constexpr auto betweenWakingAnswers = 30s;
constexpr auto readingsKept = 2h;
constexpr auto lateEnd = 1s; // a check may end that much after its timeout

} // namespace

LineControls::LineControls(std::size_t count, std::chrono::milliseconds longest_timeout,
                           std::chrono::seconds longest_interval, const Settings& settings)
    : m_settings(settings), m_longestTimeout(longest_timeout + lateEnd),
      m_speaksFor(std::min<std::chrono::seconds>(settings.stale_intervals * longest_interval,
                                                 std::chrono::seconds(settings.stale_cap_s)) +
                  longest_timeout),
      m_controls(count) {
    m_track.setFrom(UtcTime{}, {Verdict::Unknown, Reason::NoControl, {}, {}, {}});
    m_track.settleChanges();
}

void LineControls::write(UtcTime from, Verdict verdict, Reason reason) {
    if (m_track.current().verdict == Verdict::OwnConnectionDown && verdict != Verdict::OwnConnectionDown)
        m_lastDownUntil = from;
    m_track.setFrom(from, {verdict, reason, {}, {}, {}});
}

bool LineControls::anyQualified() const {
    return std::any_of(m_controls.begin(), m_controls.end(), [](const Control& control) { return control.qualified; });
}

int LineControls::answeringNow() const {
    return static_cast<int>(std::count_if(m_controls.begin(), m_controls.end(),
                                          [](const Control& control) { return control.latest == Outcome::Answered; }));
}

bool LineControls::inService(std::size_t control, UtcTime now) const {
    const Control& asked = m_controls[control];
    if (!asked.qualified)
        return false;
    if (asked.lastAnswer && now - *asked.lastAnswer <= inServiceFor)
        return true;
    for (std::size_t other = 0; other < m_controls.size(); ++other)
        if (other != control && m_controls[other].qualified && m_controls[other].lastAnswer &&
            now - *m_controls[other].lastAnswer <= othersSilentFor)
            return false;
    return true;
}

void LineControls::noteWaking(std::size_t control, TimeRange reading) {
    Control& asked = m_controls[control];
    if (!m_wokeAt || m_judgedFrom || reading.begin < *m_wokeAt)
        return;
    if (!asked.firstSinceWaking)
        asked.firstSinceWaking = reading.begin;
    else if (reading.begin - *asked.firstSinceWaking >= betweenWakingAnswers)
        asked.twiceSinceWaking = true;
    const bool all_twice = std::all_of(m_controls.begin(), m_controls.end(), [](const Control& each) {
        return !each.firstSinceWaking || each.twiceSinceWaking;
    });
    if (all_twice)
        m_judgedFrom = reading.end;
}

void LineControls::take(std::size_t control, TimeRange reading, Outcome outcome, UtcTime watching_since) {
    Control& asked = m_controls[control];
    const bool answered = outcome == Outcome::Answered;
    asked.goodInRow = answered ? asked.goodInRow + 1 : 0;
    asked.qualified = asked.qualified || asked.goodInRow >= goodToQualify;
    asked.latest = outcome;
    if (answered) {
        asked.lastAnswer = reading.end;
        noteWaking(control, reading);
    }
    m_readings.push_back({reading, control, answered});
    while (m_readings.front().range.end < reading.end - readingsKept)
        m_readings.pop_front();
    judgeLine(reading, watching_since);
    if (answered && asked.qualified)
        m_lastAnswer = std::max(m_lastAnswer, reading.end);
    m_lastReading = reading.end;
}

void LineControls::judgeLine(TimeRange reading, UtcTime watching_since) {
    int spoke = 0;
    int failed = 0;
    int asked = 0;
    int noRoute = 0;
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
        if (!m_controls[i].latest)
            continue;
        ++asked;
        noRoute += m_controls[i].latest == Outcome::NoRoute ? 1 : 0;
        if (inService(i, reading.end)) {
            ++spoke;
            failed += m_controls[i].latest != Outcome::Answered ? 1 : 0;
        }
    }
    // Without a route it is our own line, whether or not the controls have ever answered.
    const bool down = spoke > 0 ? 2 * failed > spoke : 2 * noRoute > asked;
    const Verdict before = m_track.current().verdict;
    if (down && before != Verdict::OwnConnectionDown)
        write(std::max(watching_since, m_lastAnswer), Verdict::OwnConnectionDown, Reason::None);
    else if (!down && spoke > 0 && before != Verdict::Up)
        write(reading.begin, Verdict::Up, Reason::None);
    else if (!down && spoke == 0 && before == Verdict::OwnConnectionDown)
        write(reading.begin, Verdict::Unknown, Reason::NoControl);
}

void LineControls::advanceTo(UtcTime now) {
    if (m_track.current().verdict != Verdict::Unknown && now > m_lastReading + m_speaksFor)
        write(m_lastReading + m_speaksFor, Verdict::Unknown, Reason::NoControl);
}

void LineControls::forgetLatest(UtcTime now) {
    for (Control& control : m_controls)
        control.latest.reset();
    write(now, Verdict::Unknown, Reason::NoControl);
}

void LineControls::wake(UtcTime at) {
    m_wokeAt = at;
    m_judgedFrom.reset();
    for (Control& control : m_controls) {
        control.firstSinceWaking.reset();
        control.twiceSinceWaking = false;
    }
}

bool LineControls::tooSoonAfterWaking(TimeRange check) const {
    if (!m_wokeAt || check.end <= *m_wokeAt || !anyQualified())
        return false;
    return !m_judgedFrom || check.begin < *m_judgedFrom;
}

// The first reading of a control in service that started at or after the check's end. One that began earlier may still
// be out, so each is believed only once everything that began before it must have ended.
const LineControls::Reading* LineControls::readingAfter(TimeRange check, UtcTime now, bool& wait) const {
    std::vector<const Reading*> after;
    for (auto reading = m_readings.rbegin(); reading != m_readings.rend() && reading->range.end >= check.end; ++reading)
        if (reading->range.begin >= check.end && m_controls[reading->control].qualified)
            after.push_back(&*reading);
    std::sort(after.begin(), after.end(), [](const Reading* left, const Reading* right) {
        // at the same moment a failed one speaks first: in doubt the failure is not theirs
        return std::pair(left->range.begin, left->answered) < std::pair(right->range.begin, right->answered);
    });
    for (const Reading* const reading : after) {
        const UtcTime known = reading->range.begin + m_longestTimeout;
        wait = now <= known;
        if (wait)
            return nullptr;
        if (inService(reading->control, known))
            return reading;
    }
    wait = now <= check.end + std::chrono::seconds(m_settings.control_window_s) + m_longestTimeout;
    return nullptr;
}

// The last reading in service that ended by the check's start answered in time, and none failed during the check.
bool LineControls::answeredUpTo(TimeRange check, UtcTime now) const {
    const UtcTime earliest = check.begin - std::chrono::seconds(m_settings.control_window_s);
    for (std::size_t i = m_readings.size(); i > 0; --i) { // the latest first
        const Reading& reading = m_readings[i - 1];
        const TimeRange& range = reading.range;
        if (range.end <= check.begin && range.end < earliest)
            return false;
        if (range.begin >= check.end || !inService(reading.control, now))
            continue;
        if (!reading.answered)
            return false;
        if (range.end <= check.begin)
            return true;
    }
    return false;
}

Proof LineControls::proofOf(TimeRange check, UtcTime now) const {
    if (!anyQualified())
        return Proof::NoControl;
    bool wait = false;
    const Reading* const after = readingAfter(check, now, wait);
    if (wait)
        return Proof::Wait;
    const bool answered_after = after != nullptr && after->answered &&
                                after->range.begin - check.end <= std::chrono::seconds(m_settings.control_window_s);
    if (!answered_after)
        return Proof::Neutral;
    return answeredUpTo(check, after->range.begin + m_longestTimeout) ? Proof::Counts : Proof::Neutral;
}

bool LineControls::answeredBetween(UtcTime first, UtcTime last) const {
    const auto from = std::lower_bound(m_readings.begin(), m_readings.end(), first,
                                       [](const Reading& reading, UtcTime time) { return reading.range.end < time; });
    return std::any_of(from, m_readings.end(), [&](const Reading& reading) {
        return reading.answered && m_controls[reading.control].qualified && reading.range.begin > first &&
               reading.range.end < last;
    });
}

} // namespace kpwatch
