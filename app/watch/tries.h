// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked by hand, one check at a time: the caps of the schedule hold for all tries of the program together,
// whichever window they were made from. They are counted beside those of a watch. Pure; one thread.
#pragma once

#include "app/watch/politeness.h"

#include <map>
#include <string>

namespace kpwatch {

class Tries {
  public:
    // Whether `host`, an address or a name, may be asked now.
    bool may(const std::string& host, SteadyTime now) const;
    void asked(const std::string& host, SteadyTime now);
    void livesAt(const std::string& host, const Address& address, SteadyTime asked_at); // a name that was asked then

  private:
    std::optional<Address> addressOf(const std::string& host) const;

    Politeness m_caps{Settings{}};
    std::map<std::string, SteadyTime> m_names; // asked last
    std::map<std::string, Address> m_livesAt;
};

} // namespace kpwatch
