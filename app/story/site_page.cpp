// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/site_page.h"

#include <algorithm>

namespace kpwatch {

bool isPageOfSite(const Watchlist& watchlist, const Target& target) {
    if (target.site.empty() || target.layer != Layer::Http)
        return false;
    const auto first = std::find_if(watchlist.targets.begin(), watchlist.targets.end(), [&](const Target& each) {
        return each.site == target.site && each.layer == Layer::Http;
    });
    return first->id == target.id;
}

std::set<std::string> sitesOf(std::span<const TargetId> targets, const Watchlist& watchlist) {
    std::set<std::string> sites;
    for (const TargetId id : targets)
        if (const Target* const target = watchlist.find(id); target != nullptr && isPageOfSite(watchlist, *target))
            sites.insert(target->site);
    return sites;
}

} // namespace kpwatch
