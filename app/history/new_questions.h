// SPDX-License-Identifier: GPL-3.0-or-later
// Where lanes go on with another question: one that feeds them has been asked something else since then. A value.
#pragma once

#include "probes/utc_time.h"

#include <map>
#include <string>
#include <vector>

namespace kpwatch {

using NewQuestions = std::map<std::string, std::vector<UtcTime>>; // of lanes by their ids, in order; most have none

} // namespace kpwatch
