// SPDX-License-Identifier: GPL-3.0-or-later
// `incidents`, the log, and `incident ID`, one review.
#include "app/words/copy.h"
#include "app/words/words.h"
#include "ui/cli/incident_json.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_incidents.h"

#include <iostream>

namespace kpwatch {

namespace {

void printLine(const words::IncidentTold& told) {
    const Incident& incident = told.incident;
    std::cout << incident.id << "  " << words::stampKst(incident.began.by).toStdString() << "  "
              << words::incidentTitle(told).toStdString() << ", "
              << words::lengthOf(incident.lengths.untilSteady, incident.lengths).toStdString()
              << (incident.over() ? "" : ", not over") << (incident.longStanding ? ", long-standing" : "") << "; "
              << words::pattern(told.assessment.pattern).toStdString() << '\n';
}

void printOrder(const words::IncidentTold& told) {
    for (const Member& member : told.incident.members) {
        const Target* const target = told.watchlist.find(member.target);
        const Onset& began = member.began();
        std::cout << "  " << (member.rank > 0 ? std::to_string(member.rank) : std::string("-")) << "  "
                  << (target == nullptr ? std::string() : target->name) << "  "
                  << (began.after ? words::clockKstSeconds(*began.after).toStdString() : std::string("not observed"))
                  << " to " << words::clockKstSeconds(began.by).toStdString() << '\n';
    }
}

void printReview(const words::IncidentTold& told, const PatternThresholds& thresholds) {
    const Assessment& seen = told.assessment;
    const auto line = [](const QString& text) { std::cout << text.toStdString() << '\n'; };
    line(words::incidentTitle(told) + QStringLiteral(" (") + QString::fromStdString(told.incident.id) + u')');
    line(words::copyOf(told, {}).brief);
    line(QStringLiteral("\nWhat it looks like: %1%2")
             .arg(words::pattern(seen.pattern),
                  seen.why == WhyUnclear::None ? QString() : QStringLiteral(" (%1)").arg(words::unclear(seen.why))));
    line(QStringLiteral("Of the routes: ") + words::routes(seen.routes.routes));
    line(words::basis(seen.basis));
    line(words::thresholds(seen.pattern, thresholds));
    std::cout << "\nWhat stopped answering first, Korea time; a shared number means: cannot be told\n";
    printOrder(told);
    std::cout << '\n';
    for (const Evidence& row : seen.evidence)
        std::cout << "  " << name(row.sign) << "  " << words::evidence(row).toStdString() << " ("
                  << words::evidenceSource(row).toStdString() << ")\n";
    std::cout << "\nWhat this cannot tell you: " << words::cannotTell().toStdString() << '\n';
}

} // namespace

int runIncidents(const CommonOptions& common, const IncidentsOptions& options) {
    OpenedIncidents log = openIncidents(common);
    if (!options.from.empty() || !options.to.empty()) {
        const UtcTime first = log.opened.reader.firstRowAt().value_or(log.asOf);
        const RangeOptions given{options.from.empty() ? isoUtc(first) : options.from,
                                 options.to.empty() ? std::string("now") : options.to,
                                 {}};
        log.incidents = within(std::move(log.incidents), rangeOf(given, utcNow()), log.asOf);
    }
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    const auto assessments = assessmentsOf(log.opened.reader, log.question(), log.incidents);
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        const words::IncidentTold told{log.incidents[i], assessments[i], log.opened.watchlist, log.asOf,
                                       log.opened.reader.simulated()};
        if (common.json)
            list.push_back(incidentJson(told));
        else
            printLine(told);
    }
    if (common.json)
        std::cout << documentText({{"incidents", list}});
    else if (log.incidents.empty())
        std::cout << "No incidents recorded.\n";
    return 0;
}

int runIncident(const CommonOptions& common, const std::string& id) {
    const OpenedIncidents log = openIncidents(common);
    const Incident* const incident = findIncident(log.incidents, id);
    if (incident == nullptr)
        return noSuchIncident(id);
    const Assessment seen = assessmentOf(log.opened.reader, log.question(), *incident);
    const words::IncidentTold told{*incident, seen, log.opened.watchlist, log.asOf, log.opened.reader.simulated()};
    const PatternThresholds thresholds;
    if (common.json)
        std::cout << documentText(reviewJson(told, thresholds));
    else
        printReview(told, thresholds);
    return 0;
}

} // namespace kpwatch
