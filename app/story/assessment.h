// SPDX-License-Identifier: GPL-3.0-or-later
// What an incident looks like, how that is known and what speaks against it. A pattern is the shape of the hosts and
// never a cause; what does not decide is called unclear, with the reason. Pure; any thread.
#pragma once

#include "app/story/grouping.h"
#include "app/story/routing.h"
#include "app/story/second_opinion.h"
#include "app/story/spells.h"
#include "app/story/trouble.h"

namespace kpwatch {

enum class Scope { OneServer, Several, AllSites, NameServers, OneUpstream, WholeNetwork };
enum class Pattern { SingleServer, NameServersOnly, OneUpstream, Unstable, Gradual, Abrupt, RoutingPolicy, Unclear };
enum class WhyUnclear {
    None,
    TooLittleSeen,    // coverage around the start
    StartNotObserved, // asleep, another line, or no judged check for too long in (after, by]
    NoShape           // seen well enough, and fits none
};
std::string_view name(Scope scope);     // "one-server", "all-sites", ...
std::string_view name(Pattern pattern); // "single-server", "unclear", ...
std::string_view name(WhyUnclear why);  // "coverage", "start-not-observed", "no-shape"; "" for None

// The numbers behind the patterns, printed beside every assessment.
struct PatternThresholds {
    double coverage = 0.8; // from 10 min before began.after to 5 min after began.by
    int coverageBefore_s = 600, coverageAfter_s = 300, coverageInterval_s = 300; // of targets asked at least that often
    int unseenIntervals = 2, unseen_s = 300; // a stretch without a judged check longer than the larger of these
    int othersAnswer = 2;                    // beside a single server
    int cycles = 3, cyclesWithin_s = 21600;
    int gradualDown = 4, gradualChain = 3, gradualAlikeDays = 3;
    double gradualShare = 1.0 / 3, troubleShare = 0.2;
    int gradualLeast = 2, troubleBefore_s = 300;
    int abruptDown = 4, abruptWithin_s = 240;
    double abruptShare = 0.8;
    double policyLow = 0.05, policyHigh = 0.8;
    bool operator==(const PatternThresholds&) const = default;
};

enum class Sign { Supports, Against, NotKnown };
std::string_view name(Sign sign); // "+", "-", "?"

// One row of evidence; `words` makes the sentence. `a` and `b` are its numbers, as said beside each.
enum class Fact {
    WithinSeconds,      // all that stopped did so within a s of each other at most
    NotWithinSeconds,   // the first and the last stopped at least a s apart
    NothingAnswered,    // a of b stopped, nobody answered
    SomeAnswered,       // a of b others went on answering
    TroubleBefore,      // a of b had lost or slow checks in the 20 minutes before
    NoTroubleBefore,    // none of b had
    TroubleUsual,       // as much was lost in the same hour on a of the 7 days before
    OrderCertain,       // a came strictly one after another
    OrderUncertain,     // the onset ranges of all overlap
    OneAddress,         // all a share the address `source`
    SiteAnsweredBeside, // a sites answered at their known addresses
    SideSilent,         // a of b on the side `source` (china, russia) silent
    OtherSideAnswers,   // a on the other side answered
    Cycles,             // a times at least half of b hosts, within 6 h
    RouteLosses,        // a times
    LineWorked,         // our own line worked throughout the start
    LineFailed,         // our own line was down or unwatched for a s around the start
    Coverage,           // a (share) of the start was judged
    StartUnseen,        // nobody looked in (after, by]
    NoTransitControls,  // nothing tested the road to the side `source`
    NegativeSilent,     // the addresses nobody can answer stayed silent
    NoNegativeControls, // none was asked
    RoutesWithHosts,    // crossed 50 % within 3 min of the hosts, lowest share a
    RoutesAround,       // may have gone with the hosts, of whose begin too little was seen; lowest share a
    RoutesApart,        // went before the hosts, or after them if b is 1; lowest share a
    RoutesPresent,      // stayed, in a readings; for b seconds nobody listened
    RoutesPartly,       // lowest share a
    RoutesUnknown,      // no readings while all were down; `at`: of the last before, if any
    OnlyVia,            // one upstream went, the other (`source`) carried on
    RouteValidity,      // `source`: "175.45.176.0/24 (routeviews)", refused by who heeds ROAs, and who says so
    ForeignOrigin,      // the network AS b announced `source`, which a networks had at most
    MoreSpecific,       // a route to a part of a block, `source`, by AS b, which a networks had at most
    RoutesBorneOut,     // collectors of another (`source`) saw theirs in a of b networks at that time
    NoOtherPlaces,      // one computer; others not yet asked
    PlacesSilent,       // a of b other places that vote could not reach them either, at `at`
    PlacesReached,      // a of b reached them, at `at`
    PlacesUnproven,     // a places were asked at `at`, and none had reached them in the 36 h before
    BlocksFell,         // `source` counted b blocks usually, a at the lowest
    BlocksStayed,       // `source` counted a at the lowest, as usual
    ProbesSilent,       // a of b probes of the Atlas measurement `source` had no answer
    ProbesReached       // a of b had one
};

struct Evidence {
    Sign sign = Sign::NotKnown;
    Fact fact{};
    double a = 0, b = 0;
    std::string source;          // who says so, or what the row is about; empty: our own checks
    std::optional<UtcTime> at{}; // of a row about one moment
    bool operator==(const Evidence&) const = default;
};

struct Basis { // instead of confidence
    int addresses = 0, blocks = 0, vantages = 1, voices = 0;
    bool operator==(const Basis&) const = default;
};

// Who stopped, in the units people count: sites, name servers, and what is neither.
struct Touched {
    std::vector<std::string> sites; // ids, watchlist order
    int sitesWatched = 0;           // that had ever answered here, also those silent for long, and those blocked here
    std::vector<std::string> sitesBlocked; // ids, watchlist order
    int nameServers = 0, nameServersWatched = 0;
    std::vector<TargetId> others; // routers, mail servers; of sites only what is not their pages
    bool operator==(const Touched&) const = default;
};

// Everything an incident is assessed from. All but the first three may be empty: then it is not known.
struct Case {
    const Watchlist& watchlist;
    const TargetSpans& spans; // from 7 days before it began, also of our own line
    const Settings& settings;
    std::span<const Event> events{};
    UtcTime now;
    std::chrono::milliseconds clockError{0};
    std::map<TargetId, std::string> addresses{}; // where a target asked by name was last found
    TroubleBefore trouble{};
    Routing routing{};
    SecondOpinion opinion{}; // of others than those who see routes
    PatternThresholds thresholds{};
};

// How the first failed check of a member ended.
struct FirstFailed {
    std::string address; // that was asked; empty: only a proxy knows
    Stage reached = Stage::Prepare;
    Failure failure = Failure::Unknown;
    bool operator==(const FirstFailed&) const = default;
};

struct Assessment {
    Scope scope = Scope::Several;
    Pattern pattern = Pattern::Unclear;
    WhyUnclear why = WhyUnclear::NoShape;
    Pattern weighed = Pattern::Unclear; // what the evidence is for and against: the pattern, or the one nearest to it
    RouteFinding routes;
    Basis basis;
    Touched touched;
    SecondOpinion opinion;
    double coverage = 0; // share judged, of the targets asked often, around the start
    std::vector<Evidence> evidence;
    std::vector<Spell> precursors;
    std::vector<TargetId> errorPageAfter;   // members that answered again with an error page
    bool lineChanged = false;               // where it was cut; else somebody silent was watched no longer from then on
    PatternThresholds thresholds;           // by which it was assessed
    std::map<TargetId, FirstFailed> failed; // of each member whose check is still in the record
    std::string network, country;           // from where we looked when it began; empty: not known
};

Assessment assessed(const Incident& incident, const Case& given);

} // namespace kpwatch
