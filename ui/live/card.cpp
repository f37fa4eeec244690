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
    painter.setPen(card ? QPen(theme.border, theme.edge(1)) : QPen(Qt::NoPen));
    painter.setBrush(card ? theme.surface : theme.surface2);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace kpwatch
