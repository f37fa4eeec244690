// SPDX-License-Identifier: GPL-3.0-or-later
// What the routes did while nobody watched, in words for a card and the command line. Any thread.
#pragma once

#include "app/story/while_away.h"

#include <QString>
#include <QStringList>

namespace kpwatch::words {

QString whileAwayTitle(const WhileAway& away); // "While not watching (23:41-02:33 KST)"
QString whileAwayUtc(const WhileAway& away);   // the same time by the other clock: "14:41-17:33 UTC"
// A line a side: "Routes via China: visible until 02:04, gone by 02:06, visible again by 02:20". Korea time.
QStringList whileAwayLines(const WhileAway& away);

} // namespace kpwatch::words
