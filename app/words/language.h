// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the words, which names of days and months follow: that of the translation in force, English without
// one, whatever the system's locale. How a date is put together is a word like any other. Any thread.
#pragma once

#include "app/words/tr.h"

#include <QDateTime>
#include <QLocale>

namespace kpwatch::words {

// While it lives, the words of this thread are in this language ("en", "ko"), whatever the window speaks: for what
// leaves in it. Without a code nothing changes.
class InLanguage {
  public:
    explicit InLanguage(const QString& code);
    ~InLanguage();
    InLanguage(const InLanguage&) = delete;
    InLanguage& operator=(const InLanguage&) = delete;
    InLanguage(InLanguage&&) = delete;
    InLanguage& operator=(InLanguage&&) = delete;
    static const QString& wanted(); // who translates asks; empty: the window's

  private:
    QString m_before;
};

inline QString languageCode() {
    //: The code of the language that this file is in: "ko".
    return Tr::tr("en");
}

inline QLocale language() {
    const QString code = languageCode();
    return code == QLatin1String("en") ? QLocale::c() : QLocale(code);
}

enum class DateForm { Day, Weekday, WeekdayYear, Month, Year };
inline QString dateFormat(DateForm form) {
    switch (form) {
    case DateForm::Day:
        //: As QDateTime::toString has it: 12 Mar
        return Tr::tr("d MMM");
    case DateForm::Weekday:
        //: As QDateTime::toString has it: Thu 12 Mar
        return Tr::tr("ddd d MMM");
    case DateForm::WeekdayYear:
        //: As QDateTime::toString has it: Thu 12 Mar 2026
        return Tr::tr("ddd d MMM yyyy");
    case DateForm::Month:
        //: As QDateTime::toString has it: Mar
        return Tr::tr("MMM");
    case DateForm::Year:
        //: As QDateTime::toString has it: 2026
        return Tr::tr("yyyy");
    }
    return Tr::tr("d MMM");
}

inline QString printedDate(const QDateTime& time, DateForm form) { return language().toString(time, dateFormat(form)); }

} // namespace kpwatch::words
