// SPDX-License-Identifier: GPL-3.0-or-later
// The technical detail of a tile: what each layer of a site did when it was last asked. Layers of one check are not
// ranked against each other, and one failed check is no verdict: until there is one, a failing layer is "can't tell".
// Pure; any thread.
#pragma once

#include "ui/live/tile_words.h"

namespace kpwatch {

// DNS, TCP, HTTP, mail, route: always all five, in this order.
std::vector<LayerChip> layerChips(const SiteFacts& facts);

// "DNS: 2 of 2 name servers of .kp answer, TCP: port 80, answered, ..."
QString spoken(const std::vector<LayerChip>& chips);

} // namespace kpwatch
