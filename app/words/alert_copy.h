// SPDX-License-Identifier: GPL-3.0-or-later
// The English alert: one sentence about an incident, made shorter until it fits. Any thread.
#pragma once

#include "app/words/incident.h"
#include "app/words/wire_time.h"

namespace kpwatch::words {

// "None of the four North Korean sites has answered since 10:40 a.m. KST (0140 GMT)": at most alertLength of copy.h.
QString alertCopy(const IncidentTold& told, CopyStyle style);

} // namespace kpwatch::words
