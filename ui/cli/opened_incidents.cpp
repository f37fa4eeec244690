// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/opened_incidents.h"

#include "app/words/words.h"

#include <algorithm>
#include <iostream>

namespace kpwatch {

OpenedIncidents openIncidents(const CommonOptions& common) {
    OpenedHistory opened = openHistory(common);
    WatchedThen then = watchedThen(opened.reader, opened.watchlist);
    OpenedIncidents result{std::move(opened), utcNow(), {}, {}, std::move(then)};
    result.asOf = std::min(result.toldAt, result.opened.reader.lastRowAt().value_or(result.toldAt));
    result.incidents = incidentLog(result.opened.reader, result.question());
    return result;
}

int noSuchIncident(const std::string& id) {
    std::cerr << "kpwatch: no incident is called " << words::cleaned(id, 40).toStdString()
              << ": 'kpwatch incidents' lists them\n";
    return 1;
}

} // namespace kpwatch
