// SPDX-License-Identifier: GPL-3.0-or-later
// What a public source told us, as it goes into the record. Values; any thread.
#pragma once

#include "app/story/routing.h"

namespace kpwatch {

// The resolver of this computer, as the source of what it says of the watched names. That concerns nobody else: it goes
// into no pack and no file.
inline constexpr std::string_view ownResolver = "own-resolver";

// One answer as it was received, or that there was none.
struct SourceAnswer {
    UtcTime at; // when it was here
    std::string source;
    std::string question; // the URL; of our own resolver the name and what was asked of it
    int status = 0;       // of HTTP; of our own resolver 1; 0: nobody answered
    std::string body;
    bool newReadings = false; // it changed what was known: its body is kept, else its hash alone
    std::string hash{};       // SHA-256 of the body, once it is stored
};

// Routes by the day: how many full-feed peers (not networks) saw a prefix, a mean.
struct RouteStretch {
    std::string source; // "ripe-history"
    std::string prefix;
    TimeRange range;
    double peersSeeing = 0;
    bool operator==(const RouteStretch&) const = default;
};

// A past time that a source was asked about, and what came of it.
struct PastTold {
    UtcTime at; // when the answer was here
    std::string source;
    TimeRange range;
    bool byPerson = false; // else because nobody had watched
    bool told = false;     // there was something; else it is no data, which is neither up nor gone
    std::string said;      // why there is none, in the source's words or ours
    bool operator==(const PastTold&) const = default;
};

struct SourceNews {
    std::vector<RouteReading> readings;
    std::vector<SourceAnswer> answers;
    std::vector<RouteSighting> sightings{};
    std::vector<RouteStretch> stretches{};
    std::vector<PastTold> past{};
    bool empty() const {
        return readings.empty() && answers.empty() && sightings.empty() && stretches.empty() && past.empty();
    }
    bool saysAnything() const; // others did, and more than that they were asked and answered as before
    void add(SourceNews news);
    void keepLatest(std::size_t most_answers, std::size_t most_readings);
};

// When a source was asked in the hour before the latest time, and how often it may be in one: our own budget.
struct AskedInHour {
    std::vector<UtcTime> asked;
    int most = 0;
};

// How a source does at this moment.
struct SourceStatus {
    std::string source; // "ripe-ris"
    bool streaming = false;
    std::optional<UtcTime> lastTold;       // its latest good answer or message
    std::optional<UtcTime> troubleSince;   // it has not answered well since
    std::string trouble;                   // one clause: "did not answer within 60 s"
    int askedLastDay = 0, mostADay = 0;    // of our own budget; 0: not told
    std::optional<UtcTime> leftAloneUntil; // it said so, or did not answer
    bool asksPast = false;                 // a past time is being asked about
    std::optional<UtcTime> pastWaitsUntil; // its question, for the budget
    std::optional<AskedInHour> hour{};
};

} // namespace kpwatch
