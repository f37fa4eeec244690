// SPDX-License-Identifier: GPL-3.0-or-later
// What to ask RouteViews next, whose collectors are independent of RIPE's: each block once an hour, and at once when
// much changed elsewhere. It lists only who has a route, so who counts is who has one to the reference prefix; that is
// asked for anew before silence is told. A cross-check: its readings are drawn nowhere. Pure: asks nobody; one thread.
#pragma once

#include "app/outside/guest.h"
#include "app/outside/ripe_question.h"
#include "app/story/route_table.h"
#include "probes/outside/routeviews.h"

namespace kpwatch {

class RouteViewsSource {
  public:
    explicit RouteViewsSource(WatchedRoutes watched = {});

    // The path of the next question, if one is due and the manners let it be asked now; it counts as asked.
    std::optional<std::string> due(UtcTime now);
    UtcTime dueAt(UtcTime now) const;
    RipeNews answered(std::string_view body, UtcTime now);
    void refused(std::optional<std::chrono::seconds> retryAfter, UtcTime now);
    void unreached(UtcTime now); // nobody answered
    // What is seen elsewhere. A quarter of the networks more or less than when this last mattered, at once or bit by
    // bit: another round is due, ten minutes after the latest began.
    void seenElsewhere(const std::vector<RouteReading>& readings);
    Guest& manners() { return m_guest; }

  private:
    void take(const ViewsAnswer& answer, UtcTime now);
    RipeNews finish(UtcTime now);

    WatchedRoutes m_watched;
    Guest m_guest{mannersTowards(routeviewsId)};
    std::vector<std::string> m_left; // prefixes of this round, the next one last
    FullFeed m_feed;                 // who has the reference
    UtcTime m_feedAt{}, m_roundAt{}, m_askedAt{};
    std::vector<RouteSeen> m_routes; // of this round
    std::set<ViewsAnswer::Refused> m_invalid, m_toldInvalid;
    std::map<std::string, double> m_elsewhere; // share by prefix, when it last mattered
    bool m_asking = false, m_begun = false, m_hurried = false, m_checked = false;
};

} // namespace kpwatch
