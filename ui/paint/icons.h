// SPDX-License-Identifier: GPL-3.0-or-later
// The silhouettes of the states, drawn by code: all differ at 12 px and without colour. Any thread with a painter.
#pragma once

#include "ui/theme.h"

#include <QPainter>
#include <QRectF>

namespace kpwatch {

void paintIcon(QPainter& painter, const QRectF& square, Verdict verdict, const Theme& theme);
void paintNotApplicable(QPainter& painter, const QRectF& square, const Theme& theme); // a dash
void paintMark(QPainter& painter, const QRectF& square, const Theme& theme);          // the program's own mark

// Lines at 45 degrees cut to the rectangle, without clipping (QSvgGenerator drops clips).
void paintHatch(QPainter& painter, const QRectF& rect, const QColor& colour, qreal spacing, qreal width,
                bool crossed = false);

} // namespace kpwatch
