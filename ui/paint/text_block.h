// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text that never leave their width: wrapped at spaces, the last one elided. Any thread that may paint.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPointF>
#include <QStringList>

namespace kpwatch {

struct TextBlock {
    QFont font;
    QStringList lines;
    qreal leading = 0; // from base line to base line
    bool whole = true; // nothing was left out

    qreal height() const { return leading * static_cast<qreal>(lines.size()); }
    void paint(QPainter& painter, QPointF topLeft) const; // with the painter's pen
};

// At most `lines` lines, none wider than `width`. A word that is wider is cut.
TextBlock wrapped(const QString& text, const QFont& font, qreal width, int lines);

// One line, elided at the right where it is too wide.
QString elided(const QString& text, const QFont& font, qreal width);

// For who breaks lines: a number and its unit stay in one, "13 min" by a space that does not break, "13분" by a joiner.
QString unbroken(const QString& text);

} // namespace kpwatch
