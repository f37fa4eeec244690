// SPDX-License-Identifier: GPL-3.0-or-later
// Where a name lives, asked of the servers that are responsible for it and nobody else: an answer from a cache would
// hide an outage for as long as it is kept. For the address book; any thread.
#pragma once

#include "probes/probe.h"

namespace kpwatch {

struct Resolved {
    std::vector<Address> addresses; // those the rules allow, each once: at most two of IPv4, then two of IPv6
    bool authoritative = false;     // a responsible server answered; without it there are no addresses
    // None: addresses were found. NoSuchName, UnexpectedAnswer (the name has no address), SuspiciousAnswer (it has some
    // that may not be dialled, or over sixteen of one family; they are left out). Without an authoritative answer: how
    // the first server failed, or Blocked if any of them gave an address known from lying name servers.
    Failure failure = Failure::Unknown;
};

// Asks each server in turn for A and AAAA until one answers with authority, sharing the time until the deadline among
// them. A literal address is its own answer. Blocks as probe() does, ends when stopped as Cancelled, never throws.
Resolved resolve(const std::string& host, const ResolveOptions& options, const Attempt& attempt);

} // namespace kpwatch
