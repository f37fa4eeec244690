// SPDX-License-Identifier: GPL-3.0-or-later
// What was said by hand about an incident, as people read it. Any thread.
#pragma once

#include "app/story/by_hand.h"
#include "app/watchlist.h"

#include <QString>

namespace kpwatch::words {

QString hand(Hand hand); // of a menu: "Merge with another incident"
// "No. 3, Thu 5 Mar, 16:46 KST: KCNA left out. "Our firewall was in the way."", with the person's words cleaned.
QString saidByHand(const Judgement& judgement, const Watchlist& watchlist);
QString saidByHand(const SaidOfIt& said, const Watchlist& watchlist); // the same; ends with "(undone)" if it was

// Of a note: "Thu 5 Mar, 16:46 KST, changed Fri 6 Mar, 09:10 KST".
QString writtenWhen(UtcTime at, const std::optional<UtcTime>& changed);

} // namespace kpwatch::words
