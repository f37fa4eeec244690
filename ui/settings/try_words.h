// SPDX-License-Identifier: GPL-3.0-or-later
// What one check made for a person found, phase by phase, in words. Pure; any thread.
#pragma once

#include "probes/observation.h"

#include <QStringList>

namespace kpwatch {

// "Its name was found at 175.45.176.71, after 210 ms.", "Connected after 420 ms.", "It answered: status 200.", ... The
// last line says what came of it. `addresses`: where the name was found to live.
QStringList tryWords(const Observation& seen, const std::vector<std::string>& addresses);

} // namespace kpwatch
