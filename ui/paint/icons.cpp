// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/icons.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kpwatch {
namespace {

// Everything below is drawn on a grid of 16, centre (8, 8).
constexpr qreal centre = 8;

QPen stroke(const QColor& colour, qreal width) { return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}; }

void cross(QPainter& painter, QPointF middle, qreal reach, const QPen& pen) {
    painter.setPen(pen);
    painter.drawLine(middle + QPointF(-reach, -reach), middle + QPointF(reach, reach));
    painter.drawLine(middle + QPointF(reach, -reach), middle + QPointF(-reach, reach));
}

void exclamation(QPainter& painter, qreal top, qreal bottom, qreal dot, const QColor& colour) {
    painter.setPen(stroke(colour, 1.9));
    painter.drawLine(QPointF(centre, top), QPointF(centre, bottom));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(centre, dot), 1.1, 1.1);
}

void up(QPainter& painter, const QColor& colour, const QColor& on) {
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(centre, centre), 7, 7);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(stroke(on, 2));
    painter.drawPolyline(QPolygonF({{4.8, 8.3}, {7.1, 10.6}, {11.3, 5.8}}));
}

void degraded(QPainter& painter, const QColor& colour, const QColor& on) {
    painter.setBrush(colour);
    painter.setPen(stroke(colour, 1.4)); // rounds the corners
    painter.drawPolygon(QPolygonF({{8, 1.7}, {15, 14.2}, {1, 14.2}}));
    exclamation(painter, 6.1, 9.2, 12.1, on);
}

void errorPage(QPainter& painter, const QColor& colour, const QColor& on) {
    painter.setBrush(colour);
    painter.setPen(stroke(colour, 1));
    painter.drawPolygon(QPolygonF({{2.9, 1.5}, {8.8, 1.5}, {13.1, 5.8}, {13.1, 14.5}, {2.9, 14.5}}));
    painter.setPen(stroke(on, 1.1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({{8.6, 1.6}, {8.6, 6}, {13, 6}}));
    cross(painter, {8, 10.3}, 2.1, stroke(on, 1.8));
}

void down(QPainter& painter, const QColor& colour, const QColor& on) {
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 2.6, 2.6);
    cross(painter, {centre, centre}, 3, stroke(on, 2.3));
}

void unknown(QPainter& painter, const QColor& colour) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.6));
    painter.drawEllipse(QPointF(centre, centre), 6.2, 6.2);
    QPainterPath mark;
    mark.moveTo(5.9, 6.5);
    mark.cubicTo(5.9, 3.9, 10.2, 3.9, 10.2, 6.5);
    mark.cubicTo(10.2, 8.1, 8, 8, 8, 9.4);
    painter.setPen(stroke(colour, 1.6));
    painter.drawPath(mark);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(centre, 11.8), 1, 1);
}

void blockedHere(QPainter& painter, const QColor& colour, const QColor& on) {
    constexpr qreal near = 4.9, far = 11.1, edge = 1, other = 15;
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({{near, edge},
                                   {far, edge},
                                   {other, near},
                                   {other, far},
                                   {far, other},
                                   {near, other},
                                   {edge, far},
                                   {edge, near}}));
    painter.setBrush(on);
    painter.drawRoundedRect(QRectF(3.8, 6.5, 8.4, 3), 0.6, 0.6);
}

void notMonitored(QPainter& painter, const QColor& colour) {
    constexpr qreal radius = 6.4;
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(centre, centre), radius, radius);
    painter.setPen(QPen(colour, 1.1, Qt::SolidLine, Qt::FlatCap));
    for (const qreal distance : {-4.2, -1.4, 1.4, 4.2}) {
        // A chord at 45 degrees, `distance` from the centre: cut by hand, because a clip is lost in an SVG.
        const qreal half = std::sqrt(radius * radius - distance * distance) / std::numbers::sqrt2;
        const QPointF middle(centre + distance / std::numbers::sqrt2, centre + distance / std::numbers::sqrt2);
        painter.drawLine(middle + QPointF(-half, half), middle + QPointF(half, -half));
    }
}

void ownConnectionDown(QPainter& painter, const QColor& colour, const QColor& on) {
    painter.setBrush(colour);
    painter.setPen(stroke(colour, 0.8));
    painter.drawPolygon(QPolygonF({{8, 0.5}, {15.5, 8}, {8, 15.5}, {0.5, 8}}));
    exclamation(painter, 4.4, 8.4, 11.5, on);
}

// Sets the painter to the grid for as long as it lives.
class Grid {
  public:
    Grid(QPainter& painter, const QRectF& square) : m_painter(painter) {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.translate(square.topLeft());
        m_painter.scale(square.width() / 16, square.height() / 16);
        m_painter.setPen(Qt::NoPen);
    }
    ~Grid() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Grid)

  private:
    QPainter& m_painter;
};

} // namespace

void paintIcon(QPainter& painter, const QRectF& square, Verdict verdict, const Theme& theme) {
    const Grid grid(painter, square);
    const QColor colour = theme.graphic(verdict);
    switch (verdict) {
    case Verdict::Unknown:
        return unknown(painter, colour);
    case Verdict::Up:
        return up(painter, colour, theme.onAccent);
    case Verdict::Degraded:
        return degraded(painter, colour, theme.onAccent);
    case Verdict::ErrorPage:
        return errorPage(painter, colour, theme.onAccent);
    case Verdict::Down:
        return down(painter, colour, theme.onDown);
    case Verdict::BlockedHere:
        return blockedHere(painter, colour, theme.onAccent);
    case Verdict::OwnConnectionDown:
        return ownConnectionDown(painter, colour, theme.onAccent);
    case Verdict::NotMonitored:
        return notMonitored(painter, colour);
    }
    unknown(painter, colour);
}

void paintNotApplicable(QPainter& painter, const QRectF& square, const Theme& theme) {
    const Grid grid(painter, square);
    painter.setPen(stroke(theme.text3, 1.8));
    painter.drawLine(QPointF(4.5, centre), QPointF(11.5, centre));
}

void paintMark(QPainter& painter, const QRectF& square, const Theme& theme) {
    // A line of answers, broken by one block: the lane in miniature.
    const Grid grid(painter, square);
    painter.setBrush(theme.up);
    painter.drawRoundedRect(QRectF(0, 6.7, 3, 2.6), 1.3, 1.3);
    painter.drawRoundedRect(QRectF(4, 6.7, 3, 2.6), 1.3, 1.3);
    painter.drawRoundedRect(QRectF(12.4, 6.7, 3.6, 2.6), 1.3, 1.3);
    painter.setBrush(theme.down);
    painter.drawRoundedRect(QRectF(8.2, 2, 3, 12), 1, 1);
}

void paintHatch(QPainter& painter, const QRectF& rect, const QColor& colour, qreal spacing, qreal width, bool crossed) {
    if (rect.isEmpty() || spacing <= 0)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    // Rising lines x + y = c. They start from the origin, not from the rectangle: neighbours join without a seam.
    const qreal first = std::ceil((rect.left() + rect.top()) / spacing) * spacing;
    for (qreal c = first; c < rect.right() + rect.bottom(); c += spacing) {
        const qreal from = std::max(rect.left(), c - rect.bottom());
        const qreal to = std::min(rect.right(), c - rect.top());
        if (to > from)
            painter.drawLine(QPointF(from, c - from), QPointF(to, c - to));
    }
    // Falling lines x - y = c.
    const qreal firstFalling = std::ceil((rect.left() - rect.bottom()) / spacing) * spacing;
    for (qreal c = firstFalling; crossed && c < rect.right() - rect.top(); c += spacing) {
        const qreal from = std::max(rect.left(), c + rect.top());
        const qreal to = std::min(rect.right(), c + rect.bottom());
        if (to > from)
            painter.drawLine(QPointF(from, from - c), QPointF(to, to - c));
    }
    painter.restore();
}

} // namespace kpwatch
