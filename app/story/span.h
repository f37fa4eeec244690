// SPDX-License-Identifier: GPL-3.0-or-later
// What was so, from when to when. Pure values of the story; times are UTC, ranges half-open. Any thread.
#pragma once

#include "probes/observation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

enum class Verdict { Unknown, Up, Degraded, ErrorPage, Down, BlockedHere, OwnConnectionDown, NotMonitored };
// ids as in rules and files: "unknown", "up", "degraded", "error-page", "down", "blocked-here",
// "own-connection-down", "not-monitored".
std::string_view name(Verdict verdict);
std::optional<Verdict> verdictFromName(std::string_view text);

// Why a state is what it is, where the state alone does not say.
enum class Reason {
    None,
    NotStarted,     // not-monitored: before the first row
    Closed,         // not-monitored: the program was stopped or killed
    Paused,         // not-monitored: by the person
    Asleep,         // not-monitored: the computer slept
    NoControl,      // unknown: no line control in service, nothing can be said
    Intercepted,    // unknown: somebody between answers for everybody
    WayThere,       // unknown: our line works, the road there does not
    NeverAnswered,  // unknown: has never answered us (in 7 days of this epoch)
    NotAnsweredFor, // unknown: failures do not count or are undecided, and no answer speaks any more
    Stale,          // unknown: no check recently enough
    ThroughProxy,   // unknown: not reachable through the proxy, which is never "not answering"
    SuspectedBlock, // unknown: reset in a way that looks like a block on the way, not confirmed
    OtherRoute,     // unknown: the check and the controls left this computer by different ways
    LineUntested, // unknown: after waking or a change of network, until the controls have answered as often as it takes
    OwnFirewall,  // unknown: a firewall on our side, or our provider's, keeps the checks in, or may do so
    NotCarried    // unknown: not asked, for the proxy that is the way out does not carry it
};
std::string_view name(Reason reason); // kebab-case; "" for None
std::optional<Reason> reasonFromName(std::string_view text);

struct TimeRange {
    UtcTime begin, end; // [begin, end)
    bool operator==(const TimeRange&) const = default;
    bool contains(UtcTime time) const { return begin <= time && time < end; }
    std::chrono::milliseconds length() const { return end - begin; }
};

// A change happened in (after, by]. after is null if nothing good was seen before.
struct Onset {
    std::optional<UtcTime> after;
    UtcTime by;
    bool operator==(const Onset&) const = default;
};

struct Span {
    TimeRange range;
    Verdict verdict = Verdict::Unknown;
    Reason reason = Reason::None;
    std::optional<Onset> onset; // down only: when it stopped answering
    std::optional<Onset> ended; // down only, once over: when it answered again
    std::string note;           // short technical reason: "http connect timeout", "503"; empty if none
    bool operator==(const Span&) const = default;
};

} // namespace kpwatch
