// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/typed_day.h"

#include "app/words/language.h"

namespace kpwatch::words {

QDate typedDay(const QString& text) {
    const QString said = text.simplified();
    if (const QDate day = QDate::fromString(said, Qt::ISODate); day.isValid())
        return day;
    const QString whole = dateFormat(DateForm::WeekdayYear);
    QString plain = whole;
    plain = plain.remove(QStringLiteral("ddd")).remove(QStringLiteral("()")).simplified();
    QString inFull = plain;
    inFull.replace(QStringLiteral("MMM"), QStringLiteral("MMMM"));
    for (const QString& format : {whole, plain, inFull})
        if (const QDate day = language().toDate(said, format); day.isValid())
            return day;
    const auto tight = [](QString spaced) { return spaced.remove(QLatin1Char(' ')); }; // 2026년11월28일
    return language().toDate(tight(said), tight(plain));
}

} // namespace kpwatch::words
