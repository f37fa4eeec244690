// SPDX-License-Identifier: GPL-3.0-or-later
// `evidence ID` and `verify PACK`.
#include "app/evidence/export_numbers.h"
#include "app/history/route_reader.h"
#include "app/words/incident.h"
#include "app/words/language.h"
#include "app/words/words.h"
#include "ui/cli/exported.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_incidents.h"
#include "ui/evidence/pack_chart.h"
#include "ui/evidence/remark_words.h"

#include <algorithm>
#include <iostream>

namespace kpwatch {

namespace {

// Up to the last row of what is over and of the day after, so that a chart drawn later is the same.
ChartSource sourceAround(const OpenedIncidents& log, const words::IncidentTold& told) {
    const Incident& incident = told.incident;
    const TimeRange range = rangeAround(incident, log.asOf);
    const OpenedHistory& opened = log.opened;
    const UtcTime now = incident.over() ? std::min(range.end, log.asOf) : log.asOf;
    ChartSource source;
    source.timeline = timelineOf(told.watchlist, spansThen(opened.reader, log.then, range), range, now);
    source.timeline.simulated = opened.reader.simulated();
    source.tellOf(told);
    const LanesOfRoutes routes = routesOver(opened.reader, range, now);
    addRoutes(source.timeline, routes);
    source.routeSources = routes.sources;
    source.rules = settingsOver(opened.reader, range);
    return source;
}

void print(const PackMade& made, bool json) {
    std::vector<std::string> remarks;
    for (const PackRemark& remark : made.remarks)
        remarks.push_back(remarkWords(remark).toStdString());
    if (json) {
        std::cout << documentText({{"file", made.file.string()},
                                   {"bytes", made.bytes},
                                   {"observations", made.observations},
                                   {"remarks", remarks}});
        return;
    }
    for (const std::string& remark : remarks)
        std::cerr << remark << '\n';
    std::cout << made.file.string() << ": " << made.observations << " observations, " << made.bytes
              << " bytes. 'kpwatch verify " << made.file.string() << "' checks it.\n";
}

} // namespace

std::optional<PackMade> savedPack(const CommonOptions& common, const EvidenceOptions& options, const PackWork& work) {
    const OpenedIncidents log = openIncidents(common);
    const Incident* const incident = findIncident(log.incidents, options.incident);
    if (incident == nullptr)
        throw InputError("no incident is called " + words::cleaned(options.incident, 40).toStdString() +
                         ": 'kpwatch incidents' lists them");
    const Assessment seen = assessmentOf(log.opened.reader, log.question(), *incident);
    const words::IncidentTold told{*incident, seen, log.then.of(*incident), log.asOf, log.opened.reader.simulated()};
    PackOrder order{.history = common.history,
                    .incident = incident->id,
                    .output = options.output,
                    .replace = options.replace,
                    .organization = options.organization,
                    .language = words::languageCode().toStdString()};
    if (!options.label.empty())
        order.label = options.label;
    if (options.chart)
        order.attachments = {{"chart.png", packChart(sourceAround(log, told), log.opened.settings)}};
    std::optional<PackMade> made = packIncident(order, work);
    if (!made)
        return made;
    noteExport(common.history, {.at = utcNow(),
                                .file = std::filesystem::absolute(made->file).lexically_normal().string(),
                                .kind = "pack",
                                .incident = incident->id,
                                .headline = words::incidentTitle(told).toStdString(),
                                .numbers = exportNumbers(*incident, seen, told.watchlist),
                                .again = packAgainText(order)});
    return made;
}

int runEvidence(const CommonOptions& common, const EvidenceOptions& options) {
    const OpenedIncidents log = openIncidents(common);
    if (findIncident(log.incidents, options.incident) == nullptr)
        return noSuchIncident(options.incident);
    std::error_code failed;
    const auto there = std::filesystem::symlink_status(options.output, failed);
    if (!options.replace && std::filesystem::exists(there) && !std::filesystem::is_directory(there))
        throw InputError(options.output.string() + " is there already: choose another name, or add --replace");
    print(savedPack(common, options, {}).value(), common.json);
    return 0;
}

int runVerifyPack(const CommonOptions& common, const std::filesystem::path& pack) {
    const PackVerdict verdict = checkedPack(pack);
    if (common.json) {
        std::cout << documentText({{"intact", verdict.intact()},
                                   {"faults", verdict.faults},
                                   {"incident", verdict.incident},
                                   {"vantage", verdict.vantage},
                                   {"program", verdict.program},
                                   {"observations", verdict.observations},
                                   {"events", verdict.events},
                                   {"readings", verdict.readings},
                                   {"answers", verdict.answers},
                                   {"sealed_days", verdict.sealedDays},
                                   {"unsealed_rows", verdict.unsealed},
                                   {"last_seal", verdict.lastSeal}});
        return verdict.intact() ? 0 : 1;
    }
    for (const std::string& fault : verdict.faults)
        std::cout << fault << '\n';
    if (!verdict.intact()) {
        std::cout << pack.string()
                  << (verdict.judgedOtherwise
                          ? " cannot be confirmed by this program: its hashes and seals agree, but what was concluded "
                            "does not follow from its checks by the rules of this one. The program that packed it, " +
                                words::cleaned(verdict.program, 60).toStdString() + ", can check it.\n"
                          : std::string(" is not what was packed.\n"));
        return 1;
    }
    std::cout << pack.string() << " is what was packed. Made again from its " << verdict.observations
              << " observations and " << verdict.readings << " readings of routes, incident "
              << words::cleaned(verdict.incident, 40).toStdString() << " comes out the same, byte by byte.\n";
    if (verdict.sealedDays == 0)
        std::cout << "None of its days was sealed yet.\n";
    else
        std::cout << verdict.sealedDays
                  << (verdict.sealedDays == 1 ? " day agrees with its seal, " : " days agree with their seals, ")
                  << verdict.unsealed << " rows were not sealed yet.\n";
    if (!verdict.lastSeal.empty())
        std::cout << "Latest seal in it: " << verdict.lastSeal << '\n';
    return 0;
}

} // namespace kpwatch
