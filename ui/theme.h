// SPDX-License-Identifier: GPL-3.0-or-later
// The only colours and fonts. Tokens by name; light and dark for the screen, print for charts that leave. GUI thread,
// but painting with a Theme value may happen on any thread.
#pragma once

#include "app/story/span.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <algorithm>

namespace kpwatch {

struct Theme {
    bool dark = false;
    bool contrast = false; // higher: two inks instead of three, no tints, wider and stronger borders
    QColor window, surface, surface2, border, borderStrong, grid, text, text2, text3, accent, onAccent;
    QColor up, degraded, down, onDown, unknown, notMonitored, ownLine;
    QColor upText, degradedText, downText, unknownText, ownText;
    QColor downTint, degradedTint, ownTint;

    static const Theme& light();
    static const Theme& night();
    static const Theme& print(); // for exported charts
    static const Theme& printNight();

    QColor graphic(Verdict verdict) const; // icon and lane
    QColor textOf(Verdict verdict) const;
    QColor tint(Verdict verdict) const; // tile background; surface where the state has none
    qreal edge(qreal usual) const { return contrast ? std::max<qreal>(usual, 2) : usual; } // how wide a border is

    Theme withContrast() const; // the same, higher in contrast
};

// Registers the embedded fonts (tabular Inter, Hangul subset) once; call after the QGuiApplication exists.
void installFonts();
// The embedded font at a weight (400, 500, 600, 700), without hinting: on the screen, where a pixel size is meant at a
// text size of 100 %, and at exactly that size for pictures that leave.
QFont font(qreal px, int weight = 400);
QFont printFont(qreal px, int weight = 400);

// How large text on the screen is, 1 to 2. What is painted follows at once, widgets when their font is set anew.
qreal textScale();
void setTextScale(qreal scale);

QPalette paletteOf(const Theme& theme);   // every role set
QString styleSheetOf(const Theme& theme); // small; for buttons, tabs, scroll bars

// The two that the screen is painted with, in the contrast that is wanted now.
const Theme& screenTheme(bool dark);
void setHighContrast(bool wanted); // widgets follow with the next palette

} // namespace kpwatch
