// SPDX-License-Identifier: GPL-3.0-or-later
// Of whom an incident is told: of all that it touched once it is over, and while it goes on of those alone that do not
// answer now. What has come back must not be said to be silent. Any thread.
#pragma once

#include "app/words/incident.h"

namespace kpwatch::words {

struct ToldOf {
    Touched who;
    std::vector<const Member*> members; // of them
    QStringList sitesBack;              // ids of sites that answer again while others do not
    bool none = false;                  // no watched site answered; now, or when last seen, or at some time of it
    bool now = false;                   // it goes on and is seen: said in the present
    std::optional<UtcTime> unseenFrom;  // it goes on, as far as anybody knows, and is not seen from here on
};

ToldOf toldOf(const IncidentTold& told);

} // namespace kpwatch::words
