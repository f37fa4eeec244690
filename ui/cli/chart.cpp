// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/route_reader.h"
#include "app/words/words.h"
#include "ui/cli/exported.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_incidents.h"
#include "ui/export/chart_source.h"
#include "ui/export/save_file.h"

#include <QFileInfo>

#include <iostream>

namespace kpwatch {

namespace {

constexpr int responseColumns = 1500; // about a pixel each

QString text(const std::string& given) { return words::cleaned(given, longestChartText); }

std::string presetNames() {
    std::string names;
    for (const ChartPreset& preset : ChartPreset::all())
        names += std::string(preset.id) + ", ";
    return names + "or WIDTHxHEIGHT with 600 to 6000 pixels a side";
}

ChartFormat formatOf(const ChartOptions& options) {
    if (options.datawrapper && options.output.extension() != ".csv")
        throw InputError("--datawrapper makes a table: -o " + options.output.string() + " must end in .csv");
    for (const FormatName& each : chartFormats)
        if (options.output.extension() == each.ending)
            return options.datawrapper ? ChartFormat::Datawrapper : each.format;
    throw InputError("-o " + options.output.string() + " must end in .png, .svg, .pdf or .csv");
}

ChartStyle styleOf(const ChartOptions& options) {
    ChartStyle style;
    if (!ChartPreset::of(options.preset))
        throw InputError("--preset '" + options.preset + "' does not exist: choose " + presetNames());
    style.preset = options.preset;
    if (!(options.scale >= 1 && options.scale <= 4))
        throw InputError("--scale must lie between 1 and 4");
    style.scale = options.scale;
    if (options.theme != "light" && options.theme != "dark")
        throw InputError("--theme '" + options.theme + "' does not exist: choose light or dark");
    style.dark = options.theme == "dark";
    style.format = formatOf(options);
    style.outlines = options.outlines;
    style.newsroom = text(options.newsroom);
    style.logo = QString::fromStdString(options.logo);
    return style;
}

const Target& targetNamed(const Watchlist& watchlist, const std::string& name) {
    for (const Target& target : watchlist.targets)
        if (target.enabled && target.name == name)
            return target;
    throw InputError("--target '" + name + "' is not watched: 'kpwatch status' names those that are");
}

struct Watched {
    const Watchlist& list;
    const TargetSpans& spans;
};

std::optional<ResponseSource> responseFrom(const HistoryReader& reader, const Watched& watched, TimeRange range,
                                           const std::string& name) {
    const Target& target = targetNamed(watched.list, name);
    Lane lane{target.name, LaneKind::Site, target.label, target.shortLabel, {}, {target.name}, {}, {}, target.interval};
    const auto its = watched.spans.find(target.id);
    show(lane, its == watched.spans.end() ? std::vector<Span>{} : its->second, range, utcNow());
    return responseSource(target, reader.latency(watched.list, target.id, range, responseColumns),
                          {range, responseColumns}, lane);
}

ChartKind kindOf(const ChartOptions& options) {
    const auto kind = chartKindNamed(options.kind);
    if (!kind)
        throw InputError("--kind '" + options.kind + "' does not exist: choose lanes, order or response-times");
    if (*kind == ChartKind::Order && options.incident.empty())
        throw InputError("--kind order is of an incident: name it with --incident ID");
    if (*kind == ChartKind::ResponseTimes && options.range.target.empty())
        throw InputError("--kind response-times is of one target: name it with --target ID");
    return *kind;
}

struct Subject {
    const OpenedHistory& opened;
    TimeRange range;
    const words::IncidentTold* told = nullptr; // of an incident
};

ComposedChart composed(const Subject& subject, const ChartOptions& options) {
    const auto& [opened, range, told] = subject;
    const UtcTime now = utcNow();
    const ChartKind kind = kindOf(options);
    const WatchedThen then = watchedThen(opened.reader, opened.watchlist);
    const Watchlist watchlist = told == nullptr ? then.over(range, now) : told->watchlist;
    const TargetSpans spans = spansThen(opened.reader, then, range);
    ChartSource source;
    source.timeline = timelineOf(watchlist, spans, range, now);
    source.timeline.simulated = opened.reader.simulated();
    const LanesOfRoutes routes = routesOver(opened.reader, range, now);
    addRoutes(source.timeline, routes);
    source.routeSources = routes.sources;
    source.rules = settingsOver(opened.reader, range);
    source.otherComputers = static_cast<int>(opened.reader.colleagues(range).size());
    if (told != nullptr)
        source.tellOf(*told);
    else
        source.falseAlarms = falseAlarms(opened.reader, {opened.watchlist, opened.settings, now}, range);
    if (kind == ChartKind::ResponseTimes)
        source.response = responseFrom(opened.reader, {watchlist, spans}, range, options.range.target);
    if (!source.has(kind))
        throw InputError("there is nothing to draw of " + options.kind +
                         " in this time: choose another, or --kind lanes");

    ComposedChart chart{source.drawn(kind), {}, styleOf(options), source.incident, options.range.target, {}};
    chart.facts.settings = opened.settings;
    chart.facts.asOf = now;
    chart.facts.headline = text(options.title);
    chart.facts.standfirst = text(options.standfirst);
    chart.facts.alt = words::cleaned(options.alt, 8 * static_cast<int>(longestChartText));
    chart.facts.newsroom = text(options.newsroom);
    chart.facts.place = text(options.place);
    chart.facts.carriers = options.carriers;
    chart.facts.totals = options.totals;
    chart.facts.routes = options.routes;
    if (!options.logo.empty())
        chart.facts.logo = readLogo(QString::fromStdString(options.logo));
    chart.vantage = options.place;
    source.fill(chart.facts, kind);
    return chart;
}

int saveChart(const ComposedChart& chart, const CommonOptions& common, const ChartOptions& options) {
    const QString file = QString::fromStdString(options.output.string());
    if (!options.replace && QFileInfo::exists(file))
        throw InputError(options.output.string() + " is there already: choose another name, or add --replace");
    saveComposed(common, chart, options.output);
    const QSize size = chart.preset().pixels(chart.style.scale);
    if (common.json)
        std::cout << documentText({{"file", options.output.string()},
                                   {"width", size.width()},
                                   {"height", size.height()},
                                   {"alt", altText(chart.timeline, chart.facts).toStdString()}});
    else
        std::cout << options.output.string() << '\n';
    return 0;
}

} // namespace

std::optional<ComposedChart> composedChart(const CommonOptions& common, const ChartOptions& options) {
    styleOf(options); // said before a record is opened
    kindOf(options);
    if (options.incident.empty()) {
        const UtcTime now = utcNow();
        TimeRange range = rangeOf(options.range, now);
        range.end = std::min(range.end, now);
        if (range.begin >= range.end)
            throw InputError("--from " + options.range.from + " lies in the future: nothing has been seen yet");
        return composed({openHistory(common), range}, options);
    }
    const OpenedIncidents log = openIncidents(common);
    const Incident* const incident = findIncident(log.incidents, options.incident);
    if (incident == nullptr)
        return std::nullopt;
    const Assessment seen = assessmentOf(log.opened.reader, log.question(), *incident);
    const words::IncidentTold told{*incident, seen, log.then.of(*incident), log.toldAt};
    return composed({log.opened, rangeAround(*incident, log.asOf), &told}, options);
}

void saveComposed(const CommonOptions& common, const ComposedChart& chart, const std::filesystem::path& output) {
    const QString file = QString::fromStdString(output.string());
    saveWhole(file, chartBytes(chart));
    if (chart.style.format == ChartFormat::Csv || chart.style.format == ChartFormat::Datawrapper)
        saveWhole(sideFileOf(file), sideText(chart));
    noteExport(common.history, exportedChart(file, chartExport(chart), chart.style));
}

int runChart(const CommonOptions& common, const ChartOptions& options) {
    const std::optional<ComposedChart> chart = composedChart(common, options);
    return chart ? saveChart(*chart, common, options) : noSuchIncident(options.incident);
}

} // namespace kpwatch
