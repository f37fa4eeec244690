// SPDX-License-Identifier: GPL-3.0-or-later
// What a person agrees to before the first check leaves: shown in the window, printed in the terminal and kept in the
// record in the same words. Any thread.
#pragma once

#include "app/way_out.h"

#include <QString>

#include <vector>

namespace kpwatch {

// Numbers of what is going to be sent, from the watchlist in force (whose intervals the settings gave).
struct PlannedChecks {
    int perDay = 0; // to the watched addresses: checks, and look-ups of the sites' addresses
    double perMinute = 0;
    int lineControls = 0;                                // computers elsewhere that our own line is tested with
    int controlInterval_s = 0;                           // of the most frequent of them
    int eastAsia = 0, chinaUnicom = 0, transTeleCom = 0; // computers on the way there
    int controlsPerDay = 0; // checks of all that test our side, addresses that nobody has among them
};
PlannedChecks plannedChecks(const Watchlist& watchlist, const WayOut& way = Direct{});

namespace words {

struct AgreementPoint {
    QString title, text;
};
// Four points for the two ways that send, one for the way that does not.
std::vector<AgreementPoint> agreement(const Watchlist& watchlist, const WayOut& way);
// All of them as one text of lines.
QString agreementText(const Watchlist& watchlist, const WayOut& way);

QString wayOut(const WayOut& way); // "from this computer", "through the proxy at 127.0.0.1:9050", "not at all"

} // namespace words

} // namespace kpwatch
