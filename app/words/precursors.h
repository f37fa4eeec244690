// SPDX-License-Identifier: GPL-3.0-or-later
// What was slow or an error page in the hour before an incident began, line by line. Any thread.
#pragma once

#include "app/words/incident.h"

namespace kpwatch::words {

QString precursorsHeading();
// "KCNA: slow or patchy, Thu 12 Mar, 16:46 KST to 17:02 KST (16 min)"; at most ten and how many more. Never empty: says
// that none was seen.
QStringList precursors(const IncidentTold& told);

} // namespace kpwatch::words
