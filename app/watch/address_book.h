// SPDX-License-Identifier: GPL-3.0-or-later
// Where the watched names live: the last addresses their own name servers gave, kept while those are silent. Any
// thread.
#pragma once

#include "probes/net/address_rules.h"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace kpwatch {

class AddressBook {
  public:
    // Empty lists are ignored: an old address is better than none.
    void remember(const std::string& host, std::vector<Address> addresses);
    std::vector<Address> addresses(const std::string& host) const;

  private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::vector<Address>> m_entries;
};

} // namespace kpwatch
