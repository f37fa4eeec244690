// SPDX-License-Identifier: GPL-3.0-or-later
// What the judge is made of: one queue of checks in the order of their ends, judged one by one once the control after
// each has spoken. Included by judge*.cpp only.
#pragma once

#include "app/story/accountability.h"
#include "app/story/judge.h"
#include "app/story/loss.h"
#include "app/story/presence.h"
#include "app/story/verdict.h"

namespace kpwatch {

// What is told of a target's latest checks, before they are judged.
struct LatestChecks {
    void note(const Observation& row);
    void fill(TargetStatus& status) const;

    std::optional<UtcTime> check, good;
    Stage stage = Stage::Prepare;
    Failure failure = Failure::None;
    std::optional<Micros> latency;
    std::deque<bool> lastTen; // answered, without re-checks
};

struct Watched {
    Watched(const Target& its_target, const Settings& settings) : target(its_target), course(its_target, settings) {}
    Target target;
    Course course;
    LatestChecks latest;
};

struct Judge::State {
    State(const Watchlist& watchlist, const Settings& its_settings);

    void observe(const Observation& row);
    void happen(const Event& event);
    // The clock is `now`; every row that ended before `known` has been taken.
    void settle(UtcTime now, UtcTime known);
    std::vector<SpanChange> changes();
    TargetStatus status(const Watched& target) const;
    OwnLineStatus ownLine() const;
    std::optional<UtcTime> trueBegin(TargetId lane, std::optional<UtcTime> seen) const;

    struct Role {
        enum Kind { Presence, Line, Watched } kind;
        std::size_t position; // among the line controls or the watched
        std::chrono::seconds interval;
    };
    struct Waiting {
        Check check;
        bool newEpoch;
    };

    void readControl(std::size_t position, TimeRange range, const Observation& row);
    void noteWatchingAgain();
    void judgeWaiting(UtcTime known);
    bool judged(const Check& check, UtcTime known);
    void enterEpoch(UtcTime at);
    void forget();

    // judge_company.cpp: what one target's run means beside those of the others.
    void weighRuns(UtcTime now);
    bool weigh(std::size_t position, UtcTime now);
    int failuresNeeded(std::size_t position, double share, UtcTime now) const;
    bool inCompany(std::size_t position, UtcTime now) const;
    bool inLongCompany(std::size_t position, UtcTime now) const;
    double lossShare(std::size_t position) const;

    const Settings settings;
    std::vector<Role> roles; // by target id
    std::vector<Watched> watched;
    Presence presence;
    LineControls line;
    Loss loss;
    std::deque<Waiting> waiting;
    bool hasHeartbeats = true;
    std::optional<std::string> epoch;
    std::optional<UtcTime> epochSince, watchingSince;
    UtcTime clock{};
    struct Stood {
        std::optional<UtcTime> seen; // what the rows at hand say
        UtcTime begin;
    };
    std::map<TargetId, Stood> stood;
};

} // namespace kpwatch
