// SPDX-License-Identifier: GPL-3.0-or-later
// How a chart leaves: kept from one export to the next. Values; any thread.
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace kpwatch {

enum class ChartFormat { Png, Svg, Pdf, Csv, Datawrapper };

struct FormatName {
    ChartFormat format;
    const char *word, *ending;
};
inline constexpr std::array chartFormats{
    FormatName{ChartFormat::Png, "png", ".png"}, FormatName{ChartFormat::Svg, "svg", ".svg"},
    FormatName{ChartFormat::Pdf, "pdf", ".pdf"}, FormatName{ChartFormat::Csv, "csv", ".csv"},
    FormatName{ChartFormat::Datawrapper, "datawrapper", ".csv"}};
inline const FormatName& nameOf(ChartFormat format) { return chartFormats.at(static_cast<std::size_t>(format)); }

struct ChartStyle {
    std::string preset = "article"; // ChartPreset::of
    bool dark = false;
    ChartFormat format = ChartFormat::Png;
    double scale = 1;      // of a PNG: 1 to 4
    bool outlines = false; // text of an SVG as shapes, for who has not its font
    bool carriers = false, totals = false, routes = true;
    QString newsroom; // "The Courier"
    QString place;    // "one computer in Europe"; empty: not told
    QString logo;     // a picture file
    QString folder;   // of the last one
};

} // namespace kpwatch
