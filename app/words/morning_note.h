// SPDX-License-Identifier: GPL-3.0-or-later
// The last 24 hours in a sentence or three, for the first look of a day: for how long we watched, who answered, what
// the routes did. From the lanes of the record alone; what was not watched is never called answering. Any thread.
#pragma once

#include "app/story/timeline.h"
#include "app/words/copy.h"

namespace kpwatch::words {

struct MorningSite {
    std::string label;
    std::chrono::milliseconds down{0}, errorPage{0}, blocked{0}; // as far as it was seen
    bool atLeast = false;                                        // a down time touches what nobody saw
    bool about = false;                                          // `down` is rounded as far as its ends are known
    bool answered = false;                                       // at some time
    bool downNow = false;                                        // at the end
    bool operator==(const MorningSite&) const = default;
};

struct MorningRoutes {
    std::chrono::milliseconds gone{0}, partly{0}; // of the side that was gone longest
    bool throughout = false;                      // every side was seen at every moment
    std::vector<std::string> sources;             // "ripe-ris"
    bool operator==(const MorningRoutes&) const = default;
};

struct MorningNote {
    UtcTime asOf;
    std::chrono::milliseconds watched{0}, ownLineDown{0}; // of the 24 hours
    std::vector<MorningSite> sites;                       // watchlist order
    std::optional<MorningRoutes> routes;                  // none: nobody told of them
    bool simulated = false;
    bool operator==(const MorningNote&) const = default;
};

// nullopt: the lanes do not reach over the 24 hours, or no site is watched.
std::optional<MorningNote> morningNote(const Timeline& timeline, const std::vector<std::string>& route_sources,
                                       UtcTime as_of);

// "In the 24 hours to 8:40 a.m. Tuesday Korea time we watched 14 h 10 min; all four sites answered. Routes visible
// throughout (RIPE NCC RIS)."
QString sentenceOf(const MorningNote& note, CopyLanguage language);
// In the language of the window.
QString sentenceOf(const MorningNote& note);

} // namespace kpwatch::words
