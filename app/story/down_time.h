// SPDX-License-Identifier: GPL-3.0-or-later
// One time in which a target was down, put together from its spans: a hole in the record cuts it in pieces, and so does
// a change of the rules it is judged by. Pure; any thread.
#pragma once

#include "app/story/event.h"
#include "app/story/timeline.h"

#include <span>

namespace kpwatch {

// It was back when somebody looked again, and for how long nobody knows. A row proves presence for 90 s.
inline bool isEndUnseen(UtcTime last_seen, const Onset& ended) {
    return ended.by - last_seen > std::chrono::seconds(90);
}

// How exactly a length is known, of one time or of several put together.
struct HowKnown {
    std::chrono::milliseconds uncertainty{0};        // of the time in it that is known least
    std::chrono::milliseconds shorter{0}, longer{0}; // so much less, or more, than told all of it may have been
    bool atLeast = false;                            // what is told is certain; what it was at most is not known
    bool operator==(const HowKnown&) const = default;
    HowKnown& operator+=(const HowKnown& other); // of a time that is added to it
};

struct DownTime {
    TargetId target{};
    Onset began{};                // when it stopped answering
    std::optional<Onset> ended;   // when it answered again; empty while it is down, or if it was cut
    std::optional<UtcTime> cutAt; // a new vantage epoch began meanwhile
    std::vector<TimeRange> seen;  // as judged, in order; holes between. Begins with the first failed check
    bool outOfSight = false;      // it was down when last seen, and something else is known of the time after
    bool startUnseen = false;     // nothing was known of the time just before
    bool operator==(const DownTime&) const = default;

    UtcTime firstFailure() const { return seen.front().begin; }
    UtcTime lastSeen() const { return seen.back().end; }
    bool endUnseen() const { return ended && isEndUnseen(lastSeen(), *ended); }
    // It may have been longer than what was seen of it.
    bool isAtLeast() const { return !began.after || startUnseen || seen.size() > 1 || !ended || endUnseen(); }
    // Of `seen`, what it was certainly silent in: from the end of the failed check that tells when it stopped at the
    // latest to the start of the last failed one.
    std::vector<TimeRange> certain() const;
};

// Of a piece of a down time, as DownTime::certain() has it; ends before it begins if that is nothing.
TimeRange certainOf(TimeRange down, const std::optional<Onset>& began, const std::optional<Onset>& ended);
// As far as it can have reached: from the last answer before to the first after.
TimeRange possibleOf(TimeRange down, const std::optional<Onset>& began, const std::optional<Onset>& ended);

// Moments at which another vantage epoch began than the one before.
std::vector<UtcTime> epochChanges(std::span<const Event> events);

// The down times of one lane, in order. Of what lies between them the lane may leave out what says something.
std::vector<DownTime> downTimesOf(TargetId target, const std::vector<Span>& lane,
                                  const std::vector<UtcTime>& epoch_changes);

} // namespace kpwatch
