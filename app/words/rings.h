// SPDX-License-Identifier: GPL-3.0-or-later
// How our own line and the way there do, by the rings of addresses that test them; and the counts behind "slow or
// patchy" and "checking again". Any thread.
#pragma once

#include "app/story/judge.h"

#include <QString>
#include <QStringList>

namespace kpwatch::words {

// "Our own line", "The way there, China side", ...
QString ring(Ring ring);
QString transport(Transport transport); // "TCP", "UDP", "mail", "ping"

// One line per ring, in the order they are given: "Our own line: 4 of 5 answer (TCP), 2 of 2 (UDP)". Of the negative
// ring it is the silence that is right.
QStringList ringLines(const std::vector<RingStatus>& rings);

// Why nothing can be said, where that depends on what was asked: "port 25 can't be tested from here".
QString reasonFor(Reason reason, Transport asked);

// "12 of 60 tries lost, 0 % on the way there", "640 ms, usually 210 ms".
QString patchy(const Patchy& patchy);
QString checkingAgain(const Checking& checking); // "Checking again, 2 of 3 failed"

// "An outage of 6 min 20 s or longer is always found."
QString guarantee(std::chrono::milliseconds detection);

} // namespace kpwatch::words
