// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/wire_time.h"

#include "app/words/korea_time.h"
#include "app/words/tr.h"
#include "app/words/words.h"

namespace kpwatch::words {

namespace {

using std::chrono::minutes;

constexpr int daysOfAWeek = 6; // as long as a weekday alone names one day

// "2:16 a.m." or "02:16".
QString clock(const QDateTime& time, CopyStyle style, bool with_half = true) {
    if (style == CopyStyle::Clock24)
        return printed(time, QStringLiteral("HH:mm"));
    const int hour = time.time().hour() % 12 == 0 ? 12 : time.time().hour() % 12;
    QString figure = QStringLiteral("%1:%2").arg(hour).arg(time.time().minute(), 2, 10, QLatin1Char('0'));
    if (!with_half)
        return figure;
    return time.time().hour() < 12 ? Tr::tr("%1 a.m.").arg(figure) : Tr::tr("%1 p.m.").arg(figure);
}

QString gmtClock(UtcTime time, CopyStyle style) {
    return printed(inUtc(time), style == CopyStyle::Wire ? QStringLiteral("HHmm") : QStringLiteral("HH:mm"));
}
QString gmtName(CopyStyle style) { return style == CopyStyle::Wire ? QStringLiteral("GMT") : QStringLiteral("UTC"); }

QString onDay(const QDateTime& day, const TextTimes& times) {
    const QDateTime today = inKorea(times.asOf);
    const qint64 ago = day.date().daysTo(today.date());
    const bool dated = ago > daysOfAWeek || inKorea(times.earliest).date().daysTo(today.date()) > daysOfAWeek;
    QString format = QStringLiteral("dddd");
    if (dated || ago < 0)
        format = day.date().year() == today.date().year() ? QStringLiteral("dddd, d MMMM")
                                                          : QStringLiteral("dddd, d MMMM yyyy");
    return Tr::tr("on %1").arg(printed(day, format));
}

// Korea's clock, said in 24 h and wherever it was another one than today's.
QString zone(UtcTime time, CopyStyle style) {
    const QString name = zoneName(time);
    return style == CopyStyle::Clock24 || name != QLatin1String("KST") ? QLatin1Char(' ') + name : QString();
}

QString gmtWeekday(UtcTime time) { return Tr::tr("on %1").arg(printed(inUtc(time), QStringLiteral("dddd"))); }

// In brackets; its weekday only where it is another than Korea's.
QString gmt(UtcTime from, UtcTime to, CopyStyle style) {
    if (!sameDay(inUtc(from), inUtc(to)))
        return QStringLiteral("(%1 %2 %3–%4 %2 %5)")
            .arg(gmtClock(from, style), gmtName(style), gmtWeekday(from), gmtClock(to, style), gmtWeekday(to));
    const QString clocks = gmtClock(from, style) == gmtClock(to, style)
                               ? gmtClock(from, style)
                               : gmtClock(from, style) + QStringLiteral("–") + gmtClock(to, style);
    if (sameDay(inUtc(to), inKorea(to)) && sameDay(inKorea(from), inKorea(to)))
        return QStringLiteral("(%1 %2)").arg(clocks, gmtName(style));
    return QStringLiteral("(%1 %2 %3)").arg(clocks, gmtName(style), gmtWeekday(to));
}

QString range(UtcTime from, UtcTime to, const TextTimes& times, CopyStyle style) {
    const QDateTime begin = inKorea(from), end = inKorea(to);
    if (!sameDay(begin, end))
        return Tr::tr("between %1 %2 and %3%4 %5 %6")
            .arg(clock(begin, style), onDay(begin, times), clock(end, style), zone(to, style), onDay(end, times),
                 gmt(from, to, style));
    const bool same_half = (begin.time().hour() < 12) == (end.time().hour() < 12);
    return Tr::tr("between %1 and %2%3 %4 %5")
        .arg(clock(begin, style, !same_half), clock(end, style), zone(to, style), onDay(end, times),
             gmt(from, to, style));
}

} // namespace

QString momentAt(UtcTime time, const TextTimes& times, CopyStyle style) {
    const UtcTime minute = floorMinute(time);
    const QDateTime korea = inKorea(minute);
    return QStringLiteral("%1%2 %3 %4")
        .arg(clock(korea, style), zone(time, style), onDay(korea, times), gmt(minute, minute, style));
}

QString datedMoment(UtcTime time, CopyStyle style) {
    const UtcTime minute = floorMinute(time);
    const QDateTime korea = inKorea(minute);
    return QStringLiteral("%1%2 %3 %4")
        .arg(clock(korea, style), zone(time, style),
             Tr::tr("on %1").arg(printed(korea, QStringLiteral("dddd, d MMMM yyyy"))), gmt(minute, minute, style));
}

// " Sat", " 5 Mar"; nothing for today.
static QString shortDay(const QDateTime& day, const QDateTime& today) {
    const qint64 ago = day.date().daysTo(today.date());
    if (ago == 0)
        return {};
    if (ago > 0 && ago <= daysOfAWeek)
        return QLatin1Char(' ') + printed(day, QStringLiteral("ddd"));
    const bool this_year = day.date().year() == today.date().year();
    return QLatin1Char(' ') + printed(day, QStringLiteral("d MMM")) +
           (this_year ? QString() : QStringLiteral(" %1").arg(day.date().year()));
}

QString clockAt(UtcTime time, UtcTime asOf, CopyStyle style) {
    const UtcTime minute = floorMinute(time);
    const QDateTime there = inKorea(minute);
    return QStringLiteral("%1%2 %3 (%4 %5)")
        .arg(clock(there, style), shortDay(there, inKorea(asOf)), zoneName(time), gmtClock(minute, style),
             gmtName(style));
}

bool beganUnseen(const Onset& onset) { return !onset.after || onset.by - *onset.after > minutes{10}; }

QString clockSince(const Onset& onset, UtcTime asOf, CopyStyle style) {
    return beganUnseen(onset) ? Tr::tr("since at least %1").arg(clockAt(ceilMinute(onset.by), asOf, style))
                              : Tr::tr("since %1").arg(clockAt(onset.by, asOf, style));
}

QString changeAt(const Onset& onset, const TextTimes& times, CopyStyle style) {
    if (!onset.after)
        return Tr::tr("at the latest at %1").arg(momentAt(ceilMinute(onset.by), times, style));
    const UtcTime from = floorMinute(*onset.after), to = ceilMinute(onset.by);
    if (to - from <= minutes{1})
        return Tr::tr("at about %1").arg(momentAt(from, times, style));
    return range(from, to, times, style);
}

QString changedSince(const Onset& onset, const TextTimes& times, CopyStyle style) {
    if (beganUnseen(onset))
        return Tr::tr("since at least %1").arg(momentAt(ceilMinute(onset.by), times, style));
    return Tr::tr("since about %1").arg(momentAt(onset.by, times, style));
}

} // namespace kpwatch::words
