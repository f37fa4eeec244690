// SPDX-License-Identifier: GPL-3.0-or-later
// Which of two states is told where only one can be: the worse, and of those of which nothing is known the one that was
// looked at. Pure; any thread.
#pragma once

#include "app/story/span.h"

namespace kpwatch {

int weightOf(Verdict verdict); // the larger wins

} // namespace kpwatch
