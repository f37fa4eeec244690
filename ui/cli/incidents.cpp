// SPDX-License-Identifier: GPL-3.0-or-later
// `incidents`, the log, and `incident ID`, one review.
#include "app/desk/notes.h"
#include "app/story/incident_filter.h"
#include "app/words/by_hand.h"
#include "app/words/copy.h"
#include "app/words/fits.h"
#include "app/words/precursors.h"
#include "app/words/sources.h"
#include "app/words/words.h"
#include "ui/cli/incident_json.h"
#include "ui/cli/incident_line.h"
#include "ui/cli/json.h"
#include "ui/cli/opened_incidents.h"
#include "ui/cli/time_argument.h"
#include "ui/incidents/incident_words.h"

#include <algorithm>
#include <iostream>

namespace kpwatch {

using nlohmann::ordered_json;

namespace {

// Who stopped first stands first.
void printOrder(const words::IncidentTold& told) {
    std::vector<Member> members = told.incident.members;
    std::ranges::stable_sort(members, {}, [](const Member& member) { return member.began().by; });
    for (const Member& member : members) {
        const Target* const target = told.watchlist.find(member.target);
        const Onset& began = member.began();
        std::cout << "  " << (member.rank > 0 ? std::to_string(member.rank) : std::string("-")) << "  "
                  << (target == nullptr ? std::string() : target->name) << "  "
                  << (began.after ? words::clockKstSeconds(*began.after).toStdString() : std::string("not observed"))
                  << " to " << words::clockKstSeconds(began.by).toStdString() << '\n';
    }
}

void printByHand(const std::vector<SaidOfIt>& said, const Watchlist& watchlist) {
    if (said.empty())
        return;
    std::cout << "\nSaid by hand (--undo takes it back)\n";
    for (const SaidOfIt& each : said)
        std::cout << "  " << words::saidByHand(each, watchlist).toStdString() << '\n';
}

// Only on the terminal: the JSON may be handed on.
void printNotes(const Incident& incident, const std::filesystem::path& history) {
    std::string shown;
    for (const Note& note : Notes(history).all())
        if (isNamed(incident, note.incident))
            shown += "  " + std::to_string(note.id) + "  " + words::writtenWhen(note.at, note.changed).toStdString() +
                     ": " + words::cleaned(note.text, static_cast<int>(longestNote)).toStdString() + '\n';
    if (!shown.empty())
        std::cout << "\nYour notes and links, in no backup and no export (--erase-note erases one)\n" << shown;
}

void printReview(const words::IncidentTold& told) {
    const Assessment& seen = told.assessment;
    const auto line = [](const QString& text) { std::cout << text.toStdString() << '\n'; };
    line(words::incidentTitle(told) + QStringLiteral(" (") + QString::fromStdString(told.incident.id) + u')');
    line(words::copyOf(told, {}).brief + u'\n');
    for (const IncidentFact& fact : reviewFacts(told))
        line(QStringLiteral("%1: %2").arg(fact.name, fact.value) +
             (fact.beneath.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(fact.beneath)));
    line(QStringLiteral("\nWhat it looks like: %1%2")
             .arg(words::pattern(seen.pattern),
                  seen.why == WhyUnclear::None ? QString() : QStringLiteral(" (%1)").arg(words::unclear(seen.why))));
    if (const QString fits = words::fits(seen.pattern); !fits.isEmpty())
        line(fits);
    line(QStringLiteral("Of the routes: %1. Scope: %2.").arg(words::routes(seen.routes), words::scope(seen)));
    line(words::basis(seen));
    line(words::thresholds(seen.pattern, seen.thresholds));
    std::cout
        << "\nWhat stopped answering first, Korea time; a shared number: no order of all who have it can be told\n";
    printOrder(told);
    line({});
    if (const QString weighed = words::weighedAgainst(seen); !weighed.isEmpty())
        line(weighed);
    for (const Evidence& row : seen.evidence)
        std::cout << "  " << name(row.sign) << "  " << words::evidence(row).toStdString() << " ("
                  << words::evidenceSource(row).toStdString() << ")\n";
    std::cout << '\n';
    line(words::precursorsHeading());
    for (const QString& precursor : words::precursors(told))
        line(QStringLiteral("  ") + precursor);
    if (const QString credit = words::attributions(words::sourcesOf(seen)); !credit.isEmpty())
        line(QLatin1Char('\n') + credit);
    std::cout << "\nWhat this cannot tell you: " << words::cannotTell().toStdString() << '\n';
}

IncidentFilter filterFrom(const IncidentsOptions& options, const OpenedIncidents& log) {
    IncidentFilter filter;
    if (!options.from.empty() || !options.to.empty()) {
        const UtcTime first = log.opened.reader.firstRowAt().value_or(log.asOf), now = utcNow();
        if (options.from.empty() && parseTimeArgument(options.to, "--to", now) <= first)
            throw InputError("--to " + options.to + " lies before the record, which begins at " + isoUtc(first));
        const RangeOptions given{options.from.empty() ? isoUtc(first) : options.from,
                                 options.to.empty() ? std::string("now") : options.to,
                                 {}};
        filter.when = rangeOf(given, now);
    }
    if (!options.longer.empty())
        filter.atLeast = parseLength(options.longer, "--longer");
    if (!options.shorter.empty())
        filter.atMost = parseLength(options.shorter, "--shorter");
    filter.scope = scopeNamed(options.scope);
    filter.pattern = patternNamed(options.pattern);
    return filter;
}

// By what stands in a list: its id, its day, or one who was silent.
bool namesHold(const Incident& incident, const Watchlist& watchlist, const QString& wanted) {
    return QString::fromStdString(incident.id).contains(wanted) ||
           words::everyName(incident, watchlist).contains(wanted, Qt::CaseInsensitive) ||
           searchedText(incident, watchlist).contains(searchedFor(wanted), Qt::CaseInsensitive);
}

void keepLatest(std::vector<Incident>& incidents, int most) {
    if (most > 0 && incidents.size() > static_cast<std::size_t>(most))
        incidents.erase(incidents.begin(), incidents.end() - most);
}

// `any`: something is recorded, whether it is shown or not.
void printLog(const std::vector<words::IncidentTold>& shown, bool any, bool json) {
    ordered_json list = ordered_json::array();
    for (const words::IncidentTold& told : shown) {
        if (json)
            list.push_back(incidentJson(told));
        else
            std::cout << incidentLine(told) << '\n';
    }
    if (json)
        std::cout << documentText({{"incidents", list}});
    else if (shown.empty())
        std::cout << (any ? "None of the recorded incidents matches.\n" : "No incidents recorded.\n");
}

} // namespace

int runIncidents(const CommonOptions& common, const IncidentsOptions& options) {
    OpenedIncidents log = openIncidents(common);
    const bool any = !log.incidents.empty();
    const IncidentFilter filter = filterFrom(options, log);
    const QString wanted = QString::fromStdString(options.text);
    std::erase_if(log.incidents, [&](const Incident& incident) {
        return !filter.passes(incident, log.asOf) ||
               !(wanted.isEmpty() || namesHold(incident, log.then.of(incident), wanted));
    });
    keepLatest(log.incidents, filter.needsAssessment() ? 0 : options.last); // before they are assessed
    std::vector<Assessment> assessments = assessmentsOf(log.opened.reader, log.question(), log.incidents);
    std::vector<words::IncidentTold> shown;
    for (std::size_t i = 0; i < assessments.size(); ++i)
        if (filter.passes(assessments[i]))
            shown.push_back({log.incidents[i], assessments[i], log.then.of(log.incidents[i]), log.toldAt,
                             log.opened.reader.simulated()});
    const auto skipped = options.last > 0 && shown.size() > static_cast<std::size_t>(options.last)
                             ? shown.size() - static_cast<std::size_t>(options.last)
                             : 0;
    printLog({shown.begin() + static_cast<std::ptrdiff_t>(skipped), shown.end()}, any, common.json);
    return 0;
}

int runIncident(const CommonOptions& common, const std::string& id) {
    const OpenedIncidents log = openIncidents(common);
    const Incident* const incident = findIncident(log.incidents, id);
    if (incident == nullptr)
        return noSuchIncident(id);
    const Assessment seen = assessmentOf(log.opened.reader, log.question(), *incident);
    const words::IncidentTold told{*incident, seen, log.then.of(*incident), log.toldAt, log.opened.reader.simulated()};
    if (common.json) {
        std::cout << documentText(reviewJson(told));
    } else {
        printReview(told);
        printByHand(everSaidOf(*incident, log.opened.reader.judgements()), told.watchlist);
        printNotes(*incident, common.history);
    }
    return 0;
}

} // namespace kpwatch
