// SPDX-License-Identifier: GPL-3.0-or-later
// The published chart: headline, standfirst, legend, lanes, both clocks, source line. The same function draws the
// composer's preview, the PNG and the tests. Any thread that may paint.
#pragma once

#include "app/settings.h"
#include "app/story/timeline.h"
#include "ui/paint/chart_preset.h"
#include "ui/theme.h"

#include <QImage>
#include <QPainter>
#include <QString>

namespace kpwatch {

struct ChartFacts { // what the words on a chart are made of
    Settings settings;
    QString headline;   // empty: suggested from the timeline
    QString standfirst; // empty: suggested
    QString alt{};      // empty: made of the facts
    QString place;      // "one computer in Europe"; empty: "one computer"
    UtcTime asOf;
};

// Suggested from the facts: "None of the four sites answered for about eight hours". Never a cause.
QString suggestedHeadline(const Timeline& timeline, const ChartFacts& facts);
QString suggestedStandfirst(const Timeline& timeline, const ChartFacts& facts);
// What the chart shows, in words, for people who cannot see it: the person's own, or made of the facts.
QString altText(const Timeline& timeline, const ChartFacts& facts);

void paintChart(QPainter& painter, const ChartPreset& preset, const Timeline& timeline, const ChartFacts& facts,
                const Theme& theme);

// With alt text, software and creation time in the PNG's text chunks when saved.
QImage chartImage(const ChartPreset& preset, const Timeline& timeline, const ChartFacts& facts, const Theme& theme,
                  qreal scale = 1);

} // namespace kpwatch
