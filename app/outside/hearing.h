// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is known of the routes is still known of now. A stream tells each change, but not what it missed; a
// state of all routes tells what was missed, and speaks for ten minutes. Where neither does, what was told before holds
// two minutes longer, also what the program told before it was started again. Pure; one thread.
#pragma once

#include "probes/outside/routes_seen.h"
#include "probes/utc_time.h"

#include <optional>
#include <set>

namespace kpwatch {

class Hearing {
  public:
    static constexpr std::chrono::minutes stateEvery{10}; // RIPEstat's own data are some minutes old

    void heardBefore(UtcTime at); // what another run told last; before anything else
    void streamBegan(UtcTime now);
    void streamEnded(UtcTime now);
    // That we are there, once a second: who does not say so has slept. True once too much is missed for what is known
    // to be of now: but for what was heard since, it is to be forgotten.
    bool noticed(UtcTime now);
    void heard(const RoutePeer& peer) { m_heard.insert(peer); }
    void wentAway(const RoutePeer& peer) { m_heard.erase(peer); }
    void heardByMost(); // since something was missed: what they say is a state of now
    void stateAnswered(UtcTime now);
    void stateBelieved(UtcTime of); // the one that was answered last
    void stateInVain();             // nobody vouches for it: it is asked for again after 1, 2, 4 ... 10 min
    void updatesAnswered() { m_missing = false; }

    std::optional<UtcTime> streamSince() const { return m_streamSince; } // or since we woke
    const std::set<RoutePeer>& heardSince() const { return m_heard; }    // then
    bool missesTooMuch(UtcTime now) const; // which no state has told yet: nothing is known of who was not heard since
    bool mayBeTold(UtcTime now) const { return !missesTooMuch(now) || (m_most && !m_silent); }
    // The stream alone may make up for it: where a state was known before. Changes of none say nothing of other blocks.
    bool catchesUp(UtcTime now) const { return m_streamSince && m_missedSince != UtcTime{} && !mayBeTold(now); }
    bool wantsState(UtcTime now) const;
    UtcTime nextStateAt() const; // if nothing is missed
    bool wantsUpdates() const { return m_missing; }
    bool hasMissed() const { return m_missedSince.has_value(); } // a change may have gone by since the last state
    // Nothing was missed, and each change would be heard: what was told is so still.
    bool hearsAll() const { return m_streamSince && !m_holdsUntil && !m_missing; }
    // Since when what was told holds no longer, to be told as no data: once, until something is known again.
    std::optional<UtcTime> fallsSilent(UtcTime now);
    std::optional<UtcTime> ended(UtcTime now); // the same at the end of the run, when nothing is held any more

  private:
    void hearAnew(UtcTime now);

    std::optional<UtcTime> m_streamSince;
    std::optional<UtcTime> m_noticedAt;
    std::optional<UtcTime> m_stateAt;                 // last answered, believed or not
    std::optional<UtcTime> m_missedSince = UtcTime{}; // and no state is known since; at first all is missed
    std::optional<UtcTime> m_holdsUntil;              // what was told; without it, while the stream goes on
    std::set<RoutePeer> m_heard;
    int m_inVain = 0;       // states in a row
    bool m_most = false;    // are in it
    bool m_resync = true;   // the stream began: what it missed has to be asked for
    bool m_missing = false; // between the state and the begin of the stream
    bool m_silent = false;  // and told so
};

} // namespace kpwatch
