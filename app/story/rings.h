// SPDX-License-Identifier: GPL-3.0-or-later
// The rings of a watchlist: which controls vote for what, and what all of them together prove of a failed check.
// - line: our own line, for everybody; those of the check's own transport (TCP, UDP) once more among themselves.
// - mail: line controls on port 25, for mail alone and nothing else.
// - long-haul: the road to that part of the world.
// - transit: the networks in front of them, one ring per side, for the targets that lie beyond.
// Negative controls are interception.h's. One thread.
#pragma once

#include "app/settings.h"
#include "app/story/judge.h"
#include "app/story/own_line.h"

#include <array>

namespace kpwatch {

// How a control of that ring comes to vote.
Qualification::By qualifiesBy(Ring ring);
bool isOfTheRoad(Ring ring); // long-haul or transit: between our own line and them
// What a check of a control says as a reading; nullopt: nothing.
std::optional<ControlRing::Outcome> outcomeOf(const Observation& row, Transport transport);

class Rings {
  public:
    Rings(const Watchlist& watchlist, const Settings& settings);

    struct Heard {
        TimeRange range;
        ControlRing::Outcome outcome = ControlRing::Outcome::Failed;
        std::string source{};
    };
    // Of a control, by its position in the watchlist; nothing is dated back before `watching_since`.
    void take(std::size_t control, const Heard& heard, UtcTime watching_since);
    void saidNothing(std::size_t control); // its latest check tells neither way
    void advanceTo(UtcTime now);
    void watchingAgain(UtcTime since); // old readings say nothing of the present
    void wake(UtcTime at);
    void newEpoch(UtcTime at);
    // What the readings of a control before the first one taken made of its right to vote.
    void know(std::size_t control, const Qualification& before);

    struct Question { // of a failed check
        TimeRange range;
        Transport transport = Transport::Tcp;
        Via via = Via::Unknown;
        std::string source{};
    };
    struct Proven {
        Proof proof = Proof::NoControl;
        Reason reason = Reason::NoControl; // why it does not count
    };
    Proven prove(const Question& check, UtcTime now) const;
    bool hasLineControlsOf(Transport transport) const { return ring(ringFor(Ring::Line, transport)).size() > 0; }

    bool mayVote(std::size_t control, UtcTime now) const; // for whatever its ring is asked for
    const ControlRing& line() const { return ring(Which::Line); }
    OwnLine& ownLine() { return m_ownLine; }
    const OwnLine& ownLine() const { return m_ownLine; }
    // Up, or unknown (way-there) while long-haul or every transit ring in service is silent.
    StateTrack& way() { return m_way; }
    const StateTrack& way() const { return m_way; }
    UtcTime rewritesBackTo(UtcTime now) const; // how far back the next reading may date a change

    int lineControlsAnswering() const; // of those that can speak for our own line
    std::vector<RingStatus> status(UtcTime now) const;

  private:
    enum class Which : std::size_t { Line, LineTcp, LineUdp, Mail, LongHaul, China, Russia, Count };
    struct Seat {
        Which which;
        std::size_t position; // in that ring
    };
    struct Controlled { // one control of the watchlist
        Ring ring;
        Transport transport;
        std::vector<Seat> seats;
    };

    const ControlRing& ring(Which which) const { return m_rings[static_cast<std::size_t>(which)]; }
    ControlRing& ring(Which which) { return m_rings[static_cast<std::size_t>(which)]; }
    static Which ringFor(Ring ring, Transport transport);
    static std::vector<Which> roadOf(Via via);
    void judgeSilence(Which which, UtcTime now, UtcTime no_earlier);
    void judgeWay(TimeRange reading, UtcTime no_earlier);
    std::optional<UtcTime> waySilentSince(UtcTime now) const;
    void roadUnheard(UtcTime from);
    bool blockedOnOurSide(Which road) const;
    std::optional<UtcTime> silentSince(Which which) const { return m_silentSince[static_cast<std::size_t>(which)]; }

    std::vector<Controlled> m_controls; // as in the watchlist
    std::vector<ControlRing> m_rings;   // by Which
    std::array<std::optional<UtcTime>, static_cast<std::size_t>(Which::Count)> m_silentSince;
    std::array<int, static_cast<std::size_t>(Which::Count)> m_silentReadings{}; // in a row
    OwnLine m_ownLine;
    StateTrack m_way;
    const std::chrono::milliseconds m_waySpeaksFor;
    UtcTime m_lastWayReading{}, m_epochSince{}, m_roadUnheardSince{};
};

} // namespace kpwatch
