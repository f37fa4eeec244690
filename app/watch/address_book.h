// SPDX-License-Identifier: GPL-3.0-or-later
// Where the watched names live: the last addresses their own name servers gave, kept while those are silent or somebody
// lies in their place. Any thread.
#pragma once

#include "probes/failure.h"
#include "probes/net/address_rules.h"
#include "probes/utc_time.h"

#include <deque>
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
    // An empty list is ignored: an old address is better than none. So is all while the names are doubted.
    void remember(const std::string& host, KnownAddresses known);
    // Another of its addresses is asked first from now on.
    void turn(const std::string& host);
    // Somebody answers in the place of name servers since then: what was learned meanwhile is forgotten, and nothing is
    // learned until nobody does any more.
    void doubt(std::optional<UtcTime> since);
    // What came of the latest look-up: Blocked or SuspiciousAnswer if it was a lie, anything else if it was none.
    void lookedUp(const std::string& host, Failure failure);
    // How the latest look-up lied: whether the host still lives where it did cannot be found out.
    std::optional<Failure> lie(const std::string& host) const;
    KnownHosts hosts() const;
    std::vector<Address> addresses(const std::string& host) const;

  private:
    struct Given {
        KnownAddresses known;
        UtcTime first{}; // when these were given first in a row
    };

    mutable std::mutex m_mutex;
    std::map<std::string, std::deque<Given>> m_hosts; // the latest few, the last one holds
    std::optional<UtcTime> m_doubtedSince;
    std::map<std::string, Failure> m_lies; // by host
};

} // namespace kpwatch
