// SPDX-License-Identifier: GPL-3.0-or-later
// Which sentences copy has about the end and the length of an incident: decided once for all languages, each of which
// brings its words. Pure; any thread.
#pragma once

#include "app/words/told_of.h"
#include "app/words/wire_time.h"

namespace kpwatch::words {

QString sentences(QStringList each); // one after another; the empty left out

// What a language has to say of an end; each may be an empty text.
struct EndingWords {
    using Sentences = QString (*)(const IncidentTold& told, const ToldOf& of, CopyStyle style);
    Sentences returned;   // it goes on: only who has come back meanwhile
    Sentences outOfSight; // it was going on when last seen
    Sentences cut;        // our line changed, or who was silent was taken off the list
    Sentences recovered;  // those of whom it is told
};
QString ending(const EndingWords& words, const IncidentTold& told, CopyStyle style);

// Of what has ended: how those answered again whom the sentences are about.
struct AnsweredAgain {
    Recovery recovery;
    bool alone = false;          // only one of them
    std::int64_t errorPages = 0; // so many of them with an error page, which is not what people came for
};
AnsweredAgain answeredAgain(const IncidentTold& told, const ToldOf& of);

// Of one whose watching was cut: who was silent then, and how the others had answered again.
struct CutShort {
    std::vector<const Member*> silent;
    std::optional<Onset> othersBack; // the last of them; empty: there are none
    bool oneBack = false;            // only one of them
};
CutShort cutShort(const ToldOf& of);

// The lengths that a full copy has, with what they are rounded by. What began before the time that the opening names
// is told from the first failure on, so that no length is longer than the time it is read to be of.
struct LengthsTold {
    enum class Of {
        SeenSilent,          // at least one was seen not to answer
        SeenSilentFromFirst, // the same, from the first failure on
        OneSeenSilent,       // who stopped was one, which was
        Whole,               // from the first failure to the last recovery
        SoFar,               // since the time of the opening
        SoFarFromFirst       // since the first failure
    } of = Of::Whole;
    std::chrono::milliseconds length{0};
    HowKnown roundedBy;
    std::optional<std::chrono::milliseconds> none; // no site answered; empty: not said
    // For how long the one that stopped did not answer, or at least one of several, where that is not `length`; rounded
    // by `one`.
    std::optional<std::chrono::milliseconds> own;
    Of ofOwn = Of::OneSeenSilent;
    bool ownInAll = false;   // put together from several times
    bool partUnseen = false; // of the one that stopped: holes in `length`
    bool inAll = false;      // put together from several times
    bool noneInAll = false;  // the same of `none`
};
LengthsTold lengthsTold(const IncidentTold& told);

} // namespace kpwatch::words
