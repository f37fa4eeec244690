// SPDX-License-Identifier: GPL-3.0-or-later
// What the big records of the measurements watch: as many targets as wanted, half of them sites. Values.
#pragma once

#include "app/watchlist.h"

namespace kpwatch::bench {

inline Watchlist watchlistOf(int targets) {
    Watchlist list;
    for (int i = 0; i < targets; ++i) {
        Target target;
        target.id = TargetId{i};
        target.name = target.label = target.shortLabel = "target-" + std::to_string(i);
        target.layer = i % 2 == 0 ? Layer::Http : Layer::Dns;
        target.probe = HttpOptions{"http://127.0.0.1/", {}};
        if (i % 2 == 0) {
            target.site = "site-" + std::to_string(i);
            list.sites.push_back({target.site, target.label, target.label, "127.0.0.1"});
        } else {
            target.group = "name-servers";
        }
        list.targets.push_back(target);
    }
    return list;
}

} // namespace kpwatch::bench
