// SPDX-License-Identifier: GPL-3.0-or-later
// Which target is the state of a site: its first HTTP target. Whatever else belongs to the site is a part of it. Pure;
// any thread.
#pragma once

#include "app/watchlist.h"

#include <set>
#include <span>
#include <string>

namespace kpwatch {

bool isPageOfSite(const Watchlist& watchlist, const Target& target);
// Ids of the sites whose pages are among them.
std::set<std::string> sitesOf(std::span<const TargetId> targets, const Watchlist& watchlist);

} // namespace kpwatch
