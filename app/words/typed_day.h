// SPDX-License-Identifier: GPL-3.0-or-later
// A day as a person types it. Any thread.
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace kpwatch::words {

// "28 Nov 2026", "28 November 2026", "Sat 28 Nov 2026" or what the language in force writes, with or without the
// weekday; in any language also "2026-11-28". Invalid if it is none of these.
QDate typedDay(const QString& text);

// A day for a search, perhaps of any year: "26 Nov", "26 November", "Nov 26", "Thu 26 Nov", "Nov 26, 2026", "11월
// 26일".
struct DayOfYear {
    int month = 1, day = 1;
    std::optional<int> year{};
};
std::optional<DayOfYear> typedDayOfYear(const QString& text);

} // namespace kpwatch::words
