// SPDX-License-Identifier: GPL-3.0-or-later
// The rounds in which places are asked about one incident: when it is confirmed, 5 and 15 minutes later. Who is of it,
// how far its rounds came, and what of that outlives a restart. Pure; one thread.
#pragma once

#include "probes/utc_time.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
#include <string>

namespace kpwatch {

class IncidentRounds {
  public:
    static constexpr int most = 3;
    static constexpr std::chrono::hours oneIncident{2};     // merge_window_s and merge_own_gap_s of the rules
    static constexpr std::chrono::minutes lateFor{10};      // then a round is left out
    static constexpr std::chrono::minutes sitesFollowIn{1}; // where something else was confirmed down first

    explicit IncidentRounds(UtcTime confirmed) : m_confirmed(confirmed) {}
    // What state() kept; nullopt if there is nothing of an incident that goes on.
    static std::optional<IncidentRounds> restored(const nlohmann::json& kept, UtcTime now);
    nlohmann::json state() const;

    // Whoever is confirmed down now is of another incident, whatever became of this one.
    bool isPast(UtcTime now) const { return m_confirmed > now || now - m_confirmed > oneIncident; }
    void join(const std::string& target, bool is_site, UtcTime now); // it was confirmed down; also if it is of it
    bool isOfIt(const std::string& target) const { return m_told.contains(target); }
    // Nothing new: this silence had begun when the incident was confirmed, or was told before, maybe before a restart.
    bool knows(const std::string& target, UtcTime since) const;

    // It was confirmed anew, of whoever joins it then: three rounds from then on,
    void beginAnew(UtcTime confirmed);
    // or those that are still to come, at their times. What fell into the time when all were back is no round.
    void goOn(UtcTime confirmed);
    void leaveOutLate(UtcTime now);

    std::optional<UtcTime> next() const;                    // of the next round; nullopt: they are over
    std::optional<UtcTime> nextFrom(UtcTime welcome) const; // if nobody may be asked before
    void begin(bool asks_sites);                            // that round
    int begun() const { return m_begun; }
    bool missedSites() const { return m_begun > 0 && !m_askedSites; } // what was asked says nothing of them

  private:
    UtcTime roundAt(int round) const;

    UtcTime m_confirmed;
    int m_begun = 0; // rounds
    bool m_askedSites = false;
    bool m_hasSite = false;
    std::map<std::string, UtcTime> m_told; // its targets, and when each was told to be down the last time
};

} // namespace kpwatch
