// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes a published chart comes in. Sizes in pixels of the picture at a scale of 1. Values; any thread.
#pragma once

#include <QSize>
#include <QSizeF>
#include <QString>

#include <optional>
#include <span>
#include <string_view>

namespace kpwatch {

struct ChartPreset {
    std::string_view id = "article"; // as on the command line; "custom" for a size of one's own
    QSizeF size{1600, 900};
    qreal title = 52, sub = 32, label = 32, axis = 26, source = 26;
    qreal smallest = 26; // no text is smaller: what is read on the smallest screen the shape is made for
    qreal gutter = 236, lane = 66, margin = 64;
    bool namesAbove = false; // names stand above their lanes, which take the whole width
    qreal enlarged = 1;      // the picture against these sizes: in print an article has more pixels
    int dotsPerInch = 96;

    static const ChartPreset& article(); // a column of text, 1600 x 900
    static const ChartPreset& social();  // a link card, 1200 x 675
    static const ChartPreset& square();  // 1080 x 1080
    static const ChartPreset& phone();   // 1080 x 1350, read at 390: nothing under 11 there
    static const ChartPreset& print();   // 180 mm at 300 dots per inch, 2126 x 1196

    static std::span<const ChartPreset> all();
    static const ChartPreset* named(std::string_view id); // nullptr if there is none
    // A name, or WIDTHxHEIGHT with 600 to 6000 pixels a side, none more than three times the other: with the sizes of
    // the shape that is most like it.
    static std::optional<ChartPreset> of(std::string_view word);

    QSize pixels(qreal scale = 1) const; // of the picture
    QSizeF millimetres() const;          // of the page
};

// "Article, 1600 × 900".
QString presetLabel(const ChartPreset& preset);

} // namespace kpwatch
