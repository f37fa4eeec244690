// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/course.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto memory = 24h * 7;      // an answer older than this is forgotten
constexpr std::size_t runKept = 64;   // no onset needs more: p^64 <= 0.001 up to a loss of 89 %
constexpr std::size_t latestKept = 3; // failures that bound the end of a down state
constexpr int failuresAgainstRecovery = 3;

Standing plain(Verdict verdict, Reason reason = Reason::None) { return {verdict, reason, {}, {}, {}}; }

} // namespace

bool isErrorAnswer(const Target& target, const Observation& row) {
    if (!row.answered())
        return false;
    if (const auto* const http = std::get_if<HttpDetail>(&row.detail);
        http != nullptr && row.failure == Failure::None) {
        const int status = http->status;
        return status >= 500 || (status >= 400 && status != 401 && status != 403 && status != 429);
    }
    const bool wrong_answer = row.failure == Failure::ProtocolError || row.failure == Failure::UnexpectedAnswer;
    if (target.layer == Layer::Http)
        return wrong_answer;
    return target.layer == Layer::Dns &&
           (wrong_answer || row.failure == Failure::ServerFailure || row.failure == Failure::NoSuchName);
}

std::string technicalNote(const Target& target, const Observation& row) {
    if (row.failure != Failure::None && !row.answered())
        return std::string(kindName(target.probe)) + " " + std::string(name(row.reached)) + " " +
               std::string(name(row.failure));
    if (!isErrorAnswer(target, row))
        return {};
    if (const auto* const http = std::get_if<HttpDetail>(&row.detail); http != nullptr && row.failure == Failure::None)
        return std::to_string(http->status);
    if (const auto* const dns = std::get_if<DnsDetail>(&row.detail); dns != nullptr && !dns->rcode.empty())
        return dns->rcode;
    return std::string(name(row.failure));
}

Course::Course(const Target& target, const Settings& settings)
    : m_interval(target.interval),
      m_usuallySpeaksFor(std::min<std::chrono::seconds>(settings.stale_intervals * target.interval,
                                                        std::chrono::seconds(settings.stale_cap_s))),
      m_recoverSpan(settings.recover_span_s), m_recoverSuccesses(settings.recover_successes) {
    m_track.setFrom(UtcTime{}, Standing{});
    m_track.settleChanges();
}

std::chrono::milliseconds Course::longestStretch() const {
    return std::max<std::chrono::milliseconds>(2 * m_interval, 5min) + 60s;
}

bool Course::afterHole(UtcTime next) const {
    return m_lastJudged && (m_backFromElsewhere || next - *m_lastJudged > longestStretch());
}

bool Course::answeredLately(UtcTime when) const { return m_lastGood && when - *m_lastGood <= memory; }

int Course::runLength(UtcTime now) const { return afterHole(now) ? 0 : m_runLength; }

bool Course::isBlocked(UtcTime at) const { return m_blockedAt && at - *m_blockedAt <= memory; }

void Course::dropRun() {
    m_run.clear();
    m_runLength = 0;
}

void Course::speak(UtcTime at) {
    m_lastJudged = at;
    m_backFromElsewhere = m_hushed = false;
    speakUntil(at);
}

std::chrono::milliseconds Course::speaksFor() const {
    // Never less than until the next check, with its jitter and the wait for its turn: mail, asked every quarter of an
    // hour, would be unknown for most of the time.
    return std::max<std::chrono::milliseconds>(m_usuallySpeaksFor, m_interval + m_interval / 4);
}

void Course::speakUntil(UtcTime at) {
    m_speaksUntil = at + speaksFor();
    m_silence = Reason::Stale;
    m_untestedUntil.reset();
}

void Course::expire(UtcTime now) {
    if (m_untestedUntil && now >= *m_untestedUntil) {
        m_track.setFrom(*m_untestedUntil, Standing{});
        m_untestedUntil.reset();
    }
    // A down state is not forgotten between two checks, only over a hole or a time without watching.
    if (!m_speaksUntil || now < *m_speaksUntil || (m_down && !m_blockedAt && !afterHole(now) && !m_hushed))
        return;
    const bool failing = m_runLength > 0 && m_silence == Reason::Stale;
    if (m_track.current().verdict != Verdict::Unknown)
        m_track.setFrom(*m_speaksUntil, plain(Verdict::Unknown, failing ? Reason::NotAnsweredFor : m_silence));
    m_speaksUntil.reset();
}

void Course::hush(UtcTime from) {
    if (m_speaksUntil)
        m_speaksUntil = std::min(*m_speaksUntil, from);
    m_hushed = m_hushed || (m_lastJudged && *m_lastJudged < from);
}

void Course::neutral(const Check& check, Reason reason) {
    expire(check.range.begin);
    if (reason != Reason::LineUntested) // as one says that was asked over the line before
        m_untestedUntil.reset();
    m_silence = reason;
    const Standing& now = m_track.current();
    if (now.verdict == Verdict::Unknown && now.reason != Reason::NeverAnswered && m_runLength == 0)
        m_track.setFrom(std::max(check.range.begin, m_track.currentSince()), // what was seen before it stays
                        plain(Verdict::Unknown, reason));
}

void Course::noteFailure(UtcTime start) {
    m_lastFailures.push_back(start);
    if (m_lastFailures.size() > latestKept)
        m_lastFailures.erase(m_lastFailures.begin());
}

void Course::stayDown(UtcTime at) {
    const bool hole = afterHole(at);
    m_track.setFrom(hole ? at : *m_lastJudged, m_downStanding);
    if (hole)
        m_recovering.clear();
}

// As long as they do not answer themselves, silence is the block's: it may be one that shows no page every time.
void Course::blocked(const Check& check) {
    const UtcTime at = check.range.begin;
    expire(at);
    dropRun();
    m_recovering.clear();
    m_previous.reset();
    m_blockedAt = at;
    m_track.setFrom(at, {Verdict::BlockedHere, Reason::None, {}, {}, check.note});
    speakUntil(at);
}

void Course::failed(const Check& check) {
    const UtcTime at = check.range.begin;
    if (isBlocked(at)) {
        neutral(check, Reason::NotAnsweredFor);
        return;
    }
    m_blockedAt.reset();
    expire(at);
    noteFailure(at);
    if (m_down) {
        stayDown(at);
        ++m_downFailures;
        if (!m_recovering.empty())
            m_failuresWhileRecovering.push_back(at);
        while (!m_recovering.empty() && m_downFailures - m_recovering.front().failuresBefore >= failuresAgainstRecovery)
            m_recovering.erase(m_recovering.begin());
        speak(at);
        return;
    }
    if (m_runLength == 0 || afterHole(at)) {
        dropRun();
        m_runNote = check.note;
    }
    ++m_runLength;
    if (m_run.size() < runKept)
        m_run.push_back(check.range);
    // Until it is decided the old state stands.
    m_track.holdFrom(at);
    if (m_track.current().verdict == Verdict::Unknown)
        m_track.setFrom(
            at, plain(Verdict::Unknown, answeredLately(runStart()) ? Reason::NotAnsweredFor : Reason::NeverAnswered));
    speak(at);
}

void Course::doubt() {
    if (m_track.current().verdict != Verdict::Unknown)
        m_track.setFrom(lastFailure(), plain(Verdict::Unknown, Reason::NotAnsweredFor));
}

void Course::confirm(int m) {
    m_onsetRank = std::min(m, static_cast<int>(m_run.size()));
    m_onset = {m_lastGood, m_run[static_cast<std::size_t>(m_onsetRank - 1)].end};
    m_downFrom = runStart();
    m_down = true;
    m_downFailures = m_runLength;
    m_downStanding = {Verdict::Down, Reason::None, m_onset, {}, m_runNote};
    m_track.setFrom(m_downFrom, m_downStanding);
    dropRun();
    m_recovering.clear();
    m_failuresWhileRecovering.clear();
}

void Course::showAnswer(const Answer& answer) {
    const bool twice = answer.error && m_previous && m_previous->error;
    if (!twice) {
        Standing standing = plain(Verdict::Up);
        if (!answer.degraded.empty() && m_track.current().verdict == Verdict::Degraded)
            standing = m_track.current(); // one stretch with one note, that of its begin
        else if (!answer.degraded.empty())
            standing = {Verdict::Degraded, Reason::None, {}, {}, answer.degraded};
        m_track.setFrom(answer.range.begin, standing);
    } else {
        Standing page = m_track.current();
        if (page.verdict != Verdict::ErrorPage)
            page = {Verdict::ErrorPage, Reason::None, {}, {}, m_previous->note};
        for (const Verdict answers : {Verdict::Up, Verdict::Degraded})
            m_track.relabel(m_previous->range.begin, answers, page);
        m_track.setFrom(answer.range.begin, page);
    }
    m_previous = answer;
}

// Before the first answer ever it did not lose checks: it was not there.
std::vector<UtcTime> Course::disprovedBy(UtcTime answer) const {
    std::vector<UtcTime> disproved;
    if (!m_down && m_runLength > 0 && !afterHole(answer) && answeredLately(runStart()))
        for (const TimeRange& failure : m_run)
            disproved.push_back(failure.begin);
    return disproved;
}

std::vector<UtcTime> Course::answered(const Check& check, const std::string& degraded) {
    const UtcTime at = check.range.begin;
    expire(at);
    const Answer answer{check.range, check.errorAnswer, check.note, degraded, m_downFailures, m_lastFailures};
    std::vector<UtcTime> disproved = disprovedBy(at);
    if (m_down)
        disproved = answeredWhileDown(answer, m_blockedAt || m_hushed || afterHole(at));
    else
        showAnswer(answer);
    if (!m_down)
        dropRun();
    m_blockedAt.reset();
    m_lastGood = at;
    speak(at);
    return disproved;
}

std::vector<UtcTime> Course::answeredWhileDown(const Answer& answer, bool after_hole) {
    if (after_hole) { // whatever happened in the hole, or under a block, it answers now
        end(answer);
        showAnswer(answer);
        return {};
    }
    stayDown(answer.range.begin);
    m_recovering.push_back(answer);
    const Answer first = m_recovering.front();
    std::erase_if(m_failuresWhileRecovering, [&](UtcTime failure) { return failure < first.range.begin; });
    const bool recovered = static_cast<int>(m_recovering.size()) >= m_recoverSuccesses &&
                           answer.range.begin - first.range.begin >= m_recoverSpan;
    if (!recovered)
        return {};
    end(first);
    m_previous.reset();
    showAnswer(first);
    showAnswer(answer);
    return std::exchange(m_failuresWhileRecovering, {});
}

void Course::end(const Answer& first) {
    const auto bounding = std::min(first.lastFailures.size(),
                                   static_cast<std::size_t>(std::min(m_onsetRank, static_cast<int>(latestKept))));
    const Onset ended{first.lastFailures[first.lastFailures.size() - bounding], first.range.end};
    m_track.setFrom(first.range.begin, plain(Verdict::Up));
    m_track.markEnded(m_downFrom, ended);
    m_down = false;
    m_recovering.clear();
}

Course::Memory Course::leaveEpoch(UtcTime at) {
    Memory memory{m_lastJudged, m_lastGood, m_down, m_onset, m_downStanding, m_downFrom, m_onsetRank, m_downFailures};
    m_track.setFrom(at, plain(Verdict::Unknown, Reason::LineUntested));
    m_untestedUntil = at + speaksFor();
    dropRun();
    m_down = false;
    m_blockedAt.reset();
    m_recovering.clear();
    m_lastJudged.reset();
    m_lastGood.reset();
    m_previous.reset();
    m_speaksUntil.reset();
    m_silence = Reason::Stale;
    m_backFromElsewhere = m_hushed = false;
    return memory;
}

void Course::leaveOut(UtcTime at) {
    m_untestedUntil.reset();
    m_track.setFrom(at, plain(Verdict::Unknown, Reason::NotCarried));
}

// As after a hole: what was down is unknown until the first judged check decides.
void Course::comeBack(const Memory& memory) {
    m_lastJudged = memory.lastJudged;
    m_lastGood = memory.lastGood;
    m_down = memory.down;
    m_onset = memory.onset;
    m_downStanding = memory.downStanding;
    m_downFrom = memory.downFrom;
    m_onsetRank = memory.onsetRank;
    m_downFailures = memory.downFailures;
    m_failuresWhileRecovering.clear();
    m_backFromElsewhere = true;
}

UtcTime Course::rewritesBackTo() const {
    UtcTime back = m_lastJudged.value_or(m_track.currentSince());
    if (m_runLength > 0)
        back = std::min(back, runStart());
    if (m_down)
        back = std::min(back, m_downFrom);
    if (m_previous)
        back = std::min(back, m_previous->range.begin);
    return back;
}

} // namespace kpwatch
