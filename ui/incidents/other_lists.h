// SPDX-License-Identifier: GPL-3.0-or-later
// What is listed beside the incidents, a line each, the latest first: slow spells, error pages, and what others
// reported. GUI thread.
#pragma once

#include "app/story/spells.h"

#include <QStringList>

namespace kpwatch {

// "Thu 12 Mar, 16:46 KST · KCNA · 503 · seen until Thu 12 Mar, 17:21 KST (35 min)". One that reaches `as_of` is not
// over.
QStringList spellLines(const std::vector<Spell>& spells, const Watchlist& watchlist, UtcTime as_of);
// "2014-12-22 · All four routes … · Dyn Research; ZDNet · minutes". Not measured by this program.
QStringList reportedLines();
// The one of that line in full: what each source said and where, how precise it is, what others claim.
QStringList reportedInFull(int line);

} // namespace kpwatch
