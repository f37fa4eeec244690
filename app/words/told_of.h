// SPDX-License-Identifier: GPL-3.0-or-later
// Of whom an incident is told: of all that it touched once it is over, and while it goes on of those alone that do not
// answer now. Neither who has come back nor who is out of sight must be said to be silent. Sites that have all come
// back stay what it is about, whatever else is silent yet. Any thread.
#pragma once

#include "app/words/incident.h"

#include <algorithm>

namespace kpwatch::words {

struct ToldOf {
    Touched who;
    std::vector<const Member*> members; // of them
    std::vector<const Member*> subject; // of these, those whom the sentence names: sites before name servers before all
    std::vector<const Member*> yetSilent;  // others than sites, once all sites that had stopped are back: told as over
    std::optional<UtcTime> yetUnseenFrom;  // those were silent when last seen, which was then
    std::vector<const Member*> othersBack; // beside the sites then: others that had stopped and answer again
    std::vector<const Member*> off;        // it goes on, and these were taken off the watchlist while silent
    std::vector<std::string> sitesBack;    // ids of sites that came back while others are silent
    std::optional<UtcTime> backBy;         // by when the last of those had answered
    bool none = false;                     // no watched site answered; now, or when last seen, or at some time of it
    const NoneAnswered* ofNone = nullptr;  // then when
    bool siteLeftOut = false;              // by hand: nobody must read that all sites were silent
    bool together = true;                  // all of the subject were certainly silent at one moment
    bool now = false;                      // it goes on and is seen: said in the present
    std::optional<UtcTime> unseenFrom;     // it goes on, as far as anybody knows, and nobody is seen from here on
    bool outOfSight() const { return unseenFrom || yetUnseenFrom; } // whoever is silent yet was when last seen
};

ToldOf toldOf(const IncidentTold& told);
UtcTime offFrom(const std::vector<const Member*>& off); // from when none of them was watched
std::optional<UtcTime> othersBackBy(const ToldOf& of);  // by when the last of `othersBack` had answered
std::optional<Onset> lastBack(const ToldOf& of); // when the last of its members answered again; empty if none has
std::vector<const Member*> besidesSubject(const ToldOf& of); // its members whom the sentence does not name
inline bool hasAnsweredAgain(const Member* member) { return member->ended().has_value(); }
// Between its times some site answered.
inline bool cameAndWent(const NoneAnswered& none) { return none.since != none.latest; }
// All that stopped is one address, or belongs to one site, and no site is back before the rest of it.
bool isOfOne(const IncidentTold& told, const ToldOf& of);
// What is told of an incident is put together from several times.
struct InAll {
    bool noneAnswered = false; // some site answered between them
    bool atLeastOne = false;   // all members did
};
InAll inAllOf(const Incident& incident);

// For how long those of the subject were seen to be silent. Of what goes on: all of them, in their present silence.
struct SeenSilent {
    std::chrono::milliseconds shortest{0}, longest{0}; // of each
    HowKnown ofShortest, ofLongest;                    // how exactly that is known
    bool inAll = false;                                // put together from several times
    bool atLeast = false;                              // with holes, or a begin or end was not seen
    // At least so long is true of all only of the shortest; then the longest is told beside it if it is much longer.
    bool differMuch() const {
        return longest >= std::max<std::chrono::milliseconds>(2 * shortest, std::chrono::minutes{1});
    }
};
SeenSilent seenSilent(const ToldOf& of, UtcTime as_of);

// Whether some or all of the subject had answered between the begin that is told of it and its last silence.
struct InBetween {
    bool some = false, all = false; // all certainly at one moment
};
InBetween answeredInBetween(const ToldOf& of);

// When the last of the subject answered again; of what is over. That none answered is told of all sites, also of those
// whose silence is another incident's.
struct Recovery {
    std::optional<Onset> ended; // empty: not all were seen to
    bool cameBack = false; // some were back before that and stopped again; of all sites: not all were silent throughout
    Onset first{};         // when the first of them answered again
    // So long before the last that nobody may read that all were silent until then.
    bool firstLongBefore() const { return !cameBack && (!ended || ended->by - first.by > std::chrono::minutes{10}); }
};
std::optional<Recovery> recoveryOf(const ToldOf& of);

} // namespace kpwatch::words
