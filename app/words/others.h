// SPDX-License-Identifier: GPL-3.0-or-later
// Who else did not answer beside the sites that copy is about, counted by what they are. Any thread.
#pragma once

#include "app/story/incident.h"
#include "app/watchlist.h"

#include <QString>

#include <vector>

namespace kpwatch::words {

// Neither what belongs to a site nor a second look at an address is counted.
struct Others {
    int nameServers = 0, mailServers = 0, routers = 0, addresses = 0;
    int all() const { return nameServers + mailServers + routers + addresses; }
};
Others othersAmong(const std::vector<const Member*>& members, const Watchlist& watchlist);

QString others(const Others& counted);      // "two mail servers and one router"; of none that is counted "others"
QString shortOthers(const Others& counted); // "2 mail servers", "3 others"

} // namespace kpwatch::words
