// SPDX-License-Identifier: GPL-3.0-or-later
// The words for what is not asked although the watchlist has it, and for what is asked less often than it says. Any
// thread.
#pragma once

#include "app/demand.h"
#include "app/story/source_news.h"
#include "app/words/words.h"

namespace kpwatch::words {

// Why this cannot be asked by that way: "a proxy does not carry the questions to a name server"; empty if it can.
QString switchedOff(const Target& target, const WayOut& way);
// How many of the watchlist's checks that are, controls among them, and of what kinds: "Seven checks that a proxy
// cannot carry are switched off: name servers, mail." Empty if none is.
QString switchedOff(const Watchlist& watchlist, const WayOut& way);

// "The watchlist wants 9.5 checks a minute of 175.45.176.0/24, where 6 may be made. Checks there come late ..." Empty
// where nothing is over its cap.
QString overCaps(const std::vector<OverCap>& over);

// While nothing is sent to those who are watched.
// `sources`: the public ones that are asked meanwhile.
Headline observing(const std::vector<SourceStatus>& sources = {});

} // namespace kpwatch::words
