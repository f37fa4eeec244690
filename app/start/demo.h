// SPDX-License-Identifier: GPL-3.0-or-later
// Real checks against a network that is played on this computer, in a record of their own. Main thread.
#pragma once

#include <string>

namespace kpwatch {

// One of simulation::scenarioNames(), played this many times as fast.
struct Play {
    std::string scenario = "gradual";
    double speed = 1;
};

// The window on it. Needs a QApplication. Returns the exit code; throws InputError, StorageError.
int runDemo(const Play& play);

// The child of the demo: first the watchlist and settings as one line of JSON, then the play, until standard input
// closes.
int runSimulate(const Play& play);

} // namespace kpwatch
