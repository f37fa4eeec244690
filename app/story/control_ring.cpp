// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/control_ring.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto inServiceFor = 10min;   // after an answer
constexpr auto othersSilentFor = 2min; // then every control is in service again
constexpr auto betweenWakingAnswers = 30s;
constexpr auto readingsKept = 2h;
constexpr auto familySpeaksFor = 2min; // each control is asked every minute; less than a run of failures has to span
constexpr auto lateEnd = 1s;           // a check may end that much after its timeout

bool areKnown(const std::string& one, const std::string& other) { return !one.empty() && !other.empty(); }
bool isV6(const std::string& address) { return address.find(':') != std::string::npos; }
bool isOtherFamily(const std::string& one, const std::string& other) {
    return areKnown(one, other) && isV6(one) != isV6(other);
}
bool isOtherRoute(const std::string& one, const std::string& other) {
    return areKnown(one, other) && isV6(one) == isV6(other) && one != other;
}

} // namespace

ControlRing::ControlRing(const std::vector<Member>& members) {
    for (const Member& member : members) {
        m_controls.emplace_back(member);
        m_longestTimeout = std::max<std::chrono::milliseconds>(m_longestTimeout, member.timeout + lateEnd);
        m_longestWindow = std::max(m_longestWindow, member.window);
    }
}

std::size_t ControlRing::epochAt(UtcTime time) const {
    return static_cast<std::size_t>(std::upper_bound(m_epochs.begin(), m_epochs.end(), time) - m_epochs.begin());
}

std::optional<UtcTime> ControlRing::lastAnswer(std::size_t control, std::size_t epoch, UtcTime at) const {
    const auto& answers = m_controls[control].answers;
    for (auto answer = answers.rbegin(); answer != answers.rend() && answer->epoch >= epoch; ++answer)
        if (answer->epoch == epoch && answer->end <= at)
            return answer->end;
    return std::nullopt;
}

// A host beyond our own line speaks for the road only where it has once answered over the present one. Our own line's
// controls speak at once: what answered in one network should in the next.
bool ControlRing::mayVote(std::size_t control, std::size_t epoch, UtcTime at) const {
    const Control& asked = m_controls[control];
    if (!asked.qualification.since() || *asked.qualification.since() > at)
        return false;
    return asked.member.qualifiesBy == Qualification::By::Answers || epoch == 0 ||
           (asked.firstOfEpoch && asked.firstOfEpoch->epoch == epoch && asked.firstOfEpoch->end <= at);
}

bool ControlRing::anyQualified(UtcTime now) const {
    const std::size_t epoch = epochAt(now);
    for (std::size_t i = 0; i < m_controls.size(); ++i)
        if (mayVote(i, epoch, now))
            return true;
    return false;
}

bool ControlRing::inService(std::size_t control, std::size_t epoch, UtcTime at) const {
    if (!mayVote(control, epoch, at))
        return false;
    if (const auto answer = lastAnswer(control, epoch, at); answer && at - *answer <= inServiceFor)
        return true;
    for (std::size_t other = 0; other < m_controls.size(); ++other)
        if (other != control && mayVote(other, epoch, at))
            if (const auto answer = lastAnswer(other, epoch, at); answer && at - *answer <= othersSilentFor)
                return false;
    return true;
}

std::size_t ControlRing::heard() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(m_controls, [](const Control& control) { return control.latest.has_value(); }));
}

void ControlRing::noteWaking(Control& control, TimeRange reading) {
    if (!m_wokeAt || m_judgedFrom || reading.begin < *m_wokeAt)
        return;
    if (!control.firstSinceWaking)
        control.firstSinceWaking = reading.begin;
    else if (reading.begin - *control.firstSinceWaking >= betweenWakingAnswers)
        control.twiceSinceWaking = true;
    const bool all_twice = std::all_of(m_controls.begin(), m_controls.end(), [](const Control& each) {
        return !each.firstSinceWaking || each.twiceSinceWaking;
    });
    if (all_twice)
        m_judgedFrom = reading.end;
}

void ControlRing::take(const Reading& reading) {
    const std::size_t epoch = epochAt(reading.range.begin);
    const bool answered = reading.outcome == Outcome::Answered;
    const bool of_this_line = epoch == m_epochs.size();
    const UtcTime end = reading.range.end;
    Control& control = m_controls[reading.control];
    if (reading.outcome != Outcome::NoRoute) // nothing was asked of it
        control.qualification.take(end, answered);
    if (of_this_line)
        control.latest = reading.outcome;
    if (answered) {
        control.answers.push_back({end, epoch});
        while (control.answers.front().end < end - readingsKept)
            control.answers.pop_front();
        if (of_this_line && (!control.firstOfEpoch || control.firstOfEpoch->epoch != epoch))
            control.firstOfEpoch = {end, epoch};
        noteWaking(control, reading.range);
        if (of_this_line && mayVote(reading.control, epoch, end))
            m_lastAnswer = std::max(m_lastAnswer, end);
    }
    m_readings.push_back({reading, epoch});
    while (m_readings.front().range.end < end - readingsKept)
        m_readings.pop_front();
}

void ControlRing::saidNothing(std::size_t control) { m_controls[control].latest.reset(); }

void ControlRing::forgetLatest() {
    for (Control& control : m_controls)
        control.latest.reset();
}

void ControlRing::newEpoch(UtcTime at) {
    m_epochs.push_back(at);
    m_lastAnswer = {};
    forgetLatest();
}

void ControlRing::know(std::size_t control, Qualification before) {
    m_controls[control].qualification = std::move(before);
}

void ControlRing::wake(UtcTime at) {
    m_wokeAt = at;
    m_judgedFrom.reset();
    for (Control& control : m_controls) {
        control.firstSinceWaking.reset();
        control.twiceSinceWaking = false;
    }
}

bool ControlRing::tooSoonAfterWaking(TimeRange check) const {
    if (!m_wokeAt || check.end <= *m_wokeAt || !anyQualified(check.end))
        return false;
    return !m_judgedFrom || check.begin < *m_judgedFrom;
}

ControlRing::Voices ControlRing::voices(UtcTime now) const {
    Voices voices;
    const std::size_t epoch = epochAt(now);
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
        if (!m_controls[i].latest)
            continue;
        ++voices.asked;
        voices.noRoute += m_controls[i].latest == Outcome::NoRoute ? 1 : 0;
        if (inService(i, epoch, now)) {
            ++voices.inService;
            voices.failed += m_controls[i].latest != Outcome::Answered ? 1 : 0;
        }
    }
    return voices;
}

// The first reading of a control in service that started at or after the check's end. One that began earlier may still
// be out, so each is believed only once everything that began before it must have ended.
const ControlRing::Kept* ControlRing::readingAfter(TimeRange check, UtcTime now, bool& wait) const {
    const std::size_t epoch = epochAt(check.begin);
    std::vector<const Kept*> after;
    for (auto reading = m_readings.rbegin(); reading != m_readings.rend() && reading->range.end >= check.end; ++reading)
        if (reading->range.begin >= check.end && reading->epoch == epoch)
            after.push_back(&*reading);
    std::sort(after.begin(), after.end(), [](const Kept* left, const Kept* right) {
        // at the same moment a failed one speaks first: in doubt the failure is not theirs
        return std::pair(left->range.begin, left->answered()) < std::pair(right->range.begin, right->answered());
    });
    for (const Kept* const reading : after) {
        const UtcTime known = reading->range.begin + m_longestTimeout;
        wait = now <= known;
        if (wait)
            return nullptr;
        if (inService(reading->control, epoch, known))
            return reading;
    }
    wait = epoch == m_epochs.size() && now <= check.end + m_longestWindow + m_longestTimeout;
    return nullptr;
}

// The last reading in service that ended by the check's start; nullptr if there is none near enough, or if one failed
// then or during the check.
const ControlRing::Kept* ControlRing::readingBefore(TimeRange check, UtcTime now) const {
    const std::size_t epoch = epochAt(check.begin);
    for (std::size_t i = m_readings.size(); i > 0; --i) { // the latest first
        const Kept& reading = m_readings[i - 1];
        const TimeRange& range = reading.range;
        if (range.end <= check.begin && range.end < check.begin - m_longestWindow)
            return nullptr;
        if (range.begin >= check.end || reading.epoch != epoch || !inService(reading.control, epoch, now))
            continue;
        if (!reading.answered())
            return nullptr;
        if (range.end <= check.begin)
            return check.begin - range.end <= m_controls[reading.control].member.window ? &reading : nullptr;
    }
    return nullptr;
}

// Of what left by the family of that address nothing was answered lately: IPv4 and IPv6 fail apart, as where one is
// carried in the other (RFC 6333) or translated (RFC 6877).
bool ControlRing::familySilent(TimeRange check, const std::string& source) const {
    const std::size_t epoch = epochAt(check.begin);
    bool failed = false;
    for (auto reading = firstEndedFrom(check.begin - familySpeaksFor);
         reading != m_readings.end() && reading->range.end <= check.end; ++reading) {
        if (reading->epoch != epoch || isOtherFamily(reading->source, source))
            continue;
        if (reading->answered())
            return false;
        failed = true;
    }
    return failed;
}

ControlRing::Bracket ControlRing::bracket(TimeRange check, const std::string& source, UtcTime now) const {
    if (!anyQualified(now))
        return {Proof::NoControl, false};
    bool wait = false;
    const Kept* const after = readingAfter(check, now, wait);
    if (wait)
        return {Proof::Wait, false};
    const bool answered_after = after != nullptr && after->answered() &&
                                after->range.begin - check.end <= m_controls[after->control].member.window;
    if (!answered_after)
        return {Proof::Neutral, false};
    const Kept* const before = readingBefore(check, after->range.begin + m_longestTimeout);
    if (before == nullptr)
        return {Proof::Neutral, false};
    const bool by_other_family = isOtherFamily(source, before->source) || isOtherFamily(source, after->source);
    if (by_other_family && familySilent(check, source))
        return {Proof::Neutral, false};
    return {Proof::Counts, isOtherRoute(source, before->source) || isOtherRoute(source, after->source)};
}

std::deque<ControlRing::Kept>::const_iterator ControlRing::firstEndedFrom(UtcTime time) const {
    return std::lower_bound(m_readings.begin(), m_readings.end(), time,
                            [](const Kept& reading, UtcTime from) { return reading.range.end < from; });
}

bool ControlRing::answeredBetween(UtcTime first, UtcTime last) const {
    return std::any_of(firstEndedFrom(first), m_readings.end(), [&](const Kept& reading) {
        return reading.answered() && mayVote(reading.control, reading.epoch, reading.range.end) &&
               reading.range.begin > first && reading.range.end < last;
    });
}

bool ControlRing::heardWithin(UtcTime first, UtcTime last) const {
    const auto reading = firstEndedFrom(first);
    return reading != m_readings.end() && reading->range.end <= last;
}

} // namespace kpwatch
