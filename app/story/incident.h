// SPDX-License-Identifier: GPL-3.0-or-later
// A time in which hosts did not answer, told as one story: who, from when to when, in what order. Values, derived from
// spans and events and never stored: folded anew they come out the same. Any thread.
#pragma once

#include "app/story/down_time.h"
#include "app/story/judgement.h"

namespace kpwatch {

struct Member {
    TargetId target{};
    std::vector<DownTime> downTimes; // in order; pattern, order and pairs use the first
    int rank = 0;                    // of its first onset among the members', from 1, for drawing; 0: none
    int recoveryRank = 0;            // the same of its last end

    const Onset& began() const { return downTimes.front().began; }
    const std::optional<Onset>& ended() const { return downTimes.back().ended; } // empty while it is down
    bool over() const { return ended() || downTimes.back().cutAt; }
    UtcTime lastSeen() const;  // silent
    bool boundsUnseen() const; // its first start or last end
};

// One stopped (or came back) surely before the other.
struct Before {
    TargetId first{}, second{};
    bool operator==(const Before&) const = default;
};

// Three different things that are all called "how long". As drawn, from the first failed check to the first answer;
// what was at least so long, as it certainly was: DownTime::certain().
struct Lengths {
    std::optional<std::chrono::milliseconds> noneAnswered; // no watched site answered; empty: certain of no moment
    std::chrono::milliseconds atLeastOne{0};               // somebody did not
    std::chrono::milliseconds untilSteady{0};              // from the first failure to the last recovery, or now
    // Of each. At least so long is what holds a stretch nobody could judge, or whose begin or end was not observed, or
    // what goes on; of `none` only the times count in which no site answered, of `steady` its first begin and last end.
    HowKnown none, one, steady;
    bool operator==(const Lengths&) const = default;
};

// A time in which no watched site answered, begun by members of this incident and by nobody else.
struct NoneAnswered {
    Onset since;                         // onset of the last of them, the first time
    Onset latest;                        // the same of the latest time
    std::chrono::milliseconds length{0}; // of all such times in it
    HowKnown known;                      // that length
    bool atLast = false;                 // it was so when the silent ones were last seen
    // Of all sites that were silent in it, whosever incident that is: who answered again first, the first time, and who
    // did last, the latest time. Empty: that was not seen, or of the last not yet.
    std::optional<Onset> firstBack{}, lastBack{};
    bool operator==(const NoneAnswered&) const = default;
};

struct Incident {
    std::string id; // "20260305-171700": the first failed check of who opened it, UTC; "-2" on a clash
    std::vector<std::string> aliases; // of those that turned out to be part of it
    std::vector<Member> members;      // watchlist order
    Onset began{};                    // (earliest after, earliest by]
    std::optional<Onset> ended;       // (latest after, latest by]; empty while a member is down, or if it was cut
    std::optional<UtcTime> cutAt;     // our line changed meanwhile: what came after is told apart from it
    std::optional<NoneAnswered> none; // in which no watched site answered
    bool longStanding = false;        // one site alone for over longstanding_h
    Lengths lengths;
    std::vector<Before> before;          // every pair that is certain, in the order of members
    std::vector<Before> recoveredBefore; // the same of the ends

    std::vector<Judgement> byHand;   // what a person said about it and holds, in that order
    std::vector<TargetId> excluded;  // by hand: not told in it, nor counted among those who answered
    std::vector<DownTime> leftOut;   // by hand, by exclusion or window
    std::optional<TimeRange> window; // of the story, by hand
    bool falseAlarm = false;         // by hand

    UtcTime firstFailure() const;              // start of the earliest failed check
    UtcTime end(UtcTime now) const;            // latest end, or where it was cut if that is later, or now
    UtcTime lastSeen() const;                  // any of them silent
    std::optional<Onset> lastRecovery() const; // of those that answered again
    bool over() const { return ended || cutAt; }
    bool boundsUnseen() const; // its first failure or last recovery: from one to the other it was at least so long
    UtcTime seenUntil(UtcTime now) const; // the latest sight of those that have not answered again; now, if all have
    const Member* member(TargetId target) const; // nullptr if it is none
    bool isExcluded(TargetId target) const;
    std::vector<TargetId> outsideWindow() const; // whose silences the window left out
};

// When an outage was that a person marked as a false alarm, and whose.
struct FalseAlarm {
    TimeRange range;
    std::vector<std::string> targets; // slugs of who did not answer
    bool operator==(const FalseAlarm&) const = default;
};

// In which it is shown: the window set by hand, else with room before and after it, so that what was usual is seen.
TimeRange rangeAround(const Incident& incident, UtcTime now);

// Whether this is what it is called, was called, or would have been called had another member opened it.
bool isNamed(const Incident& incident, std::string_view id);
// The one that is called so, or was, or would have been; nullptr if none is.
const Incident* findIncident(const std::vector<Incident>& incidents, std::string_view id);
// "20260305-171700".
std::string incidentId(UtcTime first_failure);

} // namespace kpwatch
