// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/text_block.h"

#include <QFontMetricsF>
#include <QRegularExpression>

namespace kpwatch {

void TextBlock::paint(QPainter& painter, QPointF topLeft) const {
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    // The base line stands where the line's box is centred on the font's own.
    qreal base = topLeft.y() + (leading - metrics.height()) / 2 + metrics.ascent();
    for (const QString& line : lines) {
        painter.drawText(QPointF(topLeft.x(), base), line);
        base += leading;
    }
}

TextBlock wrapped(const QString& text, const QFont& font, qreal width, int lines) {
    const QFontMetricsF metrics(font);
    TextBlock block{font, {}, font.pixelSize() * 1.28};
    const auto add = [&](QString line) {
        line.replace(QChar::Nbsp, QLatin1Char(' ')).remove(QChar(0x2060));
        block.lines.append(elided(line, font, width));
        block.whole = block.whole && block.lines.constLast() == line;
    };
    QStringList words = unbroken(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (!words.isEmpty() && block.lines.size() + 1 < lines) {
        QString line = words.takeFirst();
        while (!words.isEmpty() && metrics.horizontalAdvance(line + QLatin1Char(' ') + words.constFirst()) <= width)
            line += QLatin1Char(' ') + words.takeFirst();
        add(line);
    }
    if (!words.isEmpty())
        add(words.join(QLatin1Char(' ')));
    return block;
}

QString unbroken(const QString& text) {
    static const QRegularExpression spaced(
        QStringLiteral("(?<=\\d) (?=(?:ms|s|min|h|d|days?|months?|[KMG]i?B|%)\\b|%)"));
    static const QRegularExpression joined(QStringLiteral("(?<=\\d)(?=\\p{Hangul})"));
    QString whole = text;
    whole.replace(spaced, QString(QChar::Nbsp));
    whole.replace(joined, QString(QChar(0x2060)));
    return whole;
}

QString elided(const QString& text, const QFont& font, qreal width) {
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

} // namespace kpwatch
