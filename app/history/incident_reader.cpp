// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/incident_reader.h"

#include <algorithm>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr auto answersFor = std::chrono::days(7);
constexpr auto addressLately = 2h;
constexpr int fewChecks = 10;

// Where targets that are asked by name were found last.
std::map<TargetId, std::string> addressesOf(const HistoryReader& reader, const Watchlist& watchlist, UtcTime by) {
    std::map<TargetId, std::string> addresses;
    for (const Target& target : watchlist.targets) {
        const auto* const page = std::get_if<HttpOptions>(&target.probe);
        if (!target.enabled || page == nullptr || page->resolve.servers.empty()) // the others say their address
            continue;
        const auto checks = reader.latestChecks(watchlist, target.id, {{by - addressLately, by}, fewChecks, false});
        const auto answer =
            std::find_if(checks.begin(), checks.end(), [](const Observation& row) { return !row.peer.empty(); });
        if (answer != checks.end())
            addresses[target.id] = answer->peer;
    }
    return addresses;
}

ChecksOf checksOf(const HistoryReader& reader) {
    return [&reader](const Target& target, TimeRange range) {
        std::vector<Observation> checks;
        reader.rowsOf(target, range, [&](const Observation& row) { checks.push_back(row); });
        return checks;
    };
}

} // namespace

std::vector<Incident> incidentLog(const HistoryReader& reader, const IncidentQuestion& question) {
    const TargetSpans spans = reader.downSpans(question.watchlist);
    const std::vector<Event> epochs = reader.epochs();
    return incidentsOf({question.watchlist, spans, epochs, question.now}, question.settings);
}

std::vector<Incident> within(std::vector<Incident> incidents, TimeRange range, UtcTime now) {
    std::erase_if(incidents, [&](const Incident& incident) {
        return incident.firstFailure() >= range.end || incident.end(now) <= range.begin;
    });
    return incidents;
}

Assessment assessmentOf(const HistoryReader& reader, const IncidentQuestion& question, const Incident& incident) {
    const UtcTime began = incident.began.after.value_or(incident.began.by);
    const TargetSpans spans =
        reader.spans(question.watchlist, {began - answersFor, std::min(question.now, incident.end(question.now) + 1h)});
    const std::vector<Event> epochs = reader.epochs();
    Case given{question.watchlist, spans, question.settings, epochs, question.now};
    given.addresses = addressesOf(reader, question.watchlist, incident.began.by);
    given.trouble = troubleBefore(incident, question.watchlist, checksOf(reader));
    return assessed(incident, given);
}

const Incident* findIncident(const std::vector<Incident>& incidents, std::string_view id) {
    auto found =
        std::find_if(incidents.begin(), incidents.end(), [id](const Incident& incident) { return incident.id == id; });
    if (found == incidents.end())
        found = std::find_if(incidents.begin(), incidents.end(),
                             [id](const Incident& incident) { return isNamed(incident, id); });
    return found == incidents.end() ? nullptr : &*found;
}

} // namespace kpwatch
