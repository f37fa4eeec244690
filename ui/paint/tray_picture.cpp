// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/tray_picture.h"

#include "ui/paint/icons.h"

#include <algorithm>

namespace kpwatch {

namespace {

// Black silhouettes with white in them; afterwards black becomes the ink, and white nothing.
Theme blackOnWhite() {
    Theme theme = Theme::light();
    theme.up = theme.degraded = theme.down = theme.unknown = theme.notMonitored = theme.ownLine = Qt::black;
    theme.onAccent = theme.onDown = Qt::white;
    return theme;
}

void paintCount(QPainter& painter, const QRectF& square, int count) {
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal unit = square.width() / 16;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(square.adjusted(unit, unit, -unit, -unit), 2.6 * unit, 2.6 * unit);
    const QString text = count > 9 ? QStringLiteral("9+") : QString::number(count);
    QFont face = printFont((text.size() > 1 ? 8.5 : 11.5) * unit, 700);
    face.setHintingPreference(QFont::PreferNoHinting);
    painter.setFont(face);
    painter.setPen(Qt::white);
    painter.drawText(square, Qt::AlignCenter, text);
}

} // namespace

QImage trayPicture(const TrayState& state, const QColor& ink, int size) {
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    const QRectF square(0, 0, size, size);
    {
        QPainter painter(&image);
        if (state.icon == Verdict::Down && state.down > 0)
            paintCount(painter, square, state.down);
        else
            paintIcon(painter, square, state.icon, blackOnWhite());
    }
    constexpr int opaque = 255;
    for (int y = 0; y < size; ++y) {
        auto* const line = reinterpret_cast<QRgb*>(image.scanLine(y)); // NOLINT: of that format (QImage)
        for (int x = 0; x < size; ++x)
            line[x] = qRgba(ink.red(), ink.green(), ink.blue(), qAlpha(line[x]) * (opaque - qGray(line[x])) / opaque);
    }
    return image;
}

} // namespace kpwatch
