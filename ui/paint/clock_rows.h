// SPDX-License-Identifier: GPL-3.0-or-later
// The two rows of clocks above lanes and ladders, Korea time over UTC, and the lines that go down from them. Any thread
// that may paint.
#pragma once

#include "ui/paint/time_axis.h"
#include "ui/theme.h"

#include <QPainter>
#include <QRectF>

namespace kpwatch {

qreal clockRowsHeight(); // grows with the text

// `rect` is all of the picture: names of the clocks left of the axis, lines down to its bottom.
void paintClockRows(QPainter& painter, const QRectF& rect, const TimeAxis& axis, const Theme& theme);

} // namespace kpwatch
