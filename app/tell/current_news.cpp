// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/current_news.h"

namespace kpwatch {

bool CurrentNews::takeIncidents(const IncidentsAnswer& answer) {
    if (answer.trouble)
        return false;
    m_incidents.clear();
    m_asOf = answer.toldAt;
    for (const CurrentIncident& current : answer.current)
        m_incidents.push_back(
            newsOf({answer.log[current.index], current.assessment,
                    answer.watchlistOf(answer.log[current.index], m_watchlist), answer.toldAt, m_simulated},
                   m_ownLineWorks, m_asksElsewhere && !answer.log[current.index].over()));
    return true;
}

void CurrentNews::takeOwnLine(const OwnLineStatus& own_line) {
    m_ownLineWorks = own_line.state == Verdict::Up;
    if (own_line.state == Verdict::OwnConnectionDown && own_line.since)
        m_ownLine = ownLineNews(*own_line.since, {});
    else if (m_ownLine && !m_ownLine->over && m_ownLineWorks)
        m_ownLine = ownLineNews(m_ownLine->firstFailure, own_line.since);
}

std::vector<AlertNews> CurrentNews::all() const {
    std::vector<AlertNews> news = m_incidents;
    if (m_ownLine)
        news.push_back(*m_ownLine);
    return news;
}

} // namespace kpwatch
