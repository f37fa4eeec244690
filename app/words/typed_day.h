// SPDX-License-Identifier: GPL-3.0-or-later
// A day as a person types it. Any thread.
#pragma once

#include <QDate>
#include <QString>

namespace kpwatch::words {

// "28 Nov 2026", "28 November 2026", "Sat 28 Nov 2026" or what the language in force writes, with or without the
// weekday; in any language also "2026-11-28". Invalid if it is none of these.
QDate typedDay(const QString& text);

} // namespace kpwatch::words
