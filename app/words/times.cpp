// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks and calendar days of words.h.
#include "app/words/korea_time.h"
#include "app/words/language.h"
#include "app/words/tr.h"
#include "app/words/words.h"

namespace kpwatch::words {

QString clockKst(UtcTime time) { return printed(inKorea(time), QStringLiteral("HH:mm")); }
QString clockUtc(UtcTime time) { return printed(inUtc(time), QStringLiteral("HH:mm")); }
QString clockKstSeconds(UtcTime time) { return printed(inKorea(time), QStringLiteral("HH:mm:ss")); }
QString clockUtcSeconds(UtcTime time) { return printed(inUtc(time), QStringLiteral("HH:mm:ss")); }
QString clockWithZone(UtcTime time) { return QStringLiteral("%1 %2").arg(clockKst(time), zoneName(time)); }
QString dayKst(UtcTime time) { return printedDate(inKorea(time), DateForm::Day); }
QString dayUtc(UtcTime time) { return printedDate(inUtc(time), DateForm::Day); }

QString weekdayDayKst(UtcTime time) {
    const QDateTime day = inKorea(time);
    const bool thisYear = day.date().year() == inKorea(utcNow()).date().year();
    return printedDate(day, thisYear ? DateForm::Weekday : DateForm::WeekdayYear);
}

QString stampKst(UtcTime time) { return QStringLiteral("%1, %2").arg(weekdayDayKst(time), clockWithZone(time)); }

QString stampUtc(UtcTime time) { return QStringLiteral("%1 UTC").arg(clockUtc(time)); }

QString zoneName(UtcTime time) {
    constexpr int kst_s = 9 * 3600;
    const int offset_s = inKorea(time).offsetFromUtc();
    if (offset_s == kst_s)
        return Tr::tr("KST");
    return Tr::tr("Pyongyang time (UTC+%1:%2)").arg(offset_s / 3600).arg(offset_s / 60 % 60, 2, 10, QLatin1Char('0'));
}

} // namespace kpwatch::words
