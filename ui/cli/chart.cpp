// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/chart.h"

#include "ui/cli/json.h"
#include "ui/cli/opened_incidents.h"

#include <QSaveFile>

#include <iostream>

namespace kpwatch {

namespace {

const Theme& themeOf(const std::string& word) {
    if (word == "light")
        return Theme::print();
    if (word == "dark")
        return Theme::printNight();
    throw InputError("--theme '" + word + "' does not exist: choose light or dark");
}

std::string presetNames() {
    std::string names;
    for (const ChartPreset& preset : ChartPreset::all())
        names += (names.empty() ? "" : ", ") + std::string(preset.id);
    return names;
}

int saveChart(const OpenedHistory& opened, TimeRange range, const CommonOptions& common, const ChartOptions& options) {
    const ChartPreset* const preset = ChartPreset::named(options.preset);
    if (preset == nullptr)
        throw InputError("--preset '" + options.preset + "' does not exist: choose " + presetNames());
    if (!(options.scale >= 1 && options.scale <= 4))
        throw InputError("--scale must lie between 1 and 4");
    if (options.output.extension() != ".png")
        throw InputError("-o " + options.output.string() + " must end in .png");
    const Theme& theme = themeOf(options.theme);

    const UtcTime now = utcNow();
    Timeline timeline = timelineOf(opened.watchlist, opened.reader.spans(opened.watchlist, range), range, now);
    timeline.simulated = opened.reader.simulated();
    const ChartFacts facts{.settings = opened.settings,
                           .headline = QString::fromStdString(options.title),
                           .standfirst = {},
                           .place = {},
                           .asOf = now};
    const QImage image = chartImage(*preset, timeline, facts, theme, options.scale);
    QSaveFile file(QString::fromStdString(options.output.string()));
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        throw InputError(options.output.string() + " cannot be written (" + file.errorString().toStdString() +
                         "): choose another place");
    if (common.json)
        std::cout << documentText({{"file", options.output.string()},
                                   {"width", image.width()},
                                   {"height", image.height()},
                                   {"alt", altText(timeline, facts).toStdString()}});
    else
        std::cout << options.output.string() << '\n';
    return 0;
}

} // namespace

int runChart(const CommonOptions& common, const ChartOptions& options) {
    if (options.incident.empty()) {
        const UtcTime now = utcNow();
        TimeRange range = rangeOf(options.range, now);
        range.end = std::min(range.end, now);
        if (range.begin >= range.end)
            throw InputError("--from " + options.range.from + " lies in the future: nothing has been seen yet");
        return saveChart(openHistory(common), range, common, options);
    }
    const OpenedIncidents log = openIncidents(common);
    const Incident* const incident = findIncident(log.incidents, options.incident);
    if (incident == nullptr)
        return noSuchIncident(options.incident);
    return saveChart(log.opened, rangeAround(*incident, log.asOf), common, options);
}

} // namespace kpwatch
