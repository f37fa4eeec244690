// SPDX-License-Identifier: GPL-3.0-or-later
// What is listed beside the incidents, a line each, the latest first: slow spells, error pages, and what others
// reported. GUI thread.
#pragma once

#include "app/story/spells.h"

#include <QStringList>

namespace kpwatch {

// "Thu 12 Mar, 16:46 KST · KCNA · 35 min · 503".
QStringList spellLines(const std::vector<Spell>& spells, const Watchlist& watchlist);
// "2014-12-22 · All four routes … · Dyn Research; ZDNet · minutes". Not measured by this program.
QStringList reportedLines();

} // namespace kpwatch
