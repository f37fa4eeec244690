// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks and calendar days of words.h.
#include "app/words/korea_time.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <QLocale>

namespace kpwatch::words {
namespace {

// English names of days and months whatever the system's locale: the sentences around them are English too.
QString printed(const QDateTime& time, const QString& format) { return QLocale::c().toString(time, format); }

} // namespace

QString clockKst(UtcTime time) { return printed(inKorea(time), QStringLiteral("HH:mm")); }
QString clockUtc(UtcTime time) { return printed(inUtc(time), QStringLiteral("HH:mm")); }
QString clockKstSeconds(UtcTime time) { return printed(inKorea(time), QStringLiteral("HH:mm:ss")); }
QString clockUtcSeconds(UtcTime time) { return printed(inUtc(time), QStringLiteral("HH:mm:ss")); }
QString dayKst(UtcTime time) { return printed(inKorea(time), QStringLiteral("d MMM")); }
QString dayUtc(UtcTime time) { return printed(inUtc(time), QStringLiteral("d MMM")); }

QString weekdayDayKst(UtcTime time) {
    const QDateTime day = inKorea(time);
    const bool thisYear = day.date().year() == inKorea(utcNow()).date().year();
    return printed(day, thisYear ? QStringLiteral("ddd d MMM") : QStringLiteral("ddd d MMM yyyy"));
}

QString stampKst(UtcTime time) {
    return QStringLiteral("%1, %2 %3").arg(weekdayDayKst(time), clockKst(time), zoneName(time));
}

QString stampUtc(UtcTime time) { return QStringLiteral("%1 UTC").arg(clockUtc(time)); }

QString zoneName(UtcTime time) {
    constexpr int kst_s = 9 * 3600;
    const int offset_s = inKorea(time).offsetFromUtc();
    if (offset_s == kst_s)
        return Tr::tr("KST");
    return Tr::tr("Pyongyang time (UTC+%1:%2)").arg(offset_s / 3600).arg(offset_s / 60 % 60, 2, 10, QLatin1Char('0'));
}

} // namespace kpwatch::words
