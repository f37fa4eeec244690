// SPDX-License-Identifier: GPL-3.0-or-later
// One block of a lane, of one state: its height, texture and colour. What lanes and legends share. Any thread.
#pragma once

#include "ui/theme.h"

#include <QPainter>
#include <QRectF>

namespace kpwatch {

// Whether it is plain rectangles, which need no antialiasing.
bool isPlain(const QRectF& rect, Verdict verdict);
// `rect` has the lane's full height; the state takes its share of it. Below 8 dp of width textures give way to solid or
// broken blocks.
void paintBar(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme);

} // namespace kpwatch
