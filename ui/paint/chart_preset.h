// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes a published chart comes in. Sizes in pixels of the finished picture. Values; any thread.
#pragma once

#include <QSizeF>
#include <QString>

#include <span>
#include <string_view>

namespace kpwatch {

struct ChartPreset {
    std::string_view id = "article"; // as on the command line
    QSizeF size{1600, 900};
    qreal title = 52, sub = 32, label = 32, axis = 26, source = 26;
    qreal smallest = 26; // no text is smaller: what is read on the smallest screen the shape is made for
    qreal gutter = 236, lane = 66, margin = 64;
    bool namesAbove = false; // names stand above their lanes, which take the whole width

    static const ChartPreset& article(); // a column of text, 1600 x 900
    static const ChartPreset& social();  // a link card, 1200 x 675
    static const ChartPreset& square();  // 1080 x 1080
    static const ChartPreset& phone();   // 1080 x 1350, read at 390: nothing under 11 there

    static std::span<const ChartPreset> all();
    static const ChartPreset* named(std::string_view id); // nullptr if there is none
};

// "Article, 1600 × 900".
QString presetLabel(const ChartPreset& preset);

} // namespace kpwatch
