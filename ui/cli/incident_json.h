// SPDX-License-Identifier: GPL-3.0-or-later
// One incident as JSON, every number of it from the value that all views read. Pure.
#pragma once

#include "app/words/incident.h"

#include <nlohmann/json.hpp>

namespace kpwatch {

// As in the log.
nlohmann::ordered_json incidentJson(const words::IncidentTold& told);
// With what stands beside an assessment: thresholds, precursors, recovery, what it cannot tell, and the table in UTC.
nlohmann::ordered_json reviewJson(const words::IncidentTold& told);

} // namespace kpwatch
