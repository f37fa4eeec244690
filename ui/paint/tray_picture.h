// SPDX-License-Identifier: GPL-3.0-or-later
// The state for the panel of the desktop: the silhouettes of the states in the one colour of the panel, and of what
// does not answer the count of sites in the square. Any thread.
#pragma once

#include "ui/theme.h"

#include <QImage>

namespace kpwatch {

struct TrayState {
    Verdict icon = Verdict::NotMonitored;
    int down = 0; // sites that do not answer; shown where that is the icon
    bool operator==(const TrayState&) const = default;
};

// What is cut out of a silhouette lets the panel through.
QImage trayPicture(const TrayState& state, const QColor& ink, int size);

} // namespace kpwatch
