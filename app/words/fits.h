// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of trouble a shape fits, and what kind less well: a sentence or two beside an assessment on screen, never a
// cause and never in copy. Any thread.
#pragma once

#include "app/story/assessment.h"

#include <QString>

namespace kpwatch::words {

// "Fits trouble at one server … Fits less well with …"; empty where no shape is claimed.
QString fits(Pattern pattern);
// What the rows of evidence are for and against, where no shape is claimed; else empty: it is the one that is.
QString weighedAgainst(const Assessment& seen);

} // namespace kpwatch::words
