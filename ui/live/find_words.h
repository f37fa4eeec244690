// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody may type to find a stretch of the record: a day as people say it ("last Tuesday", "6 March",
// "2026-03-06"), and words that have to occur. Pure; any thread.
#pragma once

#include "app/story/timeline.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace kpwatch {

struct Sought {
    std::optional<QDate> day; // in Korea
    QStringList words;        // lower case; all of them have to occur
};
// `today`: in Korea. A weekday means the latest one before today, a date without a year the latest one not after it.
Sought sought(const QString& typed, const QDate& today);

// The whole day in Korea.
TimeRange dayInKorea(const QDate& day);

// A stretch of a lane worth finding: everything but answers and the time before the first check.
struct Stretch {
    std::string lane; // id
    TimeRange range;
    Verdict verdict = Verdict::Unknown;
    QString name, state, when, lasted, why; // as shown
    QString haystack;                       // lower case, of all that can be typed to find it
};
// Newest first.
std::vector<Stretch> stretches(const Timeline& record);
std::optional<UtcTime> firstCheck(const Timeline& record); // of any lane
bool matches(const Stretch& stretch, const Sought& wanted);

} // namespace kpwatch
