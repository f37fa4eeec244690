// SPDX-License-Identifier: GPL-3.0-or-later
// What a lane has been, from when on: a list of states that is written at its end and rewritten a little way back when
// a verdict is reached. Remembers from where on it changed, so that only the changed tail is handed on. One thread.
#pragma once

#include "app/story/span.h"

#include <span>
#include <vector>

namespace kpwatch {

struct Standing {
    Verdict verdict = Verdict::Unknown;
    Reason reason = Reason::Stale;
    std::optional<Onset> onset, ended; // down only
    std::string note;
    bool operator==(const Standing&) const = default;
};

class StateTrack {
  public:
    struct Segment {
        UtcTime begin;
        Standing what;
    };

    bool empty() const { return m_segments.empty(); }
    const Standing& current() const { return m_segments.back().what; } // not empty
    UtcTime currentSince() const { return m_segments.back().begin; }   // not empty
    const Standing* at(UtcTime time) const;                            // nullptr before what is remembered
    const std::vector<Segment>& segments() const { return m_segments; }

    // Everything from `time` on is `what`.
    void setFrom(UtcTime time, Standing what);
    // Forgets what begins after `time`: the state at `time` goes on.
    void holdFrom(UtcTime time);
    // Every stretch of `was` that begins at or after `from` becomes `now`; one that contains `from` is cut there.
    void relabel(UtcTime from, Verdict was, const Standing& now);
    // Down is over: writes so into every stretch of down from `from` on.
    void markEnded(UtcTime from, const Onset& ended);
    // When the last down time that began before `time` was over; nullopt if it is not, or none is remembered.
    std::optional<Onset> endedBefore(UtcTime time) const;

    // The last state that said something about them (up, degraded, error-page, down), and until when it did; nullopt
    // if none ever did, or it still does.
    struct Said {
        Verdict verdict;
        UtcTime until;
    };
    std::optional<Said> lastSaid() const;

    std::optional<UtcTime> changedFrom() const { return m_changedFrom; }
    void markChanged(UtcTime from);
    void settleChanges() { m_changedFrom.reset(); }
    void forgetBefore(UtcTime time); // keeps the state at `time`

  private:
    std::vector<Segment> m_segments; // in order of begin, neighbours differ
    std::optional<UtcTime> m_changedFrom;
    std::optional<Said> m_saidBefore; // of what is forgotten
};

// Whether a state says something about them.
bool saysSomething(Verdict verdict);
// The same, and other than that they do not answer: what a down time never holds.
bool endsDownTime(Verdict verdict);
// Whether what these say first, or last, is that nobody answers: a down time that may have begun before them, or goes
// on.
bool beginsDown(std::span<const Span> spans);
bool endsDown(std::span<const Span> spans);

// Whether a state of ours hides what is said of them: own-connection-down, unknown (intercepted, way-there).
bool hides(const Standing& veil);

// The tracks of a lane laid over each other, the first that applies holds: not-monitored of `presence`, what `hides` of
// the veils in their order, then the lane's own. Gap-free over the range, neighbours differ.
using Veils = std::vector<const StateTrack*>;
std::vector<Span> laidOver(const StateTrack& presence, const Veils& veils, const StateTrack& own, TimeRange range);

} // namespace kpwatch
