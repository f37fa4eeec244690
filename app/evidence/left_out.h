// SPDX-License-Identifier: GPL-3.0-or-later
// What of our own side stays at home when evidence is handed on, and what stands in its place. One thread.
//
// The judge compares our own addresses with each other and with the routers beside us: whether a check and its controls
// left by the same one, whether it was a router of ours that refused. So each gets a name that keeps just that: another
// address of 240.0.0.0/4 (reserved, RFC 1112, section 4) or 2001:db8::/32 (documentation, RFC 3849), the same for the
// same one, in the same /24 or /48 if they were.
#pragma once

#include "probes/net/address_rules.h"
#include "probes/observation.h"

#include <map>
#include <set>

namespace kpwatch {

class StandIns {
  public:
    // Of one of our own addresses or routers, as text; empty for what is no address.
    std::string of(std::string_view address);
    // The check with stand-ins for what is ours.
    Observation in(const Observation& row);

  private:
    std::map<Address, int> m_blocks;                   // from 1, in order of appearance
    std::map<Address, std::map<Address, int>> m_hosts; // of a block, from 1
};

// Words that would tell who we are or where: replaced wherever somebody else quotes them.
class PrivateWords {
  public:
    // This computer's name, the user's home, its addresses and interfaces, the resolvers asked. What the watchlist
    // itself names is no secret.
    static PrivateWords ofThisComputer(const std::string& watchlist_json);

    void add(const std::string& word); // nothing shorter than four bytes, no loopback address
    // The first that stands in the text as a word of its own; nullptr if none does.
    const std::string* foundIn(std::string_view text) const;
    // "[left out]" in the place of each.
    std::string without(std::string text) const;

  private:
    std::set<std::string> m_words;
    std::string m_known; // what is no secret
};

} // namespace kpwatch
