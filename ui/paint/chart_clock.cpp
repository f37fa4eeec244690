// SPDX-License-Identifier: GPL-3.0-or-later
// Moments in the sentences of a published chart: weekday, year, both clocks.
#include "app/words/korea_time.h"
#include "app/words/language.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/paint/chart_words.h"

namespace kpwatch {

using words::Tr;

namespace {

// Always with the year: what is published is read in other years too, and must not change with the day it is made.
QString dayWithYear(UtcTime time) { return words::printedDate(inKorea(time), words::DateForm::WeekdayYear); }

} // namespace

QString momentWithYear(UtcTime time) { return Tr::tr("%1 on %2").arg(words::clockWithZone(time), dayWithYear(time)); }

QString clockRange(TimeRange range, bool open) {
    const QString end = momentWithYear(range.end);
    const QString begin =
        sameDay(inKorea(range.begin), inKorea(range.end)) ? words::clockKst(range.begin) : momentWithYear(range.begin);
    const QString utc =
        sameDay(inUtc(range.begin), inUtc(range.end))
            ? Tr::tr("%1, %2 to %3 UTC")
                  .arg(words::dayUtc(range.begin), words::clockUtc(range.begin), words::clockUtc(range.end))
            : Tr::tr("%1, %2 to %3, %4 UTC")
                  .arg(words::dayUtc(range.begin), words::clockUtc(range.begin), words::dayUtc(range.end),
                       words::clockUtc(range.end));
    return open ? Tr::tr("from %1, still none at %2 (%3)").arg(begin, end, utc)
                : Tr::tr("from %1 to %2 (%3)").arg(begin, end, utc);
}

} // namespace kpwatch
