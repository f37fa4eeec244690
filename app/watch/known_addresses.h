// SPDX-License-Identifier: GPL-3.0-or-later
// Where each watched host has answered last, read from the record: a start while the name servers are silent must not
// lose the sites. Any thread; reads the disk.
#pragma once

#include "app/watchlist.h"
#include "probes/net/address_rules.h"
#include "probes/utc_time.h"

#include <map>
#include <string>
#include <vector>

namespace kpwatch {

class HistoryReader;

// By host. Of a host that is known by its name the latest answer counts that came while nobody was known to answer in
// the place of name servers. Throws StorageError.
std::map<std::string, std::vector<Address>> knownAddresses(const HistoryReader& reader, const Watchlist& watchlist,
                                                           UtcTime now);

} // namespace kpwatch
