// SPDX-License-Identifier: GPL-3.0-or-later
// Does somebody between us answer for everybody? Told, per transport, by the negative controls, which nobody can
// answer, by a block page in the place of any other control, and by a control that answers otherwise than expected
// although it answered as expected within the last day. One thread.
#pragma once

#include "app/story/judge.h"
#include "app/story/state_track.h"

#include <array>
#include <deque>

namespace kpwatch {

class Interception {
  public:
    explicit Interception(const Watchlist& watchlist);

    // A reading of a control, by its position in the watchlist. If it is the first that tells of somebody between us:
    // from when on nothing of its transport can be believed, the begin of the reading before it, but not before
    // `no_earlier`.
    std::optional<UtcTime> take(std::size_t control, const Observation& row, UtcTime no_earlier);
    void newEpoch(); // another line: what told of nobody there tells nothing here

    // That the control did not answer as expected, without anything that tells the expectation to be right.
    bool isWrongGuess(std::size_t control, const Observation& row) const;

    // Whether somebody is known to have answered for everybody during any of the range.
    bool known(Transport transport, TimeRange range) const;
    bool knownNow(Transport transport) const;
    std::optional<UtcTime> since(Transport transport) const; // of what is known now

    StateTrack& track(Transport transport) { return m_tracks[static_cast<std::size_t>(transport)]; }
    const StateTrack& track(Transport transport) const { return m_tracks[static_cast<std::size_t>(transport)]; }
    // Up, or unknown (intercepted).
    std::vector<StateTrack*> tracks();
    bool changed() const; // one of them, since it was told last

    std::vector<RingStatus> status() const; // of the negative ring

  private:
    static constexpr std::size_t transports = 4;
    struct Witness {
        Transport transport;
        bool negative;                       // nobody can answer it
        bool expects;                        // what it answers is known, or thought to be
        std::optional<UtcTime> clean{};      // begin of the latest reading that told of nobody
        std::optional<UtcTime> since{};      // somebody answers
        int cleanInRow = 0;                  // since then
        std::optional<bool> answered{};      // its latest reading
        std::optional<UtcTime> asExpected{}; // begin of the latest answer that was
        std::optional<UtcTime> otherwise{};  // somebody answers, as only the expectation tells: the first such answer
    };
    enum class Said { Nothing, Nobody, Somebody };
    static Said saidOfNobody(Transport transport, const Observation& row);
    static Said saidOfControl(const Witness& witness, const Observation& row);
    void vouch(Witness& witness, const Observation& row);
    void close(Witness& witness, UtcTime at);

    std::vector<Witness> m_witnesses; // as the controls in the watchlist
    std::array<StateTrack, transports> m_tracks;
    std::array<std::deque<TimeRange>, transports> m_past; // the last two hours
};

} // namespace kpwatch
