// SPDX-License-Identifier: GPL-3.0-or-later
// RIS Live (https://ris-live.ripe.net/manual/) as its HTTP stream brings it, one JSON object a line. Withdrawals carry
// no path, so the stream is asked for by prefix. A peer that goes away has withdrawn nothing. Pure; any thread.
#pragma once

#include "probes/outside/routes_seen.h"

#include <functional>

namespace kpwatch {

struct PeerState {
    UtcTime at;
    RoutePeer peer;
    bool connected = false;
};
struct NothingNew {}; // a kind that does not matter here, or an update without prefixes: the stream is alive
using RisMessage = std::variant<std::vector<RouteChange>, PeerState, NothingNew, NoData>;

// Never throws.
RisMessage readRisLine(std::string_view line);

// Header and query of the request, for a prefix and everything more specific.
std::string risSubscription(std::string_view prefix); // the value of X-RIS-Subscribe

// Puts lines together from pieces as they come. A line of more than 1 MiB is dropped whole and counted; after 4 MiB
// without an end it is no stream of lines.
class LineCutter {
  public:
    void take(std::string_view bytes, const std::function<void(std::string_view)>& onLine); // empty lines are not told
    std::uint64_t dropped() const { return m_dropped; }
    bool isEndless() const { return m_length > 4U << 20U; }

  private:
    std::string m_begun;
    std::size_t m_length = 0; // of the line that has begun, dropped or not
    bool m_dropping = false;
    std::uint64_t m_dropped = 0;
};

} // namespace kpwatch
