// SPDX-License-Identifier: GPL-3.0-or-later
// One block of a lane, of one state: its height, texture and colour. What lanes and legends share. Any thread.
#pragma once

#include "ui/theme.h"

#include <QPainter>
#include <QRectF>

namespace kpwatch {

// `rect` has the lane's full height; the state takes its share of it. Textures give way to solid below 8 dp of width.
void paintBar(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme);

} // namespace kpwatch
