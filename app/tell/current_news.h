// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to tell of at this moment: the incidents that go on or ended lately, and our own line. GUI (or main)
// thread.
#pragma once

#include "app/history/archive.h"
#include "app/tell/alert_rules.h"

namespace kpwatch {

class CurrentNews {
  public:
    // `watchlist` must outlive it.
    CurrentNews(const Watchlist& watchlist, bool simulated) : m_watchlist(watchlist), m_simulated(simulated) {}

    // False: the record could not be read, and what was known stands.
    bool takeIncidents(const IncidentsAnswer& answer);
    void takeOwnLine(const OwnLineStatus& own_line);
    void takeElsewhere(const AskingElsewhere& elsewhere) {
        m_asksElsewhere = elsewhere.asking && elsewhere.trouble.empty();
    }

    const std::vector<AlertNews>& incidents() const { return m_incidents; }
    const std::optional<AlertNews>& ownLine() const { return m_ownLine; }
    std::vector<AlertNews> all() const;
    UtcTime asOf() const { return m_asOf; } // of the incidents

  private:
    const Watchlist& m_watchlist;
    const bool m_simulated;
    std::vector<AlertNews> m_incidents;
    std::optional<AlertNews> m_ownLine;
    bool m_ownLineWorks = false, m_asksElsewhere = false;
    UtcTime m_asOf;
};

} // namespace kpwatch
