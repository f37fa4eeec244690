// SPDX-License-Identifier: GPL-3.0-or-later
// What the judge is made of: one queue of checks in the order of their ends, judged one by one once the control after
// each has spoken. Included by judge*.cpp only. One thread.
#pragma once

#include "app/story/by_epoch.h"
#include "app/story/course.h"
#include "app/story/degraded.h"
#include "app/story/interception.h"
#include "app/story/judge.h"
#include "app/story/judged_checks.h"
#include "app/story/known_places.h"
#include "app/story/loss.h"
#include "app/story/our_firewall.h"
#include "app/story/our_refusals.h"
#include "app/story/presence.h"
#include "app/story/rings.h"
#include "app/story/road_loss.h"
#include "app/story/signs.h"

#include <deque>
#include <set>

namespace kpwatch {

// Rewriting reaches no further back unless somebody says so.
inline constexpr std::chrono::minutes tailKept{15};

// What is told of a target's latest checks, before they are judged.
struct LatestChecks {
    void note(const Observation& row, bool believed);
    void disbelieve(UtcTime from, std::optional<UtcTime> good_before); // what answered then was somebody else
    void fill(TargetStatus& status) const;

    std::optional<UtcTime> check, good;
    Stage stage = Stage::Prepare;
    Failure failure = Failure::None;
    std::optional<Micros> latency;
    std::vector<bool> lastTen; // answered, without re-checks
};

struct Watched {
    Watched(const Target& its_target, const Settings& settings);
    Target target;
    Transport transport;
    Course course;
    LatestChecks latest;
    Signs signs;
    bool named;   // where it lives is asked of name servers
    bool carried; // a proxy carries it
    KnownPlaces places{};
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
        enum Kind { Presence, Control, Watched } kind;
        std::size_t position; // among the controls or the watched
        std::chrono::seconds interval;
    };

    Check checkOf(std::size_t position, const Observation& row);
    bool intercepted(const Check& check) const;
    void readControl(std::size_t position, const Observation& row);
    void notePresence();
    void hush(UtcTime from);
    void judgeWaiting(UtcTime known);
    bool judged(const Check& check, UtcTime known);
    void judgeAnswer(const Check& check);
    Degraded::Check triedBy(const Check& check) const;
    std::optional<Reason> neutralReason(const Check& check) const;
    void enterEpoch(UtcTime at, const EpochBegin& begin);
    void changeEpoch(UtcTime at, const EpochBegin& begin);
    void exchangeSigns(const EpochBegin& begin);
    void forget();
    Veils veilsOf(const Watched& target) const;

    // judge_again.cpp: what has been judged is judged again when it turns out that somebody else had answered.
    void keepFor(const ToJudge& next);
    void judgeAgain(UtcTime from);

    // judge_company.cpp: what one target's run means beside those of the others.
    void weighRuns(UtcTime now);
    bool weigh(std::size_t position, UtcTime now);
    int failuresNeeded(std::size_t position, double share, UtcTime now) const;
    bool inCompany(std::size_t position, UtcTime now) const;
    bool inLongCompany(std::size_t position, UtcTime now) const;
    double lossShare(std::size_t position, UtcTime now) const;
    double possibleLoss(std::size_t position, UtcTime now) const;

    const Settings settings;
    std::vector<Role> roles; // by target id
    std::vector<Watched> watched;
    Presence presence;
    Rings rings;
    Interception interception;
    OurRefusals refusals;
    OurFirewall firewall;
    std::set<std::size_t> controlsKeptIn; // by it: whose latest check could not leave
    Loss loss;
    RoadLoss roadLoss;
    Degraded degraded;
    struct Asked {
        Ring ring;
        Transport transport;
    };
    std::vector<Asked> controls; // as in the watchlist
    std::deque<ToJudge> waiting;
    bool hasHeartbeats = true;
    std::optional<std::string> epoch;
    std::optional<UtcTime> epochSince, watchingSince;
    UtcTime epochBegan{};    // as told; epochSince is as judged
    std::string judgedEpoch; // as judged
    ByEpoch<std::vector<Course::Memory>> coursesLeft;
    ByEpoch<std::vector<Signs>> signsLeft; // as told
    bool throughProxy = false;
    bool roadIsOurs = true; // no proxy, as told
    UtcTime clock{};
    UtcTime settled = UtcTime::min(); // what was told of the time before stays
    struct Kept {
        UtcTime before;         // what ended before then had been judged
        JudgedChecks judged;    // from then until the next
        UtcTime rewritesBackTo; // by what was judged after
        std::vector<Course> courses;
        Loss loss;
        std::optional<UtcTime> epochSince;
        bool throughProxy;
        std::string epoch;
        ByEpoch<std::vector<Course::Memory>> coursesLeft;
    };
    std::deque<Kept> kept; // by time
    struct Stood {
        std::optional<UtcTime> seen; // what the rows at hand say
        UtcTime begin;
    };
    std::map<TargetId, Stood> stood;
};

} // namespace kpwatch
