// SPDX-License-Identifier: GPL-3.0-or-later
// Where the watched names live: the last addresses their own name servers gave, kept while those are silent. Any
// thread.
#pragma once

#include "probes/net/address_rules.h"
#include "probes/utc_time.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

struct KnownAddresses {
    std::vector<Address> addresses;
    std::optional<UtcTime> givenAt; // by the host's name servers; nullopt: known from an earlier run of the program
};
using KnownHosts = std::map<std::string, KnownAddresses>;

class AddressBook {
  public:
    // An empty list is ignored: an old address is better than none.
    void remember(const std::string& host, KnownAddresses known);
    KnownHosts hosts() const;
    std::vector<Address> addresses(const std::string& host) const;

  private:
    mutable std::mutex m_mutex;
    KnownHosts m_hosts;
};

} // namespace kpwatch
