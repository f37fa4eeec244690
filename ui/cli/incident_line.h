// SPDX-License-Identifier: GPL-3.0-or-later
// One incident as a line of the log that a terminal shows. Pure.
#pragma once

#include "app/words/incident.h"

#include <string>

namespace kpwatch {

// "ID  Thu 5 Mar, 10:40 KST  KCNA does not answer; so far 2 h 12 min; one server". While it goes on the length is that
// of whom the title names.
std::string incidentLine(const words::IncidentTold& told);

} // namespace kpwatch
