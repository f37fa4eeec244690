// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/typed_day.h"

#include "app/words/language.h"

#include <QRegularExpression>

#include <array>

namespace kpwatch::words {

// 0 if none is called so, here or in English.
static int monthNamed(const QString& name) {
    for (const QLocale& locale : {language(), QLocale::c()})
        for (int month = 1; month <= 12; ++month)
            for (const auto form : {QLocale::ShortFormat, QLocale::LongFormat})
                if (locale.monthName(month, form).compare(name, Qt::CaseInsensitive) == 0)
                    return month;
    return 0;
}

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

std::optional<DayOfYear> typedDayOfYear(const QString& text) {
    static const std::array forms{
        QRegularExpression(
            QStringLiteral("^(?:\\p{L}+,? )?(?<day>\\d{1,2}) (?<month>\\p{L}+)(?:,? (?<year>\\d{4}))?$")),
        QRegularExpression(
            QStringLiteral("^(?:\\p{L}+,? )?(?<month>\\p{L}+) (?<day>\\d{1,2})(?:,? (?<year>\\d{4}))?$")),
        QRegularExpression(
            QStringLiteral("^(?:(?<year>\\d{4})년 ?)?(?<month>\\d{1,2})월 ?(?<day>\\d{1,2})일(?: ?\\(\\p{L}\\))?$"))};
    for (const QRegularExpression& form : forms) {
        const QRegularExpressionMatch match = form.match(text.simplified());
        if (!match.hasMatch())
            continue;
        const QString month = match.captured(QStringLiteral("month")), year = match.captured(QStringLiteral("year"));
        const int number = month.toInt();
        const DayOfYear its{number != 0 ? number : monthNamed(month), match.captured(QStringLiteral("day")).toInt(),
                            year.isEmpty() ? std::nullopt : std::optional(year.toInt())};
        constexpr int leapYear = 2000;
        if (QDate::isValid(its.year.value_or(leapYear), its.month, its.day))
            return its;
    }
    return std::nullopt;
}

} // namespace kpwatch::words
