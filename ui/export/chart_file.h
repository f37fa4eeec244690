// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a file: PNG, SVG and PDF by the one function that paints, CSV of the same spans. The bytes of all depend
// on the chart alone, not on this computer, its zone or the moment. GUI thread, or any with a QGuiApplication.
#pragma once

#include "app/evidence/chart_export.h"
#include "ui/export/chart_style.h"
#include "ui/paint/chart.h"

#include <QByteArray>

namespace kpwatch {

// All that a chart is made of.
struct ComposedChart {
    Timeline timeline;
    ChartFacts facts;
    ChartStyle style;
    std::string incident, target; // what it is of, where it is of one
    std::string vantage;          // whose lanes: "one computer in Europe"

    ChartPreset preset() const; // article, if the style names none
    const Theme& theme() const;
};

// As a value: for the PNG's text chunk and the list of what went out.
ChartExport chartExport(const ComposedChart& chart);
// What a person has said of it, among its numbers.
std::vector<ChartNumber> saidByHand(const ChartFacts& facts);
bool isSaidByHand(const ChartNumber& number);

QByteArray chartBytes(const ComposedChart& chart);
// The rows of all lanes, one a stretch (RFC 4180). Text cells that could start a formula get a leading apostrophe.
QByteArray chartCsv(const ComposedChart& chart);
// A column a lane, a row before and after each change: 1 answers, 0 does not, empty where nobody can say.
QByteArray datawrapperCsv(const ComposedChart& chart);

// What a table does not say in its cells: version, rules in force, source line. Goes beside it.
QByteArray sideText(const ComposedChart& chart);
QString sideFileOf(const QString& csv); // "outage-about.txt"

// Readable, at most 80 bytes of [A-Za-z0-9._-], without a leading dot, no device of Windows.
QString chartFileName(const ComposedChart& chart);
QString cleanFileName(const QString& name, const QString& ending);

// A picture for the corner, at most 1200 pixels a side. Throws InputError naming the file.
QImage readLogo(const QString& file);

} // namespace kpwatch
