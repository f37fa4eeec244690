// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/part_of_record.h"

#include <algorithm>

namespace kpwatch {

void takeBackNeverAnswered(LiveStatus& live) {
    const auto takeBack = [](auto& status) {
        if (status.reason == Reason::NeverAnswered)
            status.reason = Reason::NotAnsweredFor;
    };
    for (TargetStatus& target : live.targets) {
        target.neverAnswered = false;
        takeBack(target);
    }
    std::ranges::for_each(live.sites, takeBack);
}

bool reachesBack(const std::optional<UtcTime>& firstRow, UtcTime now) {
    return firstRow && now - *firstRow >= std::chrono::hours{1};
}

} // namespace kpwatch
