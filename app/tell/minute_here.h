// SPDX-License-Identifier: GPL-3.0-or-later
// What this computer's clock shows, for quiet hours. Any thread.
#pragma once

#include <QTime>

namespace kpwatch {

inline int minuteHere() { // of the day
    const QTime here = QTime::currentTime();
    return here.hour() * 60 + here.minute();
}

} // namespace kpwatch
