// SPDX-License-Identifier: GPL-3.0-or-later
// Of whom English copy tells, and with which verb: the same in an alert and in its longer forms. Any thread.
#pragma once

#include "app/words/told_of.h"

namespace kpwatch::words {

// "North Korean" said once: labels of sites are names already.
QString copySubject(const IncidentTold& told);
// What goes on is told since when it does, and that takes another tense than a title.
QString copyVerb(const Clause& clause, const ToldOf& of);

} // namespace kpwatch::words
