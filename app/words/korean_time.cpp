// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/korean_time.h"

#include "app/words/korea_time.h"

#include <QLocale>

#include <array>

namespace kpwatch::words::korean {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

QString clock24(const QDateTime& time) { return QLocale::c().toString(time, QStringLiteral("HH:mm")); }

QString half(const QDateTime& time) {
    const int hour = time.time().hour();
    return hour == 12 ? QStringLiteral("낮") : hour < 12 ? QStringLiteral("오전") : QStringLiteral("오후");
}
// "10시 38분", "10시".
QString hourAndMinute(int hour, int minute) {
    const QString text = QStringLiteral("%1시").arg(hour);
    return minute == 0 ? text : text + QStringLiteral(" %1분").arg(minute);
}
QString twelve(const QDateTime& time) {
    const int hour = time.time().hour();
    return hourAndMinute(hour > 12 ? hour - 12 : hour, time.time().minute()); // midnight is 오전 0시
}
QString clock(const QDateTime& time, CopyStyle style) {
    return style == CopyStyle::Clock24 ? clock24(time) : half(time) + QLatin1Char(' ') + twelve(time);
}

QString dayOfMonth(const QDateTime& day) {
    static const std::array names{QStringLiteral("월"), QStringLiteral("화"), QStringLiteral("수"),
                                  QStringLiteral("목"), QStringLiteral("금"), QStringLiteral("토"),
                                  QStringLiteral("일")};
    return QStringLiteral("%1일(%2)")
        .arg(day.date().day())
        .arg(names[static_cast<std::size_t>(day.date().dayOfWeek() - 1)]);
}

// As the Korean press dates what it tells: "11월 26일(목)"; the year where it is another one.
QString onDay(const QDateTime& day, const QDate& told) {
    const QString full = QStringLiteral("%1월 %2").arg(day.date().month()).arg(dayOfMonth(day));
    return day.date().year() == told.year() ? full : QStringLiteral("%1년 ").arg(day.date().year()) + full;
}
QString onDay(const QDateTime& day, UtcTime asOf) { return onDay(day, inKorea(asOf).date()); }

// A day beside another that was told in full: its month only where that is another one.
QString beside(const QDateTime& day, const QDate& told) {
    const bool same_month = day.date().year() == told.year() && day.date().month() == told.month();
    return same_month ? dayOfMonth(day) : onDay(day, told);
}

bool isKst(UtcTime time) { return inKorea(time).offsetFromUtc() == 9 * 3600; }
// Korea's clock, said in 24 h and wherever it was another one than today's.
QString zone(UtcTime time, CopyStyle style) {
    if (!isKst(time))
        return QStringLiteral(" 평양시간(UTC+8:30)");
    return style == CopyStyle::Clock24 ? QStringLiteral(" KST") : QString();
}

// "10시 38~41분", "10시 58분~11시 2분".
QString span(const QDateTime& from, const QDateTime& to, const QString& first, const QString& last) {
    if (first == last)
        return first;
    const bool same_hour = from.time().hour() == to.time().hour() && from.time().minute() != 0;
    return same_hour ? first.chopped(1) + QStringLiteral("~%1분").arg(to.time().minute())
                     : first + QLatin1Char('~') + last;
}

QString gmtClock(const QDateTime& time) { return hourAndMinute(time.time().hour(), time.time().minute()); }

// Its day only where it is another than Korea's.
QString gmt(UtcTime from, UtcTime to, CopyStyle style) {
    const QDateTime begin = inUtc(from), end = inUtc(to);
    const QDate told = inKorea(from).date();
    const bool wire = style == CopyStyle::Wire;
    const auto print = [wire](const QDateTime& time) { return wire ? gmtClock(time) : clock24(time); };
    const QString name = wire ? QStringLiteral("그리니치 표준시 ") : QString();
    const QString utc = wire ? QString() : QStringLiteral(" UTC");
    if (!sameDay(begin, end))
        return QStringLiteral("(%1%2 %3~%4 %5%6)")
            .arg(name, beside(begin, told), print(begin), beside(end, told), print(end), utc);
    const bool as_korea = sameDay(end, inKorea(to)) && sameDay(inKorea(from), inKorea(to));
    const QString day = as_korea ? QString() : beside(end, told) + QLatin1Char(' ');
    const QString clocks = wire                         ? span(begin, end, print(begin), print(end))
                           : print(begin) == print(end) ? print(begin)
                                                        : print(begin) + QLatin1Char('~') + print(end);
    return QStringLiteral("(%1%2%3%4)").arg(name, day, clocks, utc);
}

QString moment(UtcTime time, UtcTime asOf, CopyStyle style, const QString& about = {}) {
    const UtcTime minute = floorMinute(time);
    const QDateTime korea = inKorea(minute);
    return onDay(korea, asOf) + QLatin1Char(' ') + clock(korea, style) + zone(time, style) + about +
           gmt(minute, minute, style);
}

QString range(UtcTime from, UtcTime to, UtcTime asOf, CopyStyle style) {
    const QDateTime begin = inKorea(from), end = inKorea(to);
    QString clocks;
    if (!sameDay(begin, end))
        clocks = QStringLiteral("%1~%2 %3").arg(clock(begin, style), beside(end, begin.date()), clock(end, style));
    else if (style == CopyStyle::Clock24)
        clocks = clock24(begin) + QLatin1Char('~') + clock24(end);
    else if (half(begin) == half(end))
        clocks = half(begin) + QLatin1Char(' ') + span(begin, end, twelve(begin), twelve(end));
    else
        clocks = clock(begin, style) + QLatin1Char('~') + clock(end, style);
    return onDay(begin, asOf) + QLatin1Char(' ') + clocks + zone(to, style) + QStringLiteral(" 사이") +
           gmt(from, to, style);
}

} // namespace

QString atMoment(UtcTime time, UtcTime asOf, CopyStyle style) { return moment(time, asOf, style); }

QString clockOf(UtcTime time, UtcTime asOf, CopyStyle style) {
    const UtcTime minute = floorMinute(time);
    const QDateTime there = inKorea(minute);
    const QString day = sameDay(there, inKorea(asOf)) ? QString() : onDay(there, asOf) + QLatin1Char(' ');
    if (style == CopyStyle::Clock24 || !isKst(time))
        return day + clock(there, style) + zone(time, style);
    return day + clock(there, style) + QStringLiteral("(한국시간)");
}

QString whenChanged(const Onset& onset, UtcTime asOf, CopyStyle style) {
    if (!onset.after)
        return QStringLiteral("늦어도 ") + moment(ceilMinute(onset.by), asOf, style);
    const UtcTime from = floorMinute(*onset.after), to = ceilMinute(onset.by);
    if (to - from <= minutes{1})
        return moment(from, asOf, style, QStringLiteral("께"));
    return range(from, to, asOf, style);
}

QString sinceWhen(const Onset& onset, UtcTime asOf, CopyStyle style) {
    if (beganUnseen(onset))
        return QStringLiteral("적어도 %1부터").arg(moment(ceilMinute(onset.by), asOf, style));
    return moment(onset.by, asOf, style, QStringLiteral("께")) + QStringLiteral("부터");
}

QString sinceClock(const Onset& onset, UtcTime asOf, CopyStyle style) {
    return beganUnseen(onset) ? QStringLiteral("늦어도 ") + clockOf(ceilMinute(onset.by), asOf, style)
                              : clockOf(onset.by, asOf, style);
}

QString duration(std::chrono::milliseconds length) {
    if (length < minutes{1})
        return QStringLiteral("1분 미만");
    const auto joined = [](const QString& large, qint64 small, const QString& unit) {
        return small == 0 ? large : large + QStringLiteral(" %1%2").arg(small).arg(unit);
    };
    if (length < hours{1})
        return QStringLiteral("%1분").arg(length / minutes{1});
    if (length < hours{48})
        return joined(QStringLiteral("%1시간").arg(length / hours{1}), length % hours{1} / minutes{1},
                      QStringLiteral("분"));
    return joined(QStringLiteral("%1일").arg(length / days{1}), length % days{1} / hours{1}, QStringLiteral("시간"));
}

} // namespace kpwatch::words::korean
