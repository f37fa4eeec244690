// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/korea_time.h"

#include <QLocale>

namespace kpwatch {

const QTimeZone& koreaZone() {
    static const QTimeZone zone("Asia/Pyongyang");
    return zone;
}

QDateTime inKorea(UtcTime time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), koreaZone()); }

QDateTime inUtc(UtcTime time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC); }

UtcTime instantOf(const QDateTime& time) {
    const auto read = [](qint64 at, const QDateTime& like) {
        const QDateTime back = QDateTime::fromMSecsSinceEpoch(at, like.timeZone());
        return QDateTime(back.date(), back.time(), Qt::UTC);
    };
    // Within hours of a day on which clocks were set, Qt 6.4 takes the zone of the other side.
    const qint64 at = time.toMSecsSinceEpoch();
    const QDateTime asked(time.date(), time.time(), Qt::UTC);
    const qint64 mended = at + read(at, time).msecsTo(asked);
    return UtcTime{std::chrono::milliseconds{read(mended, time) == asked ? mended : at}};
}

UtcTime floorMinute(UtcTime time) { return std::chrono::floor<std::chrono::minutes>(time); }

UtcTime ceilMinute(UtcTime time) { return std::chrono::ceil<std::chrono::minutes>(time); }

bool sameDay(const QDateTime& one, const QDateTime& other) { return one.date() == other.date(); }

QString printed(const QDateTime& time, const QString& format) { return QLocale::c().toString(time, format); }

} // namespace kpwatch
