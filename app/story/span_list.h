// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of spans in order of time: the small steps everybody takes with them. Pure; included by story/*.cpp only.
#pragma once

#include "app/story/span.h"

namespace kpwatch {

// The same state going on without a gap.
bool continues(const Span& before, const Span& after);
// Puts a span at the end; where the state goes on, the last one is stretched.
void append(std::vector<Span>& spans, Span span);
// The span that contains the moment; nullptr if none does.
const Span* spanAt(const std::vector<Span>& spans, UtcTime time);
// Nothing was watched.
Span notStarted(TimeRange range);

} // namespace kpwatch
