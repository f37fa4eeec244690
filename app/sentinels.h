// SPDX-License-Identifier: GPL-3.0-or-later
// One connection without a request to each /24, more often than anything else there is asked: it tells first that a
// whole block has fallen silent. Pure; any thread.
#pragma once

#include "app/settings.h"
#include "probes/target.h"

#include <string_view>
#include <vector>

namespace kpwatch {

inline constexpr std::string_view firstSign = ", first sign"; // a sentinel is labelled as its target, and so

// For each /24 among the enabled targets: to the first TCP target's address, else to the first HTTP target's. A name is
// taken to live where its name servers do; its address comes from the address book. None where the target is asked as
// often as its sentinel would be. Named "sentinel-" and the target's slug; no site, no group, no id yet.
std::vector<Target> sentinelsOf(const std::vector<Target>& targets, const Settings& settings);

bool isSentinel(const Target& target);
std::string_view guardedBy(const Target& sentinel); // slug of the target that it is a second look at

} // namespace kpwatch
