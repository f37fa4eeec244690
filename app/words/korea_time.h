// SPDX-License-Identifier: GPL-3.0-or-later
// Instants as Korea's clocks show them: by the zone database (Asia/Pyongyang), never a fixed offset, because the clocks
// stood at UTC+8:30 from 15 August 2015 to 4 May 2018. Any thread.
#pragma once

#include "probes/utc_time.h"

#include <QDateTime>
#include <QTimeZone>

namespace kpwatch {

const QTimeZone& koreaZone();
QDateTime inKorea(UtcTime time);
QDateTime inUtc(UtcTime time);
UtcTime instantOf(const QDateTime& time);
// Where no seconds are told: what happened between two moments happened between these minutes, too.
UtcTime floorMinute(UtcTime time);
UtcTime ceilMinute(UtcTime time);
bool sameDay(const QDateTime& one, const QDateTime& other);
// By a format of Qt, in English whatever language is spoken.
QString printed(const QDateTime& time, const QString& format);

} // namespace kpwatch
