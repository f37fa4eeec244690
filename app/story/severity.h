// SPDX-License-Identifier: GPL-3.0-or-later
// The order of states where there is no room for all. Pure; any thread.
#pragma once

#include "app/story/span.h"

#include <array>
#include <span>

namespace kpwatch {

// What is bad, what says nothing of them, and an answer.
inline constexpr std::array worstFirst{Verdict::Down,         Verdict::BlockedHere, Verdict::ErrorPage,
                                       Verdict::Degraded,     Verdict::Unknown,     Verdict::OwnConnectionDown,
                                       Verdict::NotMonitored, Verdict::Up};
// Those of them that win however short they were.
inline constexpr std::span badStates = std::span(worstFirst).first<5>();

} // namespace kpwatch
