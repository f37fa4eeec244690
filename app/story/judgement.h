// SPDX-License-Identifier: GPL-3.0-or-later
// What a person said about an incident: a dated record with a reason, kept beside the observations and never instead of
// them. Nothing said is removed; what no longer holds is undone by saying so. Values; any thread.
#pragma once

#include "probes/utc_time.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

enum class Hand {
    Merge,      // `other` is part of it
    Split,      // what stopped at `from` or later is an incident of its own
    Window,     // the story is shown from `from` to `to`; down times outside are told apart, all others whole
    Exclude,    // the target `other` is not told in it
    FalseAlarm, // nothing of theirs had failed
    Undo        // `undoes` no longer holds
};

struct Judgement {
    std::int64_t id = 0; // its place in the record, from 1; 0: not stored yet
    UtcTime at;          // when it was said
    Hand hand{};
    std::string incident; // about which, as it was called then
    std::string other;    // of Merge an incident's id, of Exclude a target's slug
    std::optional<UtcTime> from{}, to{};
    std::int64_t undoes = 0;
    std::string reason; // in the person's words
    bool operator==(const Judgement&) const = default;
};

inline constexpr std::size_t longestReason = 500; // bytes

std::string_view name(Hand hand); // "merge", ..., "undo"
std::optional<Hand> handNamed(std::string_view name);

// What is missing or wrong in it by itself, as one sentence; nullopt if it can be said.
std::optional<std::string> faultOf(const Judgement& judgement);

// Without what was undone, and without the undoing; in the order given, which is that of saying.
std::vector<Judgement> inForce(std::span<const Judgement> said);

} // namespace kpwatch
