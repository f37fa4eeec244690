// SPDX-License-Identifier: GPL-3.0-or-later
// Past times whose routes are wanted, asked for one question after the other: who counted then, the state and every
// change (bgplay), and before silence is believed a reference prefix of that moment. What reaches further than two
// weeks, or finds nothing, is asked for by the day (routing-history), with the reference where that has a hole. Pure:
// asks nobody; one thread.
#pragma once

#include "app/outside/ripe_question.h"
#include "app/story/past_readings.h"

#include <deque>

namespace kpwatch {

// Longer ones are told by the day alone.
constexpr std::chrono::days longestInDetail{14};

class PastRoutes {
  public:
    explicit PastRoutes(WatchedRoutes watched = {}) : m_watched(std::move(watched)) {}

    // What is waited for already is not asked for twice; of the last minutes nothing is known yet.
    void want(TimeRange range, bool by_person, UtcTime now);
    bool idle() const { return m_jobs.empty(); }
    bool isDue() const { return !m_jobs.empty() && !m_waits; }

    RipeQuestion question() const; // the next; only if not idle
    RipeNews answered(const RipeQuestion& question, std::string_view body, UtcTime now);
    // Nobody answered, or badly. After the second time the source has to answer something else first, after the third
    // this time is given up: so no night is lost because nobody was reached for some minutes.
    RipeNews refused(const std::string& said, UtcTime now);
    void otherAnswered() { m_waits = false; }

  private:
    struct Job {
        TimeRange wanted;
        bool byPerson = false;
        UtcTime from{}; // of what is asked for next
        UtcTime end{};
        bool byTheDay = false;
        std::optional<FullFeed> feed{};
        std::optional<BgpUpdates> doubted{}; // waits for the reference
        UtcTime doubtedAt{};
        std::vector<RouteStretch> stretches{}; // have a hole: they wait for the reference
        bool told = false;                     // anything
        std::string said{};
        int refusals = 0;
    };
    TimeRange slice(const Job& job) const;
    RipeNews takeRoutes(const BgpUpdates& told, UtcTime now);
    RipeNews takeReference(const BgpState& state, UtcTime now);
    RipeNews takeYears(const RouteHistory& history, UtcTime now);
    RipeNews takeYearsReference(const RouteHistory& history, UtcTime now);
    RipeNews goOn(PastSeen seen, UtcTime now);
    void finish(RipeNews& news, UtcTime now);
    RouteTable tableOf(const Job& job) const;

    WatchedRoutes m_watched;
    std::deque<Job> m_jobs;
    bool m_waits = false; // for the source to answer something else
};

} // namespace kpwatch
