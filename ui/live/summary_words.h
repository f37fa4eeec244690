// SPDX-License-Identifier: GPL-3.0-or-later
// What is on the screen as a text to paste: who answers, since when, how it is known that it is not our own line, both
// clocks, and what it cannot tell. Reads the same values as the tiles. Pure; any thread.
#pragma once

#include "ui/live/tile_words.h"

namespace kpwatch {

struct SummaryFacts {
    words::Headline headline;
    std::vector<SiteFacts> sites;
    OwnLineStatus ownLine;
    UtcTime asOf;
    bool simulated = false;
};
QString summaryText(const SummaryFacts& facts);

} // namespace kpwatch
