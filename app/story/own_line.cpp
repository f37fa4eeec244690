// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/own_line.h"

#include <algorithm>

namespace kpwatch {

OwnLine::OwnLine(std::chrono::milliseconds speaks_for) : m_speaksFor(speaks_for) {
    m_track.setFrom(UtcTime{}, {Verdict::Unknown, Reason::NoControl, {}, {}, {}});
    m_track.settleChanges();
}

void OwnLine::write(UtcTime from, Verdict verdict, Reason reason) {
    if (m_track.current().verdict == Verdict::OwnConnectionDown && verdict != Verdict::OwnConnectionDown)
        m_lastDownUntil = from;
    m_track.setFrom(from, {verdict, reason, {}, {}, {}});
}

void OwnLine::judge(const ControlRing& ring, TimeRange reading, UtcTime watching_since) {
    const ControlRing::Voices voices = ring.voices(reading.end);
    // Without a route it is our own line, whether or not the controls have ever answered.
    const bool down = voices.inService > 0 ? voices.silent() : 2 * voices.noRoute > voices.asked;
    const Verdict before = m_track.current().verdict;
    if (down && before != Verdict::OwnConnectionDown)
        write(std::max({watching_since, m_lineSince, m_lastAnswer}), Verdict::OwnConnectionDown, Reason::None);
    else if (!down && voices.inService > 0 && before != Verdict::Up)
        write(std::max(reading.begin, m_lineSince), Verdict::Up, Reason::None);
    else if (!down && voices.inService == 0 && before == Verdict::OwnConnectionDown)
        write(std::max(reading.begin, m_lineSince), Verdict::Unknown, Reason::NoControl);
    m_lastAnswer = std::max(m_lastAnswer, ring.lastAnswer());
    m_lastReading = reading.end;
}

void OwnLine::advanceTo(UtcTime now) {
    const UtcTime until = std::max(m_lastReading, m_lineSince) + m_speaksFor;
    if (m_track.current().reason != Reason::NoControl && now > until)
        write(until, Verdict::Unknown, Reason::NoControl);
}

// What answered over the line before says nothing of this one.
void OwnLine::newEpoch(UtcTime at) {
    m_lineSince = at;
    if (m_track.current().verdict == Verdict::Up)
        write(at, Verdict::Unknown, Reason::LineUntested);
}

void OwnLine::forgetLatest(UtcTime now) { write(now, Verdict::Unknown, Reason::NoControl); }

} // namespace kpwatch
