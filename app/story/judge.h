// SPDX-License-Identifier: GPL-3.0-or-later
// From observations to verdicts: a pure fold. Knows no socket, no SQL, no widget, no clock of its own; live and
// replayed alike. Feed rows ordered by end time, then by target id; one thread at a time.
#pragma once

#include "app/settings.h"
#include "app/story/event.h"
#include "app/story/qualification.h"
#include "app/story/span.h"
#include "app/watchlist.h"

#include <map>
#include <memory>
#include <vector>

namespace kpwatch {

// The lane of our own connection has spans like a target; this is its key.
inline constexpr TargetId ownLineId{-1};

// Replaces everything known of one lane from `from` on. Spans are disjoint, gap-free, in order, and begin at `from`
// (a span that began earlier is cut there and continued); the last one is open: its range.end is the judge's clock.
// What was told of before stays as it is, but for the end of a down time that had none yet.
struct SpanChange {
    TargetId target{};
    UtcTime from;
    std::vector<Span> spans;
    std::optional<Onset> ended{}; // of the last down time that began before `from`, if it is over
    bool operator==(const SpanChange&) const = default;
};

// Why a target is "slow or patchy", in counts; pooled over its /24 and transport where it is loss.
struct Patchy {
    int lost = 0, tries = 0;                // of the window; lost == 0: it is slow
    double usualLossShare = 0;              // of the transit control meanwhile
    std::optional<Micros> median, baseline; // handshakes of the window, and what is usual at this hour
    bool operator==(const Patchy&) const = default;
};

struct Checking { // between first failure and verdict
    int failed = 0, needed = 0;
    bool operator==(const Checking&) const = default;
};

struct TargetStatus {
    TargetId id{};
    Verdict state = Verdict::NotMonitored;
    Reason reason = Reason::NotStarted;
    std::optional<UtcTime> since;     // begin of the present state; for down the onset's `by`
    std::optional<Onset> onset;       // of a down state
    std::optional<UtcTime> lastCheck; // start of the latest check
    std::optional<UtcTime> lastGood;  // start of the latest answer
    Stage stage = Stage::Prepare;     // of the latest check
    Failure failure = Failure::None;
    std::optional<Micros> latency; // response time of the latest answer, if one try was enough
    std::optional<Checking> checking;
    bool neverAnswered = false;
    int answeredOfLast10 = 0, last10 = 0; // checks (without re-checks) among the latest ten
    std::optional<Verdict> lastKnown;     // last state that said something about them (up, degraded, error-page, down)
    std::optional<UtcTime> lastKnownAt;
    std::optional<Patchy> patchy;   // of a degraded state
    std::optional<Micros> baseline; // usual handshake at this hour; nullopt while too little is known
};

// One ring of controls for one transport.
struct RingStatus {
    Ring ring = Ring::Line;
    Transport transport = Transport::Tcp;
    int answering = 0, qualified = 0, configured = 0;
    bool silent = false;          // of those in service more than half fail; for the negative ring: one answered
    std::optional<UtcTime> since; // of silent
    bool off = false;             // not asked: a proxy, which is the present way out, does not carry it
    bool operator==(const RingStatus&) const = default;
};

struct OwnLineStatus {
    Verdict state = Verdict::NotMonitored; // up, own-connection-down, unknown (no control), not-monitored
    std::optional<UtcTime> since;
    int controlsUp = 0, controls = 0; // line controls that answered last time, of those configured
    std::vector<RingStatus> rings;    // those with a control
    int keptIn = 0;                   // line controls whose latest check a firewall of this computer kept in
};

class Judge {
  public:
    Judge(const Watchlist& watchlist, const Settings& settings);
    ~Judge();
    Judge(Judge&&) noexcept;
    Judge& operator=(Judge&&) noexcept;

    // Files without heartbeats (imported ones): observations prove presence for one interval if that is over 90 s.
    void assumeNoHeartbeats();

    void take(const Observation& row);
    void take(const Event& row);
    // Moves the judge's clock: staleness and presence are measured against it. Never backwards.
    void advanceTo(UtcTime now);

    // The present state of a lane has stood since then: told to a judge whose rows begin later. Ends with that state.
    void stoodSince(TargetId lane, UtcTime begin);

    // What the readings of a control (by its position among the watchlist's) made of its right to vote before the first
    // row of it that is taken.
    void know(std::size_t control, const Qualification& before);

    // What was told of the time before stays: changes() says nothing of it any more.
    void settleBefore(UtcTime time);

    // What changed in each lane since the last call (also for ownLineId); empty if nothing did.
    std::vector<SpanChange> changes();

    TargetStatus status(TargetId target) const;
    OwnLineStatus ownLine() const;
    // Since when somebody is known to answer for everybody; nullopt: nobody is.
    std::optional<UtcTime> interceptedSince(Transport transport) const;
    UtcTime clock() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

// The outage length from which down is certain without loss, for a target asked every `interval` with `timeout`.
std::chrono::milliseconds guaranteedDetection(std::chrono::seconds interval, std::chrono::milliseconds timeout,
                                              const Settings& settings);

} // namespace kpwatch
