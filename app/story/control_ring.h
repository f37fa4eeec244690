// SPDX-License-Identifier: GPL-3.0-or-later
// A ring of controls: what each answered lately, which of them may vote and are in service, and whether those nearest
// to a failed check answered before and after it. One thread.
// Everything it says of a moment follows from the readings up to then, however many have come since.
#pragma once

#include "app/story/qualification.h"
#include "app/story/span.h"

#include <deque>

namespace kpwatch {

enum class Proof {
    Wait,      // the control after it has not spoken yet
    Counts,    // controls answered before and after: the failure lies beyond them
    Neutral,   // they did not, or not in time
    NoControl, // no control is qualified at all
};

class ControlRing {
  public:
    struct Member {
        Qualification::By qualifiesBy = Qualification::By::Answers;
        std::chrono::milliseconds timeout{10000}; // a reading that began is known that much later at the latest
        std::chrono::seconds interval{60};
        std::chrono::seconds window{60}; // how near to a check it must have been asked
    };
    enum class Outcome { Answered, Failed, NoRoute }; // NoRoute: nothing could leave this computer
    struct Reading {
        std::size_t control = 0; // position among the members
        TimeRange range;
        Outcome outcome = Outcome::Failed;
        std::string source{}; // our own address it left by; empty if not known
    };
    struct Bracket { // of a failed check
        Proof proof = Proof::NoControl;
        bool otherRoute = false; // its proof left by another address of ours than the check
    };

    explicit ControlRing(const std::vector<Member>& members);

    void take(const Reading& reading);     // in order of their end
    void saidNothing(std::size_t control); // its latest check tells neither way
    void forgetLatest();                   // nobody asked for a while (start, pause, sleep): old readings say nothing
    void wake(UtcTime at);                 // until the controls answered twice nothing is judged
    void newEpoch(UtcTime at);             // another line: what was read before says nothing
    void know(std::size_t control, Qualification before); // what its readings before the first one taken made of it

    // Of a check that failed, at `now`: every reading that ended before `now` is known. `source`: as in Reading.
    Bracket bracket(TimeRange check, const std::string& source, UtcTime now) const;
    // Whether a check falls into the time after waking in which nothing is judged.
    bool tooSoonAfterWaking(TimeRange check) const;
    // A control answered strictly between the two moments.
    bool answeredBetween(UtcTime first, UtcTime last) const;
    // A reading, whatever it says, ended within the two moments.
    bool heardWithin(UtcTime first, UtcTime last) const;

    struct Voices { // the latest readings since we watch again
        int asked = 0, noRoute = 0;
        int inService = 0, failed = 0; // of those that may vote
        bool silent() const { return 2 * failed > inService; }
    };
    Voices voices(UtcTime now) const;
    std::size_t size() const { return m_controls.size(); }
    std::size_t heard() const; // of these have told anything since we watch again
    bool qualified(std::size_t control, UtcTime now) const { return mayVote(control, epochAt(now), now); }
    bool anyQualified(UtcTime now) const;
    bool answering(std::size_t control) const { return m_controls[control].latest == Outcome::Answered; }
    // Of controls that may vote, in this epoch; the beginning of time if none.
    UtcTime lastAnswer() const { return m_lastAnswer; }

  private:
    struct Answer {
        UtcTime end;
        std::size_t epoch;
    };
    struct Control {
        explicit Control(const Member& its_member) : member(its_member), qualification(its_member.qualifiesBy) {}
        Member member;
        Qualification qualification;
        std::deque<Answer> answers; // by end, the last two hours
        std::optional<Answer> firstOfEpoch;
        std::optional<Outcome> latest; // since we watch again
        std::optional<UtcTime> firstSinceWaking;
        bool twiceSinceWaking = false;
    };
    struct Kept : Reading {
        std::size_t epoch = 0;
        bool answered() const { return outcome == Outcome::Answered; }
    };

    bool mayVote(std::size_t control, std::size_t epoch, UtcTime at) const;
    std::optional<UtcTime> lastAnswer(std::size_t control, std::size_t epoch, UtcTime at) const;
    bool inService(std::size_t control, std::size_t epoch, UtcTime at) const;
    std::size_t epochAt(UtcTime time) const;
    void noteWaking(Control& control, TimeRange reading);
    const Kept* readingAfter(TimeRange check, UtcTime now, bool& wait) const;
    const Kept* readingBefore(TimeRange check, UtcTime now) const;
    bool familySilent(TimeRange check, const std::string& source) const;
    std::deque<Kept>::const_iterator firstEndedFrom(UtcTime time) const;

    std::vector<Control> m_controls;
    std::chrono::milliseconds m_longestTimeout{0};
    std::chrono::seconds m_longestWindow{0};
    std::deque<Kept> m_readings; // by end, the last two hours
    UtcTime m_lastAnswer{};
    std::optional<UtcTime> m_wokeAt, m_judgedFrom;
    std::vector<UtcTime> m_epochs; // begins of the epochs after the first
};

} // namespace kpwatch
