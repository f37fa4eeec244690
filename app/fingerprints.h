// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the list of known block pages and lying name servers' addresses, a dated file that the program carries inside
// itself (resources/fingerprints.json). Loaded once, passed by value.
#pragma once

#include "probes/fingerprints.h"

#include <string_view>

namespace kpwatch {

// Throws InputError naming the origin, the key ("block_pages[3].id"), the reason and the way out.
Fingerprints parseFingerprints(std::string_view json, const std::string& origin);
Fingerprints shippedFingerprints();

} // namespace kpwatch
