// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/went_out.h"

#include "app/errors.h"
#include "app/words/language.h"
#include "app/words/words.h"

#include <QDir>
#include <QFileInfo>
#include <nlohmann/json.hpp>

namespace kpwatch {

namespace {

constexpr int mostCopies = 1000;

std::string textAt(const nlohmann::json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

} // namespace

Exported exportedChart(const QString& file, const ChartExport& chart, const ChartStyle& style) {
    const nlohmann::ordered_json again{
        {"chart", chartExportText(chart)},  {"format", nameOf(style.format).word},
        {"outlines", style.outlines},       {"newsroom", style.newsroom.toStdString()},
        {"logo", style.logo.toStdString()}, {"language", words::languageCode().toStdString()}};
    Exported exported{.at = utcNow(),
                      .file = QDir::cleanPath(QFileInfo(file).absoluteFilePath()).toStdString(),
                      .kind = "chart",
                      .incident = chart.incident,
                      .headline = chart.headline,
                      .again = again.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace)};
    for (const ChartNumber& number : chart.numbers)
        exported.numbers.push_back({number.name, number.value});
    return exported;
}

ChartAgain chartAgain(const Exported& exported) {
    const auto json = nlohmann::json::parse(exported.again, nullptr, false);
    if (!json.is_object())
        throw InputError(exported.file + " cannot be made again: its entry does not say what it was made of");
    ChartAgain again{parseChartExport(textAt(json, "chart"), exported.file), {}, {}};
    again.language = words::cleaned(textAt(json, "language"));
    again.style.preset = again.chart.preset;
    again.style.dark = again.chart.dark;
    again.style.scale = again.chart.scale;
    again.style.carriers = again.chart.carriers;
    again.style.totals = again.chart.totals;
    again.style.routes = again.chart.routes;
    again.style.outlines = json.value("outlines", nlohmann::json(false)) == true;
    again.style.newsroom = words::cleaned(textAt(json, "newsroom"));
    again.style.place = words::cleaned(again.chart.place);
    again.style.logo = QFile::decodeName(QByteArray::fromStdString(textAt(json, "logo")));
    for (const FormatName& each : chartFormats)
        if (textAt(json, "format") == each.word)
            again.style.format = each.format;
    return again;
}

std::string fileBeside(const std::string& file) {
    const QFileInfo first(QFile::decodeName(QByteArray::fromStdString(file)));
    for (int number = 2; number < mostCopies; ++number) {
        const QString last =
            first.fileName().endsWith(QLatin1String(".kpwatch.zip")) ? QStringLiteral("kpwatch.zip") : first.suffix();
        const QString ending = last.isEmpty() ? QString() : QLatin1Char('.') + last;
        const QString name = first.dir().filePath(
            QStringLiteral("%1-%2%3").arg(first.fileName().chopped(ending.size())).arg(number).arg(ending));
        if (!QFileInfo::exists(name))
            return name.toStdString();
    }
    throw InputError(file + " has been made a thousand times: choose another name");
}

} // namespace kpwatch
