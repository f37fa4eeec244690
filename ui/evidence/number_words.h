// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of what went out, which are kept as exact as they are known (app/evidence/export_numbers.h), as somebody
// reads them: by the names of the watchlist, times by Korea's clock and lengths in words. What is not known here stays
// as it is, cleaned. Any thread.
#pragma once

#include "app/desk/exports.h"
#include "app/watchlist.h"

#include <QString>

namespace kpwatch {

// "Air Koryo 1: about 25 min from Sat 7 Jun, 02:43 KST".
QString numberInWords(const ExportNumber& number, const Watchlist& watchlist);
// Of changedNumbers(): "KCNA 1: 8 h 12 min from Fri 6 Mar, 02:18 KST, now not there".
QString changeInWords(const std::string& change, const Watchlist& watchlist);

} // namespace kpwatch
