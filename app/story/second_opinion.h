// SPDX-License-Identifier: GPL-3.0-or-later
// What others saw of an incident: places all over the world that asked the same addresses, and those who count North
// Korea's blocks. Who votes, and how many voices that is. Folded from the answers as they were received. Pure; any
// thread.
#pragma once

#include "app/story/incident.h"
#include "app/story/source_news.h"
#include "probes/outside/place_answer.h"

#include <map>
#include <span>

namespace kpwatch {

// Names of the sources whose answers are read here, as in SourceAnswer::source.
inline constexpr const char* globalpingSource = "globalping";
inline constexpr const char* atlasSource = "ripe-atlas";
inline constexpr const char* iodaSource = "ioda";
inline constexpr const char* radarSource = "cloudflare-radar";

struct PlaceReading { // what one place said in one measurement
    UtcTime at;
    PlaceQuestion question;
    OutsidePlace place;
    PlaceSaid said = PlaceSaid::NoVote;
};

// Of a network that is always there, counted by the same source: "ioda/bgp/reference".
inline constexpr const char* referenceOf = "/reference";

// Blocks that somebody counts, over time.
struct BlockReading {
    UtcTime at;
    std::string source; // "ioda/bgp", "ioda/ping-slash24", "cloudflare-radar", and their references
    double blocks = 0;
};

struct ProbeReading { // of RIPE Atlas
    UtcTime at;
    std::int64_t measurement = 0, probe = 0;
    std::string kind, address, name; // of what was asked; either may be empty
    PlaceSaid said = PlaceSaid::NoVote;
};

struct OutsideReadings {
    std::vector<PlaceReading> places;
    std::vector<BlockReading> blocks; // bins that may still be filled are left out; of a bin read twice the later one
    std::vector<ProbeReading> probes;
    bool empty() const { return places.empty() && blocks.empty() && probes.empty(); }
};

// Everything that stands in the answers of the sources above; what is none of theirs is left out. In order of time.
OutsideReadings outsideReadings(std::span<const SourceAnswer> answers);

// What a target asks, as places are asked it; Kind::Other if they cannot be.
PlaceQuestion placeQuestion(const Target& target);

inline constexpr std::chrono::hours placeProvenFor{36};         // after an answer to the same question
inline constexpr std::chrono::minutes roundFor{4};              // measurements that belong together, each question once
inline constexpr int placesForWords = 6, countriesForWords = 4; // for "could not be reached from n of m places"

// The places asked at about the same time.
struct PlaceRound {
    UtcTime at;     // of its first answer
    int asked = 0;  // places, by network and country
    int voting = 0; // of these: answered, or answered the same question within the 36 hours before
    int silent = 0; // of those that vote
    int silentCountries = 0;
    // What their votes are about: sites if any was asked (Http), else name servers alone (Dns) or other addresses too.
    PlaceQuestion::Kind about = PlaceQuestion::Kind::Http;
    bool agrees() const { return 2 * silent > voting; } // more than half of those that vote
    // Enough of them, in enough countries, to say it of the sites and not of us.
    bool isBroad() const { return agrees() && silent >= placesForWords && silentCountries >= countriesForWords; }
    bool operator==(const PlaceRound&) const = default;
};

// What a source counted around an incident, beside its own 7 days before. Left out is what it counted while it saw less
// than half of what it sees at most of its reference, or had none for hours; a source without any speaks for itself.
struct BlockFinding {
    std::string source;
    double usual = 0, lowest = 0;
    UtcTime at{}; // when it last counted so few
    bool changed() const { return usual > 0 && lowest < usual / 2; }
    bool operator==(const BlockFinding&) const = default;
};

struct ProbeFinding { // of RIPE Atlas: of the probes that had an answer in the 36 hours before
    std::int64_t measurement = 0;
    std::string kind;
    int voting = 0, silent = 0;
    UtcTime at{}; // of the latest of their results
    bool changed() const { return voting > 0 && 2 * silent > voting; }
    bool operator==(const ProbeFinding&) const = default;
};

struct SecondOpinion {
    std::vector<PlaceRound> rounds; // while it went on, in order of time
    std::vector<BlockFinding> blocks;
    std::vector<ProbeFinding> probes;
    bool over = false; // the incident; until then the latest round counts for what is said as of now
    UtcTime since{};   // when the silence of now began, or the incident, once it is over: what is older is not about it
    bool ofSites = false; // sites were silent: who was asked about others alone has no voice

    bool asked() const; // any round about that silence
    // Of the rounds about it in which anybody votes the latest, or, once it is over, the broadest agreement; nullptr
    // without any. What is said of it is dated: it is of that moment.
    const PlaceRound* telling() const;
    // Routing is another one voice, and not counted here. Places count only while they agree: one that is silent among
    // many that answer has trouble of its own. Of who else counts or probes nothing holds from before that silence, nor
    // against a later round in which places reach them.
    int voices() const;
    const PlaceRound* counting() const; // telling(), but nullptr if it asked no site of sites
    bool heard() const; // somebody who could tell said something, also who is no voice for he sees them as usual
    bool operator==(const SecondOpinion&) const = default;
};

// About who was silent, from begin to end of the incident. `addresses`: where those asked by name were last found.
SecondOpinion secondOpinion(const Incident& incident, const Watchlist& watchlist, const OutsideReadings& readings,
                            UtcTime now, const std::map<TargetId, std::string>& addresses = {});
// The rounds of a stretch of time about these questions.
std::vector<PlaceRound> placeRounds(std::span<const PlaceReading> readings, std::span<const PlaceQuestion> questions,
                                    TimeRange range);
// Of those about who is silent now, the latest in which anybody votes: since the first of them stopped, and not older
// than an incident takes up who stops (merge_window_s).
std::optional<PlaceRound> roundAboutNow(std::span<const PlaceReading> readings, std::span<const PlaceQuestion> silent,
                                        UtcTime since, UtcTime now);

// What the latest round that was asked for by hand found of one address, whether or not anybody is silent.
struct AskedByHand {
    std::string label; // of the target
    PlaceRound round;
    bool operator==(const AskedByHand&) const = default;
};

// What is shown while places are being asked.
struct AskingElsewhere {
    bool on = false;                  // it may be asked at all
    bool asking = false;              // a round is under way, or one is still to come for the incident that goes on
    int round = 0;                    // 1, 2, 3 of an incident; 0: none yet
    int places = 0, heard = 0;        // of the measurement under way
    std::optional<UtcTime> next;      // of the next round
    std::optional<PlaceRound> latest; // about those that are silent now
    std::optional<AskedByHand> byHand;
    std::optional<UtcTime> keptUntil; // what is left of its budget is an outage's, and nothing is asked by hand
    std::string trouble;              // one clause; empty: none
    bool operator==(const AskingElsewhere&) const = default;
};

} // namespace kpwatch
