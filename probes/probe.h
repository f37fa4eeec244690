// SPDX-License-Identifier: GPL-3.0-or-later
// THE DOOR of probes: asks one question of the network and returns what was seen.
#pragma once

#include "probes/fingerprints.h"
#include "probes/observation.h"
#include "probes/way.h"

#include <functional>
#include <memory>
#include <span>
#include <stop_token>

namespace kpwatch {

// One trust store for the program. Debian's bundle costs 20 ms and 800 kB: it is parsed once, and for who asks over
// TLS. Any thread.
class TlsStore {
  public:
    TlsStore();
    ~TlsStore();
    TlsStore(const TlsStore&) = delete;
    TlsStore& operator=(const TlsStore&) = delete;
    // X509_STORE*, borrowed. The first time it loads the system's CA bundle. Never throws: an unreadable bundle leaves
    // an empty store, so that every certificate is recorded as unverified.
    void* x509Store() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

struct Attempt {
    std::chrono::steady_clock::time_point deadline; // the check ends by then, whatever happens
    std::stop_token stop;                           // ends it at once as Failure::Cancelled
    UtcTime startedAt;                              // wall clock at the start, copied into the observation
    std::span<const Address> addresses; // where a host name lives (the address book); of http four are asked
    AddressRules rules;
    std::chrono::milliseconds connectTimeout{10000};
    const TlsStore& tls;
    Way way{};                                  // a target that cannot go through a proxy is not given to probe()
    const Fingerprints* fingerprints = nullptr; // nullptr: nobody is recognised
    // Asked before each connection of a check but its first, from its thread; without leave that address is left out.
    // Empty: all are allowed.
    std::function<bool(const Address&)> mayDial{};
};

// Asks and waits: blocks until answered, failed, stopped or at the deadline (then within 0.5 s, stopped within 0.1 s).
// Never throws, never logs, never judges. Any thread, any number at once.
Observation probe(const Target& target, const Attempt& attempt);

} // namespace kpwatch
