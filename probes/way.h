// SPDX-License-Identifier: GPL-3.0-or-later
// The way out that checks leave by. A value; any thread.
#pragma once

#include "probes/net/address_rules.h"

#include <cstdint>
#include <optional>
#include <string>

namespace kpwatch {

// A SOCKS5 proxy (RFC 1928), Tor's among them, that resolves names itself: none is ever looked up here.
struct Proxy {
    Address address; // of the proxy itself; may be loopback
    std::uint16_t port = 0;
    // Given as user name: Tor keeps streams of different names on different circuits (IsolateSOCKSAuth, tor(1)).
    std::string circuit;
    bool operator==(const Proxy&) const = default;
};

struct Way {
    std::optional<Proxy> proxy; // nullopt: direct
    bool operator==(const Way&) const = default;
};

} // namespace kpwatch
