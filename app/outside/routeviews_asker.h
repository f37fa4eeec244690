// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the questions of a RouteViewsSource to RouteViews, whose other collectors are a cross-check. One thread.
#pragma once

#include "app/outside/outlet.h"
#include "app/outside/routeviews_source.h"
#include "app/outside/source_board.h"
#include "probes/net/web_client.h"

#include <map>

namespace kpwatch {

class RouteViewsAsker {
  public:
    // `base`: to be put before the paths. The board has to outlive it.
    RouteViewsAsker(std::string base, SourceBoard& board, Outlet outlet);

    void askWhatIsDue(WebClient& web, UtcTime now);
    UtcTime dueAt(UtcTime now) const { return m_source.dueAt(now); }
    void seenElsewhere(const std::vector<RouteReading>& readings) { m_source.seenElsewhere(readings); }
    Guest& manners() { return m_source.manners(); }

  private:
    void take(const std::string& url, const WebAnswer& answer);

    const std::string m_base;
    SourceBoard& m_board;
    const Outlet m_outlet;
    RouteViewsSource m_source;
    std::map<std::string, std::size_t> m_bodies; // hashed: what is the same is not kept twice
};

} // namespace kpwatch
