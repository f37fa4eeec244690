// SPDX-License-Identifier: GPL-3.0-or-later
// Where the watched names live: the last addresses their own name servers gave, kept while those are silent or somebody
// lies in their place. Any thread.
#pragma once

#include "probes/failure.h"
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
    // What came of the latest look-up: Blocked or SuspiciousAnswer if it was a lie, anything else if it was none.
    void lookedUp(const std::string& host, Failure failure);
    // How the latest look-up lied: whether the host still lives where it did cannot be found out.
    std::optional<Failure> lie(const std::string& host) const;
    KnownHosts hosts() const;
    std::vector<Address> addresses(const std::string& host) const;

  private:
    mutable std::mutex m_mutex;
    KnownHosts m_hosts;
    std::map<std::string, Failure> m_lies; // by host
};

} // namespace kpwatch
