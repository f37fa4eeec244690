// SPDX-License-Identifier: GPL-3.0-or-later
// How much a watchlist asks of whom while everything answers, against what may be asked: a list that wants more than
// the caps allow is asked more slowly than it says, and its owner should know. Pure; any thread.
#pragma once

#include "app/way_out.h"
#include "probes/net/address_rules.h"

#include <map>
#include <string>
#include <vector>

namespace kpwatch {

// 175.45.176.0/22, all address space North Korea announces (APNIC delegated record of 2010-01-22).
bool isCountry(const Address& address);

// How many names share the name servers of each enabled HTTP target that has a name. They are looked up in turn, one at
// each interval, so that the servers are asked once an interval however many names they hold. Of targets with the same
// name only the first is here.
std::map<TargetId, int> lookUpTurns(const Watchlist& watchlist);

struct OverCap {
    std::string where; // "175.45.176.0/24", or one address
    double wantedPerMinute = 0;
    int allowedPerMinute = 0;
    bool operator==(const OverCap&) const = default;
};
// Where the list wants more than the caps of the settings allow; empty: nowhere. A name is taken to live in the /24 of
// its first name server.
std::vector<OverCap> overCaps(const Watchlist& watchlist, const Settings& settings, const WayOut& way = Direct{});

} // namespace kpwatch
