// SPDX-License-Identifier: GPL-3.0-or-later
// The published chart: headline, standfirst, legend, plot, both clocks, source line. The same function draws the
// composer's preview, every file and the tests. Any thread that may paint.
#pragma once

#include "app/settings.h"
#include "app/story/incident.h"
#include "app/story/timeline.h"
#include "app/words/finding.h"
#include "ui/paint/chart_preset.h"
#include "ui/paint/ladder.h"
#include "ui/theme.h"

#include <QImage>
#include <QPainter>
#include <QPointF>
#include <QString>
#include <QStringList>

namespace kpwatch {

// How long one target took to answer: lines in seconds from the range's begin and milliseconds, broken where there was
// no answer.
struct ResponseTimes {
    QString label;
    std::vector<QList<QPointF>> runs;
    qreal middle = 0, highest = 0; // ms; both 0 where nothing answered
};

struct ChartFacts {     // what the words on a chart are made of
    Settings settings;  // in force when what is drawn began
    QString headline;   // empty: suggested from the facts
    QString standfirst; // empty: suggested
    QString alt{};      // empty: made of the facts
    QString place;      // "one computer in Europe"; empty: "one computer"
    UtcTime asOf;
    QString newsroom{};                      // "The Courier", whose checks they are; empty: not told
    QImage logo{};                           // bottom right
    bool carriers = false;                   // with what carries the sites, and our own line
    bool routes = false;                     // with the routes there, where somebody told of them
    std::vector<std::string> routeSources{}; // who did: "ripe-ris"; credited with the lanes
    bool falseAlarm = false;                 // a person marked the incident as one
    std::vector<FalseAlarm> falseAlarms{};   // of a range: the outages that a person marked so
    std::optional<TimeRange> window{};       // of the incident's story, set by hand
    bool rulesChanged = false;               // those that the source line tells became others meanwhile
    QStringList leftOut{};                   // who was left out by hand, and is not drawn: labels of the list
    int leftOutSites = 0;                    // of these are sites
    bool totals = false;                     // under each name: how long without answer in all
    int otherComputers = 0;                  // that watched too and are not drawn
    std::optional<Ladder> order{};           // instead of lanes: what stopped answering first
    std::optional<ResponseTimes> response{}; // instead of lanes: over the timeline's range, its lanes below
    std::optional<words::Finding> finding{}; // of an incident, for the headline; empty: made of the lanes
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
