// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a control may vote: it has shown that it answers, so that its silence says something. A fold of its readings;
// one thread.
#pragma once

#include "probes/utc_time.h"

#include <deque>
#include <optional>

namespace kpwatch {

class Qualification {
  public:
    enum class By {
        Answers,           // three good readings in a row, for good: our own line must be heard to be silent
        AnswersUntilQuiet, // the same, until there was no answer for a day
        TwoDays            // at least 98 % of two days answered, until there was no answer for a day
    };

    explicit Qualification(By by) : m_by(by) {}

    // Readings in order of their end. One that says nothing (cancelled, no permission) is not told.
    void take(UtcTime end, bool answered);

    std::optional<UtcTime> since() const { return m_since; } // nullopt: it may not vote
    // Nothing that came before the readings taken so far could make a difference any more.
    bool settled() const { return m_settled; }

  private:
    struct Reading {
        UtcTime end;
        bool answered;
    };
    bool proven(UtcTime end, bool answered);
    bool provenInTwoDays(UtcTime end, bool answered);

    By m_by;
    int m_goodInRow = 0;
    std::deque<Reading> m_window; // of two days
    int m_answeredInWindow = 0;
    std::optional<UtcTime> m_first;     // the first reading
    std::optional<UtcTime> m_quietFrom; // the first failure since the latest answer
    std::optional<UtcTime> m_since;
    bool m_settled = false;
};

} // namespace kpwatch
