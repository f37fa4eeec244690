// SPDX-License-Identifier: GPL-3.0-or-later
// `exports`: what went out, and whether it still holds.
#include "app/evidence/export_numbers.h"
#include "app/words/language.h"
#include "app/words/words.h"
#include "ui/cli/exported.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_incidents.h"
#include "ui/evidence/number_words.h"
#include "ui/translation.h"

#include <algorithm>
#include <iostream>

namespace kpwatch {

using nlohmann::ordered_json;

namespace {

ChartOptions optionsFor(const ChartAgain& again) {
    const ChartExport& chart = again.chart;
    ChartOptions options;
    options.range = {isoUtc(chart.range.begin), isoUtc(chart.range.end), chart.target};
    options.incident = chart.incident;
    options.kind = name(chart.kind);
    options.preset = chart.preset;
    options.theme = chart.dark ? "dark" : "light";
    // Words of a person stay; those that were suggested are suggested again by what the record says now.
    options.title = chart.ownHeadline ? chart.headline : std::string();
    options.standfirst = chart.ownStandfirst ? chart.standfirst : std::string();
    options.alt = chart.ownAlt ? chart.alt : std::string();
    options.newsroom = again.style.newsroom.toStdString();
    options.place = chart.place;
    options.logo = again.style.logo.toStdString();
    options.scale = chart.scale;
    options.outlines = again.style.outlines;
    options.carriers = chart.carriers;
    options.totals = chart.totals;
    options.routes = chart.routes;
    options.datawrapper = again.style.format == ChartFormat::Datawrapper;
    options.output = std::string("again") + nameOf(again.style.format).ending;
    return options;
}

std::vector<ExportNumber> numbersOf(const ComposedChart& chart) {
    std::vector<ExportNumber> numbers;
    for (const ChartNumber& number : chartExport(chart).numbers)
        numbers.push_back({number.name, number.value});
    return numbers;
}

bool isPicture(const std::string& file) {
    try {
        readLogo(QString::fromStdString(file));
        return true;
    } catch (const InputError&) {
        return false;
    }
}

bool isOrder(const Exported& entry) {
    return entry.kind == "chart" && chartAgain(entry).chart.kind == ChartKind::Order;
}

// What an entry's numbers are by now.
class Today {
  public:
    explicit Today(const CommonOptions& common) : m_common(common), m_log(openIncidents(common)) {}

    std::vector<ExportNumber> numbers(const Exported& entry) const {
        if (entry.kind == "chart") {
            ChartOptions options = optionsFor(chartAgain(entry));
            options.logo.clear(); // which holds no number
            const auto chart = composedChart(m_common, options);
            if (!chart)
                throw InputError("its incident " + entry.incident + " is not told any more");
            return numbersOf(*chart);
        }
        const Incident* const incident = findIncident(m_log.incidents, entry.incident);
        if (incident == nullptr)
            throw InputError("its incident " + entry.incident + " is not told any more");
        return exportNumbers(*incident, assessmentOf(m_log.opened.reader, m_log.question(), *incident),
                             m_log.then.of(*incident));
    }

  private:
    const CommonOptions& m_common;
    const OpenedIncidents m_log;
};

void print(const WentOut& each) {
    std::cout << each.entry.id << "  " << words::stampKst(each.entry.at).toStdString() << "  " << each.entry.kind
              << "  " << words::cleaned(each.entry.headline, 120).toStdString() << "\n    "
              << words::cleaned(each.entry.file, 300).toStdString() << '\n';
    for (const std::string& changed : each.changed)
        std::cout << "    changed: " << changeInWords(changed, {}).toStdString() << '\n';
    if (!each.unknown.empty())
        std::cout << "    " << words::cleaned(each.unknown, 200).toStdString() << '\n';
}

ordered_json jsonOf(const WentOut& each) {
    ordered_json numbers = ordered_json::array();
    for (const ExportNumber& number : each.entry.numbers)
        numbers.push_back({{"name", number.name}, {"value", number.value}});
    return {{"no", each.entry.id},
            {"at", isoUtc(each.entry.at)},
            {"kind", each.entry.kind},
            {"file", each.entry.file},
            {"incident", each.entry.incident.empty() ? ordered_json(nullptr) : ordered_json(each.entry.incident)},
            {"headline", each.entry.headline},
            {"numbers", numbers},
            {"changed", each.changed},
            {"unknown", each.unknown.empty() ? ordered_json(nullptr) : ordered_json(each.unknown)}};
}

int runAgain(const CommonOptions& common, std::int64_t number) {
    speak(QStringLiteral("en")); // and knows others, for what went out in them
    for (const Exported& each : Exports(common.history).all())
        if (each.id == number) {
            const Remade made = madeAgain(common, each);
            if (made.withoutLogo)
                std::cerr << "kpwatch: made without its logo, which cannot be read\n";
            std::cout << (common.json ? documentText({{"file", made.file}}) : made.file + '\n');
            return 0;
        }
    std::cerr << "kpwatch: nothing of the number " << number << " went out: 'kpwatch exports' lists what did\n";
    return 1;
}

} // namespace

void noteExport(const std::filesystem::path& history, Exported exported) {
    try {
        if (std::filesystem::is_directory(history)) // a copy of a record has no list
            Exports(history).add(std::move(exported));
    } catch (const StorageError& error) {
        std::cerr << "kpwatch: the file is saved, and not in the list of what went out: " << error.what() << '\n';
    }
}

std::vector<WentOut> wentOut(const CommonOptions& common, const PackWork& work) {
    std::vector<Exported> entries = Exports(common.history).all();
    std::ranges::reverse(entries);
    std::vector<WentOut> list;
    if (entries.empty())
        return list;
    const Today today(common);
    for (Exported& entry : entries) {
        if (work.stop.stop_requested())
            break;
        if (work.progress)
            work.progress(static_cast<double>(list.size()) / static_cast<double>(entries.size()));
        WentOut each;
        try {
            const std::vector<ExportNumber> now = today.numbers(entry);
            each.changed = changedNumbers(isOrder(entry) ? withNamesOf(now, entry.numbers) : entry.numbers, now);
        } catch (const InputError& error) {
            each.unknown = error.what();
        }
        each.entry = std::move(entry);
        list.push_back(std::move(each));
    }
    return list;
}

Remade madeAgain(const CommonOptions& common, const Exported& exported, const PackWork& work) {
    const std::string file = fileBeside(exported.file);
    if (exported.kind == "chart") {
        const ChartAgain again = chartAgain(exported);
        const words::InLanguage spoken(again.language);
        ChartOptions options = optionsFor(again);
        const bool withoutLogo = !options.logo.empty() && !isPicture(options.logo);
        if (withoutLogo)
            options.logo.clear();
        const auto chart = composedChart(common, options);
        if (!chart)
            throw InputError(exported.file + " cannot be made again: its incident is not told any more");
        saveComposed(common, *chart, file);
        return {file, withoutLogo};
    }
    const PackAgain again = packAgain(exported.again);
    const words::InLanguage spoken(words::cleaned(again.language));
    const auto made = savedPack(common,
                                {.incident = exported.incident,
                                 .output = file,
                                 .label = again.label,
                                 .organization = again.organization,
                                 .chart = again.chart},
                                work);
    return {made ? file : std::string()};
}

int runExports(const CommonOptions& common, const ExportsOptions& options) {
    if (options.again > 0)
        return runAgain(common, options.again);
    ordered_json list = ordered_json::array();
    const std::vector<WentOut> all = wentOut(common);
    for (const WentOut& each : all) {
        if (common.json)
            list.push_back(jsonOf(each));
        else
            print(each);
    }
    if (common.json)
        std::cout << documentText({{"exports", list}});
    else if (all.empty())
        std::cout << "Nothing went out.\n";
    return 0;
}

} // namespace kpwatch
