// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/card.h"

#include "ui/live/controls.h"

#include <QPainter>

namespace kpwatch {

Card::Card(Ground ground, QWidget* parent) : QWidget(parent), m_ground(ground) {}

void Card::paintEvent(QPaintEvent* /*event*/) {
    const Theme& theme = themeInForce();
    const bool card = m_ground == Ground::Card;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal edge = theme.edge(1), inside = edge / 2;
    painter.setPen(card ? QPen(theme.border, edge) : QPen(Qt::NoPen));
    painter.setBrush(card ? theme.surface : theme.surface2);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inside, inside, -inside, -inside), 8, 8);
}

} // namespace kpwatch
