// SPDX-License-Identifier: GPL-3.0-or-later
// Which hosts targets are, wherever people read a number or names: a sentinel is a second look at a host and no host of
// its own. Only where that host is not among them it stands for it. Pure; any thread.
#pragma once

#include "app/story/incident.h"
#include "app/watchlist.h"

#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

// Each host once, in the order given.
std::vector<const Target*> hostsAmong(const std::vector<const Target*>& targets, const Watchlist& watchlist);
std::vector<const Target*> hostsAmong(const std::vector<TargetId>& targets, const Watchlist& watchlist);
std::vector<const Member*> hostsAmong(const std::vector<const Member*>& members, const Watchlist& watchlist);
std::vector<const Member*> hostsOf(const Incident& incident, const Watchlist& watchlist);

// Whoever looks at its host: the target, then a second look at it.
std::vector<TargetId> looksAt(const Target& target, const Watchlist& watchlist);

// What a host is called, as in the watchlist. Of a second look it is the name of who is looked at; where that is a
// page, of which a connection says nothing, it is what the host itself is called.
struct HostName {
    std::string label, shortLabel;
};
HostName hostName(const Target& target, const Watchlist& watchlist);

// Who was surely before each of the other hosts.
std::optional<TargetId> aheadOfAll(const std::vector<const Member*>& hosts, const std::vector<Before>& pairs);

} // namespace kpwatch
