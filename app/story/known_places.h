// SPDX-License-Identifier: GPL-3.0-or-later
// At which addresses a host that is known by its name has answered while nobody was known to answer in the place of
// name servers. At another address somebody may have been sent to us. One thread.
#pragma once

#include "probes/utc_time.h"

#include <deque>
#include <string>

namespace kpwatch {

class KnownPlaces {
  public:
    void answered(const std::string& address, UtcTime at); // while name servers could be believed
    void forgetSince(UtcTime from);                        // from then on they could not
    bool knows(const std::string& address, UtcTime at) const;

  private:
    struct Place {
        std::string address;
        UtcTime first, latest; // answers
    };
    std::deque<Place> m_places; // by their first answer
};

} // namespace kpwatch
