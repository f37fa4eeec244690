// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/incident_line.h"

#include "ui/incidents/incident_words.h"

namespace kpwatch {

std::string incidentLine(const words::IncidentTold& told) {
    const Incident& incident = told.incident;
    const std::string length =
        incident.over()
            ? "until all steady " + words::lengthOf(incident.lengths.untilSteady, incident.lengths.steady).toStdString()
            : "so far " + lastedSoFar({told}).value.toStdString();
    return incident.id + "  " + startSaid(incident).toStdString() + "  " + words::incidentTitle(told).toStdString() +
           "; " + length + (incident.falseAlarm ? ", marked as a false alarm" : "") +
           (incident.longStanding ? ", long-standing" : "") + "; " +
           words::pattern(told.assessment.pattern).toStdString();
}

} // namespace kpwatch
