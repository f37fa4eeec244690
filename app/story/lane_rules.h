// SPDX-License-Identifier: GPL-3.0-or-later
// How several targets make one lane: what they are together at one moment. Pure; included by story/*.cpp only.
#pragma once

#include "app/story/timeline.h"

namespace kpwatch {

using Members = std::vector<const Span*>; // what each is at one moment; null where nothing is known

bool answers(Verdict verdict); // something came back, whether as expected or not
// Of a group: all down -> down, some -> degraded, else the best state that says something. Members that never answered
// are left out of it.
Span groupSpan(const Members& members, TimeRange range);
// Of a site: its HTTP target (the first), degraded if that is up and another is down.
Span siteSpan(const Members& members, TimeRange range);

bool isEnabledIn(const Target& target, const std::string& site, const std::string& group);
std::vector<std::string> groupIds(const Watchlist& watchlist); // with an enabled target, watchlist order

} // namespace kpwatch
