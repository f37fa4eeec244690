// SPDX-License-Identifier: GPL-3.0-or-later
// The one sentence of a chart: who did not answer, and for how long. Any thread.
#pragma once

#include "app/words/told_of.h"

namespace kpwatch::words {

struct Finding {
    QString who;                   // "None of the four sites", "KCNA"
    bool none = false;             // who says no
    bool many = false;             // who are several
    bool together = true;          // else at one time or another
    QString howLong;               // "about eight hours"
    std::optional<UtcTime> asOf{}; // it goes on
};

QString sentence(const Finding& finding);    // "KCNA did not answer for about three hours"; no full stop
Finding findingOf(const IncidentTold& told); // what its copy says, in running text

// How long the subject was silent, as far as that was seen: of several times their sum; of what goes on, so far.
enum class LengthStyle { Rounded, Loose };          // as roundedLength(), looseLength()
QString inAll(const QString& length, bool several); // of several times "20 min in all", else as it is
QString subjectLength(const IncidentTold& told, const ToldOf& of, LengthStyle style);

} // namespace kpwatch::words
