// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between us and them, where that is the whole news of a site. Any thread.
#pragma once

#include "app/story/span.h"

#include <QString>

namespace kpwatch::words {

struct BetweenWords {
    QString sentence; // of a headline: "We can't tell: the way there does not work"; empty if it is none
    QString means;    // one sentence more about it
    QString brief;    // as short as a tile is wide
};
// All empty for a reason that is on their side, on ours, or none.
BetweenWords between(Reason reason);

} // namespace kpwatch::words
