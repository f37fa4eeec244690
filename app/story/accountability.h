// SPDX-License-Identifier: GPL-3.0-or-later
// Whose fault may a failed check be? Folded from the readings of the line controls: which of them are in service,
// whether they prove that a failed check was not our own line, and how our own line is. Rules, section 4.
#pragma once

#include "app/settings.h"
#include "app/story/state_track.h"

#include <deque>

namespace kpwatch {

enum class Proof {
    Wait,      // the control after it has not spoken yet
    Counts,    // line controls answered before and after: the failure is not ours
    Neutral,   // they did not, or not in time
    NoControl, // no line control is qualified at all
};

class LineControls {
  public:
    // `longest_timeout` of the line controls: a reading that began is known that much later at the latest.
    LineControls(std::size_t count, std::chrono::milliseconds longest_timeout, std::chrono::seconds longest_interval,
                 const Settings& settings);

    enum class Outcome { Answered, Failed, NoRoute }; // NoRoute: nothing could leave this computer
    // Readings in order of their end. `watching_since`: nothing is dated back before it.
    void take(std::size_t control, TimeRange reading, Outcome outcome, UtcTime watching_since);
    void advanceTo(UtcTime now);    // our own line is not known when no control spoke lately
    void forgetLatest(UtcTime now); // nobody asked for a while (start, pause, sleep): old readings say nothing
    void wake(UtcTime at);          // until the controls answered twice nothing is judged

    // Of a failed check, at `now`: everything that ended before `now` is known.
    Proof proofOf(TimeRange check, UtcTime now) const;
    // Whether a check falls into the time after waking in which nothing is judged.
    bool tooSoonAfterWaking(TimeRange check) const;
    // A control answered strictly between the two moments.
    bool answeredBetween(UtcTime first, UtcTime last) const;

    StateTrack& track() { return m_track; } // up, own-connection-down, unknown (no-control)
    const StateTrack& track() const { return m_track; }
    int answeringNow() const; // controls whose latest reading answered
    int count() const { return static_cast<int>(m_controls.size()); }
    bool anyQualified() const;
    std::optional<UtcTime> lastDownUntil() const { return m_lastDownUntil; } // end of our own line's latest down time
    UtcTime rewritesBackTo() const { return m_lastAnswer; } // how far back the next reading may date a change

  private:
    struct Control {
        int goodInRow = 0;
        bool qualified = false;
        std::optional<UtcTime> lastAnswer; // end of it
        std::optional<Outcome> latest;     // since we watch again
        std::optional<UtcTime> firstSinceWaking;
        bool twiceSinceWaking = false;
    };
    struct Reading {
        TimeRange range;
        std::size_t control;
        bool answered;
    };

    bool inService(std::size_t control, UtcTime now) const;
    void noteWaking(std::size_t control, TimeRange reading);
    void write(UtcTime from, Verdict verdict, Reason reason);
    void judgeLine(TimeRange reading, UtcTime watching_since);
    const Reading* readingAfter(TimeRange check, UtcTime now, bool& wait) const;
    bool answeredUpTo(TimeRange check, UtcTime now) const;

    const Settings m_settings;
    const std::chrono::milliseconds m_longestTimeout;
    const std::chrono::milliseconds m_speaksFor;
    std::vector<Control> m_controls;
    std::deque<Reading> m_readings; // by end, the last two hours
    StateTrack m_track;
    UtcTime m_lastAnswer{}, m_lastReading{};
    std::optional<UtcTime> m_wokeAt, m_judgedFrom, m_lastDownUntil;
};

} // namespace kpwatch
