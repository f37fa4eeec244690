// SPDX-License-Identifier: GPL-3.0-or-later
// The incidents of a history opened for reading. One thread.
#pragma once

#include "app/history/incident_reader.h"
#include "ui/cli/opened_history.h"

namespace kpwatch {

struct OpenedIncidents {
    OpenedHistory opened;
    UtcTime toldAt; // now: what is said of them is said now
    UtcTime asOf;   // the last row: what a history of last year holds that is not over was not over then
    std::vector<Incident> incidents;
    WatchedThen then; // by whose lists they are told

    IncidentQuestion question() const { return {opened.watchlist, opened.settings, asOf}; }
};

// Throws StorageError or InputError.
OpenedIncidents openIncidents(const CommonOptions& common);

// Says on standard error that there is none of that name; returns the exit code for it.
int noSuchIncident(const std::string& id);

} // namespace kpwatch
