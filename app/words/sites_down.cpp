// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sites_down.h"

#include "app/words/headline_sites.h"

#include <algorithm>

namespace kpwatch::words {

int sitesDown(const LiveStatus& live, const Settings& settings) {
    const bool ofSites = std::ranges::any_of(live.sites, watched);
    const std::vector<SiteStatus> said = ofSites ? live.sites : addressesOf(live);
    return sizeOf(counted(said, live, settings).down);
}

} // namespace kpwatch::words
