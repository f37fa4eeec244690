// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/state_weight.h"

namespace kpwatch {

int weightOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Down:
        return 7;
    case Verdict::BlockedHere:
        return 6;
    case Verdict::ErrorPage:
        return 5;
    case Verdict::Degraded:
        return 4;
    case Verdict::OwnConnectionDown:
        return 3;
    case Verdict::Unknown:
        return 2;
    case Verdict::Up:
        return 1;
    case Verdict::NotMonitored:
        return 0;
    }
    return 7;
}

} // namespace kpwatch
