// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/korea_time.h"

namespace kpwatch {

const QTimeZone& koreaZone() {
    static const QTimeZone zone("Asia/Pyongyang");
    return zone;
}

QDateTime inKorea(UtcTime time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), koreaZone()); }

QDateTime inUtc(UtcTime time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC); }

UtcTime instantOf(const QDateTime& time) { return UtcTime{std::chrono::milliseconds{time.toMSecsSinceEpoch()}}; }

} // namespace kpwatch
