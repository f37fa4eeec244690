// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/lane_bar.h"

#include "ui/paint/icons.h"

#include <algorithm>
#include <cmath>

namespace kpwatch {
namespace {

constexpr qreal textureNeeds = 8; // dp of width; narrower ones are solid or broken

// Textures grow with the lane, more slowly than it: 24 dp on screen, 66 px in print.
qreal grain(qreal laneHeight) { return 0.6 + laneHeight / 60; }

QRectF middle(const QRectF& rect, qreal share) {
    const qreal height = std::max<qreal>(1.5, rect.height() * share);
    return {rect.left(), rect.center().y() - height / 2, rect.width(), height};
}

void edges(QPainter& painter, const QRectF& rect, const QColor& colour, qreal width) {
    painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), colour);
    painter.fillRect(QRectF(rect.right() - width, rect.top(), width, rect.height()), colour);
}

// Too narrow for a texture: as many blocks above each other, for without colour a solid one would be an outage.
void broken(QPainter& painter, const QRectF& rect, const QColor& colour, int blocks) {
    const qreal gap = std::round(std::max<qreal>(2, rect.height() / 6));
    const qreal height = (rect.height() - gap * (blocks - 1)) / blocks;
    for (int block = 0; block < blocks; ++block)
        painter.fillRect(QRectF(rect.left(), rect.top() + block * (height + gap), rect.width(), height), colour);
}

void degraded(QPainter& painter, const QRectF& rect, const Theme& theme) {
    const QRectF bar = middle(rect, 0.6);
    painter.fillRect(bar, theme.degraded);
    if (rect.width() >= textureNeeds)
        paintHatch(painter, bar, theme.degradedTint, 5.6 * grain(rect.height()), 1.5 * grain(rect.height()));
}

void errorPage(QPainter& painter, const QRectF& rect, const Theme& theme) {
    const QRectF bar = middle(rect, 0.6);
    painter.fillRect(bar, theme.degraded);
    if (rect.width() < textureNeeds)
        return;
    const qreal stripe = bar.height() / 5;
    for (const int row : {1, 3})
        painter.fillRect(QRectF(bar.left(), bar.top() + row * stripe, bar.width(), stripe), theme.degradedTint);
}

void down(QPainter& painter, const QRectF& rect, const Theme& theme) {
    if (rect.width() < textureNeeds) {
        painter.fillRect(rect, theme.down);
        return;
    }
    const qreal radius = std::min(rect.width() / 3, 2 * grain(rect.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.down);
    painter.drawRoundedRect(rect, radius, radius);
}

void unknown(QPainter& painter, const QRectF& rect, const Theme& theme) {
    const QRectF bar = middle(rect, 0.6);
    const qreal dot = std::max<qreal>(1, grain(rect.height()));
    painter.fillRect(bar, theme.surface2);
    if (rect.width() < textureNeeds) {
        for (qreal y = bar.top() + dot; y + dot <= bar.bottom(); y += 3 * dot)
            painter.fillRect(QRectF(rect.left(), y, std::max<qreal>(dot, rect.width()), dot), theme.unknown);
        return;
    }
    QPen pen(theme.unknown, dot, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1.5, 1.5});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(dot / 2, dot / 2, -dot / 2, -dot / 2));
    const qreal step = 5 * dot;
    painter.setPen(Qt::NoPen);
    for (qreal x = bar.left() + step; x <= bar.right() - step / 2; x += step)
        painter.fillRect(QRectF(x - dot / 2, bar.center().y() - dot / 2, dot, dot), theme.unknown);
}

void blockedHere(QPainter& painter, const QRectF& rect, const Theme& theme) {
    if (rect.width() < textureNeeds) {
        broken(painter, rect, theme.unknown, 2);
        return;
    }
    const qreal line = 1.2 * grain(rect.height());
    painter.fillRect(rect, theme.tint(Verdict::BlockedHere));
    const qreal step = 5 * grain(rect.height());
    for (qreal x = rect.left() + step; x <= rect.right() - step / 2; x += step)
        painter.fillRect(QRectF(x, rect.top(), line, rect.height()), theme.unknown);
    edges(painter, rect, theme.unknown, line);
}

void ownConnectionDown(QPainter& painter, const QRectF& rect, const Theme& theme) {
    if (rect.width() < textureNeeds - 3) { // a cross needs little
        broken(painter, rect, theme.ownLine, 3);
        return;
    }
    const qreal line = 1.1 * grain(rect.height());
    painter.fillRect(rect, theme.ownTint);
    paintHatch(painter, rect, theme.ownLine, 8 * grain(rect.height()), line, true);
    edges(painter, rect, theme.ownLine, 1.4 * line);
}

} // namespace

bool isPlain(const QRectF& rect, Verdict verdict) {
    return verdict == Verdict::Up || (verdict != Verdict::NotMonitored && rect.width() < textureNeeds);
}

void paintBar(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme) {
    if (rect.isEmpty())
        return;
    constexpr qreal tall = 40;
    switch (verdict) {
    case Verdict::Up:
        painter.fillRect(middle(rect, rect.height() > tall ? 0.16 : 0.22), theme.up);
        return;
    case Verdict::Degraded:
        return degraded(painter, rect, theme);
    case Verdict::ErrorPage:
        return errorPage(painter, rect, theme);
    case Verdict::Down:
        return down(painter, rect, theme);
    case Verdict::Unknown:
        return unknown(painter, rect, theme);
    case Verdict::BlockedHere:
        return blockedHere(painter, rect, theme);
    case Verdict::OwnConnectionDown:
        return ownConnectionDown(painter, rect, theme);
    case Verdict::NotMonitored:
        return paintHatch(painter, rect, theme.notMonitored, 6.5 * grain(rect.height()), grain(rect.height()));
    }
    unknown(painter, rect, theme);
}

} // namespace kpwatch
