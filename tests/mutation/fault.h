// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the seeded faults is in force: the number in KPWATCH_FAULT. Only in the copy of the tree that
// tests/mutation/run.py makes.
#pragma once

#include <cstdlib>

inline bool kpwatchFault(int number) {
    static const char* const said = std::getenv("KPWATCH_FAULT");
    static const int inForce = said == nullptr ? 0 : std::atoi(said);
    return number == inForce;
}
