// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes as the judge leaves them, written in minutes after the story's begin: "kcna-http 100-190 300-; ns1 102-130".
// A lane answers where nothing else is said. A number pair is a time not answering: the first failed check at the
// first, the first answer at the second; the last answer before it is 2 minutes earlier, and so is the last failure
// before its end. "100~6-190" says 6 minutes for both; "100-120+150-190" is one down time with a hole; "300-" is not
// over, and "300-400?" was not when last seen. A letter before a pair says another state: s slow, p error page, u
// unknown, z asleep, o our own line, n never answered. "all", "sites", "servers", "routers", "china" stand for several
// lanes.
#pragma once

#include "app/story/grouping.h"
#include "tests/support/story.h"

namespace kpwatch::test {

UtcTime minute(double minutes);
// Of every target of the list, over [0, end).
TargetSpans lanesOf(const Watchlist& watchlist, const std::string& script, double end = 24 * 60);

// "kcna-http+ns1@100-190, mfa-http@300-": members and when, in minutes; "|" where it was cut.
std::string shown(const std::vector<Incident>& incidents, const Watchlist& watchlist);
// "kcna-http<ns1": pairs.
std::string shown(const std::vector<Before>& pairs, const Watchlist& watchlist);

} // namespace kpwatch::test
