// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/find_words.h"

#include "app/story/down_length.h"
#include "app/words/korea_time.h"
#include "app/words/label.h"
#include "app/words/language.h"
#include "app/words/words.h"
#include "ui/live/span_words.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace kpwatch {

namespace {

// Three letters are enough of a name of a day or a month, and more have to be right.
bool means(const QString& typed, const QString& name) {
    return typed.size() >= 3 && name.startsWith(typed, Qt::CaseInsensitive);
}

std::optional<int> weekdayNamed(const QString& word) {
    for (int day = 1; day <= 7; ++day)
        if (means(word, QLocale::c().dayName(day)) || means(word, words::language().dayName(day)))
            return day;
    return std::nullopt;
}

std::optional<int> monthNamed(const QString& word) {
    for (int month = 1; month <= 12; ++month)
        if (means(word, QLocale::c().monthName(month)) || means(word, words::language().monthName(month)))
            return month;
    return std::nullopt;
}

std::optional<int> numberIn(const QString& word, int least, int most) {
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

// Takes the words of a day out of the list.
class DayReader {
  public:
    DayReader(QStringList& words, const QDate& today) : m_words(words), m_today(today) {}

    std::optional<QDate> read() {
        for (qsizetype at = 0; at < m_words.size(); ++at)
            for (const auto reader : {&DayReader::named, &DayReader::iso, &DayReader::dated})
                if (const std::optional<QDate> day = (this->*reader)(at); day)
                    return day;
        return std::nullopt;
    }

  private:
    QString word(qsizetype at) const { return at >= 0 && at < m_words.size() ? m_words[at] : QString(); }
    void remove(qsizetype from, qsizetype count) { m_words.remove(from, count); }

    std::optional<QDate> named(qsizetype at) {
        const QString first = word(at);
        if (first == QLatin1String("today") || first == QLatin1String("yesterday")) {
            remove(at, 1);
            return m_today.addDays(first == QLatin1String("today") ? 0 : -1);
        }
        const bool last = first == QLatin1String("last") || first == QLatin1String("on");
        const std::optional<int> weekday = weekdayNamed(last ? word(at + 1) : first);
        if (!weekday || monthNamed(word(at + (last ? 2 : 1))) || numberIn(word(at + (last ? 2 : 1)), 1, 31))
            return std::nullopt; // "Tue 24 Nov" is read by its date
        remove(at, last ? 2 : 1);
        const int back = (m_today.dayOfWeek() - *weekday + 6) % 7 + 1; // 1 to 7
        return m_today.addDays(-back);
    }

    std::optional<QDate> iso(qsizetype at) {
        const QDate day = QDate::fromString(word(at), Qt::ISODate);
        if (!day.isValid())
            return std::nullopt;
        remove(at, 1);
        return day;
    }

    // "6 march", "march 6", with or without a year behind it and a weekday before it.
    std::optional<QDate> dated(qsizetype at) {
        std::optional<int> day = numberIn(word(at), 1, 31), month = monthNamed(word(at + 1));
        if (!day || !month) {
            month = monthNamed(word(at));
            day = numberIn(word(at + 1), 1, 31);
        }
        if (!day || !month)
            return std::nullopt;
        const std::optional<int> year = numberIn(word(at + 2), 2000, 2100);
        QDate meant(year.value_or(m_today.year()), *month, *day);
        if (!meant.isValid())
            return std::nullopt;
        if (!year && meant > m_today)
            meant = meant.addYears(-1);
        const bool weekday = at > 0 && weekdayNamed(word(at - 1));
        remove(weekday ? at - 1 : at, (year ? 3 : 2) + (weekday ? 1 : 0));
        return meant;
    }

    QStringList& m_words;
    QDate m_today;
};

bool isWorthFinding(const Span& span) {
    switch (span.verdict) {
    case Verdict::Up:
        return false;
    case Verdict::NotMonitored:
        return span.reason != Reason::NotStarted;
    case Verdict::Degraded:
    case Verdict::ErrorPage:
    case Verdict::Down:
    case Verdict::Unknown:
    case Verdict::BlockedHere:
    case Verdict::OwnConnectionDown:
        return true;
    }
    return true;
}

Stretch stretchOf(const Lane& lane, std::size_t index, const std::vector<DownLength>& wholes) {
    const Span& span = lane.spans[index];
    Stretch made{lane.id, span.range, span.verdict};
    made.name = words::label(lane.label);
    made.state = spanState(lane.kind, span);
    made.when = words::stampKst(knownRange(lane, index).begin);
    made.lasted = spanLength(lane, index, wholes);
    made.why = spanReason(span);
    const QStringList all{made.name,
                          words::cleaned(lane.label), // by either name
                          words::label(lane.shortLabel),
                          words::cleaned(lane.host),
                          made.state,
                          made.when,
                          made.why,
                          QLocale::c().toString(inKorea(span.range.begin), QStringLiteral("dddd MMMM yyyy"))};
    made.haystack = all.join(QLatin1Char(' ')).toLower();
    return made;
}

// Days as Korean has them, in the form that is read: "3월 6일(금)" is "6 March", "지난 화요일" is "Tuesday".
QString withEnglishDays(QString typed) {
    static const QRegularExpression date(QStringLiteral(
        "(?:(\\d{4})년\\s*)?(\\d{1,2})월\\s*(\\d{1,2})일(?:\\s*\\([월화수목금토일]\\)|\\s*[월화수목금토일]요일)?"));
    static const QRegularExpression weekday(QStringLiteral("(?:지난\\s*)?([월화수목금토일])요일"));
    for (auto its = date.match(typed); its.hasMatch(); its = date.match(typed)) {
        const int month = its.captured(2).toInt();
        const QString day =
            QStringLiteral(" %1 %2 %3 ")
                .arg(its.captured(3), month >= 1 && month <= 12 ? QLocale::c().monthName(month) : QString(),
                     its.captured(1));
        typed.replace(its.capturedStart(), its.capturedLength(), day);
    }
    for (auto its = weekday.match(typed); its.hasMatch(); its = weekday.match(typed)) {
        const auto day = static_cast<int>(QStringLiteral("월화수목금토일").indexOf(its.captured(1))) + 1;
        typed.replace(its.capturedStart(), its.capturedLength(), QLocale::c().dayName(day));
    }
    return typed.replace(QStringLiteral("오늘"), QStringLiteral("today"))
        .replace(QStringLiteral("어제"), QStringLiteral("yesterday"));
}

} // namespace

Sought sought(const QString& typed, const QDate& today) {
    static const QRegularExpression gaps(QStringLiteral("[\\s,]+"));
    Sought result;
    result.words = withEnglishDays(typed).toLower().split(gaps, Qt::SkipEmptyParts);
    result.day = DayReader(result.words, today).read();
    return result;
}

TimeRange dayInKorea(const QDate& day) {
    return {instantOf(day.startOfDay(koreaZone())), instantOf(day.addDays(1).startOfDay(koreaZone()))};
}

std::vector<Stretch> stretches(const Timeline& record) {
    std::vector<Stretch> found;
    for (const Lane& lane : record.lanes) {
        const std::vector<DownLength> wholes = downLengths(lane);
        for (std::size_t index = 0; index < lane.spans.size(); ++index)
            if (isWorthFinding(lane.spans[index]))
                found.push_back(stretchOf(lane, index, wholes));
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const Stretch& each) { return each.range.begin; });
    return found;
}

std::optional<UtcTime> firstCheck(const Timeline& record) {
    std::optional<UtcTime> first;
    for (const Lane& lane : record.lanes)
        for (const Span& span : lane.spans)
            if (span.reason != Reason::NotStarted && (!first || span.range.begin < *first))
                first = span.range.begin;
    return first;
}

bool matches(const Stretch& stretch, const Sought& wanted) {
    if (wanted.day) {
        const TimeRange day = dayInKorea(*wanted.day);
        if (stretch.range.end <= day.begin || stretch.range.begin >= day.end)
            return false;
    }
    return std::ranges::all_of(wanted.words, [&](const QString& word) { return stretch.haystack.contains(word); });
}

} // namespace kpwatch
