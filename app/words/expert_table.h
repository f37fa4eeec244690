// SPDX-License-Identifier: GPL-3.0-or-later
// The longest of the four lengths of copy: one line a target, tabs between its columns, all times in UTC to the second,
// "-" for what is not known. The same figures in every language, whose words the caller brings. Any thread.
#pragma once

#include "app/words/incident.h"

namespace kpwatch::words {

struct TableWords {
    QString heading;                                  // "... %1 ... %2": the incident's id, as of
    QString columns;                                  // their names, in the order of a line, tabs between them
    QString (*failure)(Stage stage, Failure failure); // of the first failed check
};

// The heading, the names of the columns, then a line a target in the order of the incident's members. What comes from
// the network or the watchlist is cleaned.
QString expertTable(const IncidentTold& told, const TableWords& words);

} // namespace kpwatch::words
