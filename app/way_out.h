// SPDX-License-Identifier: GPL-3.0-or-later
// The way out the person chose for everything that is asked: straight from this computer, through a proxy, or not at
// all. A value; written in the record, on the command line and beside the consent in the same few words. Any thread.
#pragma once

#include "app/watchlist.h"
#include "probes/way.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kpwatch {

struct Direct {
    bool operator==(const Direct&) const = default;
};
struct ObserveOnly { // nothing is sent to those who are watched
    bool operator==(const ObserveOnly&) const = default;
};
// A SOCKS5 proxy that resolves names itself (socks5h, as curl(1) calls it); its circuit is left empty here.
using WayOut = std::variant<Direct, ObserveOnly, Proxy>;

// "direct", "observe", "socks5h://127.0.0.1:9050".
std::string name(const WayOut& way);

// The same words read back. The proxy is named by its literal address or as "localhost", never by another name, since
// finding out where that lives would be a question sent past it. Throws InputError with one sentence.
WayOut parseWayOut(std::string_view text);
// "127.0.0.1:9050", with or without socks5h:// before it. Throws as above.
Proxy parseProxy(std::string_view text);

// Whether this can be asked that way: through a proxy neither datagrams go (name servers, ping, trace), nor mail, nor
// what needs an address that would have to be looked up here first.
bool canLeave(const Target& target, const WayOut& way);

// What is switched off by this way although it is enabled, controls among it, in the order of the watchlist.
std::vector<TargetId> switchedOff(const Watchlist& watchlist, const WayOut& way);

} // namespace kpwatch
