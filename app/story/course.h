// SPDX-License-Identifier: GPL-3.0-or-later
// The course of one target: its run of failures, its down state, its answers; written into its track as verdicts are
// reached and taken back. Knows nothing of other targets: whoever compares them calls confirm().
// Pure; one thread.
#pragma once

#include "app/settings.h"
#include "app/story/packets.h"
#include "app/story/state_track.h"
#include "probes/observation.h"

#include <vector>

namespace kpwatch {

// What the judge keeps of an observation.
struct Check {
    std::size_t target = 0; // position among the judged targets
    TimeRange range;        // start and end
    Transport transport{};  // what had to get through, as far as it came
    Meaning meaning = Meaning::Neutral;
    bool errorAnswer = false; // an answer that is an error page, or its like of a name server
    std::string note;         // "503", "http connect timeout"; empty for a good answer
    bool blocked = false;     // a known block page came in their place, or a bogon address
    Reason doubt{};           // None, or what makes it say nothing whatever it saw
    std::string source{};     // our own address it left by; empty if not known
    std::string place{};      // where a host known by its name was asked; else empty
    Packets packets{};
    bool operator==(const Check&) const = default;
};

// HTTP >= 500 or 4xx other than 401, 403, 429; a web server not speaking HTTP; a name server without the answer.
bool isErrorAnswer(const Target& target, const Observation& row);
// The short technical reason shown with a span; empty for a good answer.
std::string technicalNote(const Target& target, const Observation& row);

class Course {
  public:
    Course(const Target& target, const Settings& settings);

    // The starts of the failures that this answer disproved: they were loss. `degraded`: how they answer slowly or
    // patchily; empty if they do not.
    std::vector<UtcTime> answered(const Check& check, const std::string& degraded = {});
    // The failures of the undecided run, if an answer that starts then disproves them.
    std::vector<UtcTime> disprovedBy(UtcTime answer) const;
    void failed(const Check& check);                 // a failure that counts, unless they are blocked here
    void blocked(const Check& check);                // somebody else's block page: until they answer, nobody is down
    void neutral(const Check& check, Reason reason); // says nothing about them
    void expire(UtcTime now);                        // what no check speaks for any more becomes unknown
    void hush(UtcTime from);                         // nobody watched then: what was seen before speaks no further
    // What is known of them belongs to the line it was seen by, and waits there until we are back on it.
    struct Memory {
        std::optional<UtcTime> lastJudged, lastGood;
        bool down = false;
        Onset onset{};
        Standing downStanding{};
        UtcTime downFrom{};
        int onsetRank = 1, downFailures = 0;
    };
    Memory leaveEpoch(UtcTime at);
    void comeBack(const Memory& memory); // after leaving another
    void leaveOut(UtcTime at);           // it is not asked by the present way out

    // The undecided run, at `now`.
    int runLength(UtcTime now) const;                        // 0 without one, or once a hole has discarded it
    UtcTime runStart() const { return m_run.front().begin; } // of a run
    UtcTime lastFailure() const { return m_lastFailures.back(); }
    std::optional<UtcTime> lastJudged() const { return m_lastJudged; } // start
    std::optional<UtcTime> lastGood() const { return m_lastGood; }     // start
    bool answeredLately(UtcTime when) const;                           // in the last 7 days of this epoch
    bool judgedEver() const { return m_lastJudged.has_value(); }       // in this epoch
    // The run is an outage: down from its first failure on; its m-th tells when it stopped answering at the latest.
    void confirm(int m);
    // Failures enough for a verdict, but something forbids it: the old state stands no longer.
    void doubt();

    bool down() const { return m_down; }
    const Onset& onset() const { return m_onset; } // of a down state

    StateTrack& track() { return m_track; }
    const StateTrack& track() const { return m_track; }
    UtcTime rewritesBackTo() const; // nothing before this will be rewritten by a check to come

  private:
    struct Answer {
        TimeRange range;
        bool error = false;
        std::string note, degraded;
        int failuresBefore = 0;              // counted in this down state
        std::vector<UtcTime> lastFailures{}; // before it, starts of the latest three
    };
    std::chrono::milliseconds longestStretch() const; // without a judged check; a longer one is a hole
    bool afterHole(UtcTime next) const;
    bool isBlocked(UtcTime at) const;
    void dropRun();
    std::chrono::milliseconds speaksFor() const; // an answer, for the time after it
    void speakUntil(UtcTime at);
    void noteFailure(UtcTime start);
    void showAnswer(const Answer& answer);
    std::vector<UtcTime> answeredWhileDown(const Answer& answer, bool after_hole);
    void end(const Answer& first);
    void stayDown(UtcTime at);
    void speak(UtcTime at);

    // Of the settings what it goes by, for of each course there are six copies.
    std::chrono::seconds m_interval, m_usuallySpeaksFor, m_recoverSpan;
    int m_recoverSuccesses;
    StateTrack m_track;

    std::vector<TimeRange> m_run; // undecided counted failures, as far as they are needed
    int m_runLength = 0;
    std::string m_runNote;
    std::vector<UtcTime> m_lastFailures;    // starts of the latest three counted
    std::optional<UtcTime> m_lastJudged;    // start
    bool m_backFromElsewhere = false;       // nothing has been judged since
    bool m_hushed = false;                  // nothing has been judged since a time without watching
    std::optional<UtcTime> m_lastGood;      // start
    std::optional<Answer> m_previous;       // the answer before, for error pages
    std::optional<UtcTime> m_speaksUntil;   // of the latest judged check
    Reason m_silence = Reason::Stale;       // why it is unknown once nothing speaks
    std::optional<UtcTime> m_untestedUntil; // of another line, while no check on it has been looked at
    std::optional<UtcTime> m_blockedAt;     // the latest block page, since they answered last

    bool m_down = false;
    Onset m_onset{};
    Standing m_downStanding;
    UtcTime m_downFrom{};
    int m_onsetRank = 1;                            // m of the onset
    int m_downFailures = 0;                         // counted in this down state
    std::vector<Answer> m_recovering;               // answers that may turn out to be its end
    std::vector<UtcTime> m_failuresWhileRecovering; // starts, since the first of them
};

} // namespace kpwatch
