// SPDX-License-Identifier: GPL-3.0-or-later
// Our own line, judged from the ring of line controls: up, own-connection-down, or unknown while none of them speaks.
// One thread.
#pragma once

#include "app/story/control_ring.h"
#include "app/story/state_track.h"

namespace kpwatch {

class OwnLine {
  public:
    // `speaks_for`: how long after the latest reading our line is known.
    explicit OwnLine(std::chrono::milliseconds speaks_for);

    // After the ring took a reading. `watching_since`: nothing is dated back before it.
    void judge(const ControlRing& ring, TimeRange reading, UtcTime watching_since);
    void advanceTo(UtcTime now); // not known when no control spoke lately
    void forgetLatest(UtcTime now);
    void newEpoch(UtcTime at); // another line: what works is untested until a control speaks

    StateTrack& track() { return m_track; } // up, own-connection-down, unknown (no-control, line-untested)
    const StateTrack& track() const { return m_track; }
    std::optional<UtcTime> lastDownUntil() const { return m_lastDownUntil; } // end of the latest down time
    UtcTime rewritesBackTo() const { return m_lastAnswer; } // how far back the next reading may date a change

  private:
    void write(UtcTime from, Verdict verdict, Reason reason);

    const std::chrono::milliseconds m_speaksFor;
    StateTrack m_track;
    UtcTime m_lastAnswer{}, m_lastReading{}, m_lineSince{};
    std::optional<UtcTime> m_lastDownUntil;
};

} // namespace kpwatch
