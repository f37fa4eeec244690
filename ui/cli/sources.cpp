// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/sources.h"
#include "app/outside/guest.h"

#include "app/errors.h"
#include "app/words/sources.h"
#include "app/words/words.h"
#include "ui/cli/commands.h"
#include "ui/cli/json.h"
#include "ui/settings/keychain.h"

#include <algorithm>
#include <iostream>

namespace kpwatch {

namespace {

struct Listed {
    const char* name;
    const char* source; // as its readings call it
    std::string Sources::*base;
};
constexpr Listed listed[] = {
    {"ripe", "ripe-ris", &Sources::ripestat},  {"globalping", globalpingSource, &Sources::globalpingAt},
    {"ioda", iodaSource, &Sources::iodaAt},    {"atlas", atlasSource, &Sources::atlasAt},
    {"radar", radarSource, &Sources::radarAt}, {"routeviews", "routeviews", &Sources::routeviewsAt}};

constexpr const char* streamOfRipe = "ris-live";

std::string baseNames() {
    std::string names;
    for (const Listed& each : listed) {
        names += (names.empty() ? "" : ", ") + std::string(each.name);
        if (each.source == routesToldBy)
            names += std::string(" (RIPEstat), ") + streamOfRipe + " (its stream)";
    }
    return names;
}

void setBase(Sources& sources, const std::string& given) {
    const std::size_t equals = given.find('=');
    const std::string name = given.substr(0, equals),
                      base = equals == std::string::npos ? "" : given.substr(equals + 1);
    const auto* const found =
        std::find_if(std::begin(listed), std::end(listed), [&name](const Listed& each) { return name == each.name; });
    const bool live = name == streamOfRipe;
    if ((!live && found == std::end(listed)) || (!base.starts_with("https://") && !base.starts_with("http://")))
        throw InputError("--base " + given + ": is no NAME=URL, where NAME is one of " + baseNames() +
                         "; write for example globalping=https://mirror.example");
    (live ? sources.risLive : sources.*found->base) = base;
}

void takeToken(const std::string& name) {
    std::string token;
    std::getline(std::cin, token);
    const auto* const found =
        std::find_if(std::begin(listed), std::end(listed), [&name](const Listed& each) { return name == each.name; });
    if (!keepToken(found->source, token))
        throw InputError("--token " + name +
                         ": no keychain was found on this desktop, and the token was not kept; give " +
                         "it in the window each time, under \"Public sources\"");
}

void printMirror(const std::string& base, const std::string& usual) {
    if (base != usual)
        std::cout << "    Asked at " << words::cleaned(base).toStdString() << ", in place of " << usual << ".\n";
}

void print(const Sources& sources) {
    const Sources usual;
    Sources shown = sources;
    for (const Listed& each : listed) {
        const words::SourceWords about = words::sourceWords(each.source);
        const Manners manners = mannersTowards(each.source);
        std::cout << each.name << (*switchOf(shown, each.name) ? ": on. " : ": off. ") << about.tells.toStdString()
                  << '\n';
        printMirror(sources.*each.base, usual.*each.base);
        if (each.source == routesToldBy)
            printMirror(sources.risLive, usual.risLive);
        std::cout << "    " << words::attribution(each.source).toStdString() << ".\n    " << about.learns.toStdString()
                  << "\n    " << about.pace.toStdString() << ' '
                  << words::sourceLimits(manners.mostAnHour, manners.mostADay).toStdString() << '\n';
        if (!about.licence.isEmpty())
            std::cout << "    " << about.licence.toStdString() << '\n';
    }
    std::cout << "In force when watching starts next.\n";
}

} // namespace

int runSources(const CommonOptions& common, const SourcesOptions& options) {
    Sources sources = readSources(common.history);
    const Sources before = sources;
    if (!options.on.empty())
        *switchOf(sources, options.on) = true;
    if (!options.off.empty())
        *switchOf(sources, options.off) = false;
    if (options.measurements.size() > mostAtlasMeasurements ||
        std::any_of(options.measurements.begin(), options.measurements.end(),
                    [](std::int64_t each) { return each <= 0 || each > INT32_MAX; }))
        throw InputError("--measurements: at most " + std::to_string(mostAtlasMeasurements) +
                         " numbers of measurements, each above 0");
    if (!options.measurements.empty())
        sources.atlasMeasurements = options.measurements;
    for (const std::string& base : options.bases)
        setBase(sources, base);
    if (!(sources == before))
        writeSources(common.history, sources);
    if (!options.token.empty())
        takeToken(options.token);
    if (!common.json) {
        print(sources);
        return 0;
    }
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Listed& each : listed) {
        nlohmann::ordered_json one{{"id", each.name},
                                   {"on", *switchOf(sources, each.name)},
                                   {"source", each.source},
                                   {"base", sources.*each.base},
                                   {"most_an_hour", mannersTowards(each.source).mostAnHour},
                                   {"most_a_day", mannersTowards(each.source).mostADay}};
        if (each.source == std::string_view(atlasSource))
            one["measurements"] = sources.atlasMeasurements;
        list.push_back(std::move(one));
    }
    list[0]["ripestat"] = sources.ripestat;
    list[0]["ris_live"] = sources.risLive;
    std::cout << documentText({{"sources", list}});
    return 0;
}

} // namespace kpwatch
