// SPDX-License-Identifier: GPL-3.0-or-later
// When a stream may be begun (again). Whoever hangs up at once, or says no, is left alone longer and longer, and what
// it said holds after a restart; where nobody answered at all it may be our own line, which comes back any moment.
// Pure; one thread.
#pragma once

#include "app/outside/guest.h"

namespace kpwatch {

class StreamPace {
  public:
    UtcTime dueAt(UtcTime now) const;
    void began(UtcTime now); // its head came
    struct End {
        int status = 0; // of HTTP; 0: nobody answered
        std::optional<std::chrono::seconds> retryAfter{};
    };
    // `wobble`: so that not all programs come back in the same moment.
    void ended(const End& end, UtcTime now, std::chrono::milliseconds wobble);

    nlohmann::json state() const;
    void restore(const nlohmann::json& state, UtcTime now) { m_guest.restore(state, now); }

  private:
    // RIS Live publishes no limit. Each begin makes RIPEstat be asked for what was missed, twice, out of its 400 a day;
    // the state every ten minutes takes 144 of these.
    Guest m_guest{Manners{12, 100}};
    std::optional<UtcTime> m_beganAt;
    int m_short = 0; // that ended at once, or did not begin, in a row
    UtcTime m_next{};
};

} // namespace kpwatch
