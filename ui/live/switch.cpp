// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/switch.h"

#include "ui/live/controls.h"

#include <QFontMetrics>
#include <QPainter>

namespace kpwatch {

static constexpr int trackWidth = 30, trackHeight = 16, gap = 8, side = 6;

Switch::Switch(const QString& text, QWidget* parent) : Pressable(parent) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFont(kpwatch::font(12, 500));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const {
    const QFontMetrics metrics(font());
    return {2 * side + trackWidth + gap + metrics.horizontalAdvance(text()), std::max(28, metrics.height() + 8)};
}

void Switch::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(side, (height() - trackHeight) / 2.0, trackWidth, trackHeight);
    const bool on = isChecked() && isEnabled();
    painter.setPen(QPen(on ? theme.accent : theme.borderStrong, 1.5));
    painter.setBrush(on ? theme.accent : theme.surface);
    painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), trackHeight / 2.0, trackHeight / 2.0);
    const qreal radius = trackHeight / 2.0 - 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? theme.onAccent : theme.borderStrong);
    painter.drawEllipse(
        QPointF(on ? track.right() - trackHeight / 2.0 : track.left() + trackHeight / 2.0, track.center().y()), radius,
        radius);
    painter.setFont(font());
    painter.setPen(isEnabled() ? theme.text2 : theme.text3);
    painter.drawText(QRectF(track.right() + gap, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()), 6, theme);
}

} // namespace kpwatch
