// SPDX-License-Identifier: GPL-3.0-or-later
// The "probe" object of a watchlist file: every key checked, every address one that may be dialled. Included by
// watchlist_*.cpp only. Any thread.
#pragma once

#include "app/json_reader.h"
#include "probes/net/address_rules.h"
#include "probes/target.h"

namespace kpwatch {

// Both throw InputError naming the key.
ProbeOptions probeOptions(const JsonReader& probe, const AddressRules& rules);
std::string nameOrAddress(const JsonReader& reader, const AddressRules& rules); // a host name, or a permitted address

} // namespace kpwatch
