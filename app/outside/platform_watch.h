// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the measurement platforms that were switched on (Globalping, IODA, RIPE Atlas, Cloudflare Radar), in one thread
// of its own, and hands over what they answer, as received. Nothing is sent to one that is off. Budgets and waits
// outlive a restart in sources-platforms.json beside the record.
#pragma once

#include "app/outside/globalping_source.h"
#include "app/outside/sources.h"
#include "probes/way.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace kpwatch {

class PlatformWatch {
  public:
    struct Options {
        Sources sources;
        Tokens tokens;
        Way way;
        std::filesystem::path directory; // of the record; empty: budgets are not kept
        std::string userAgent;
        Watchlist watchlist;
        AddressOf address;                // called from its thread; empty: no address is known
        std::vector<PlaceReading> recent; // what places said in the last 36 hours
    };
    // Begins at once if anything is on. `news` and `bell` are called from its thread; bell: a status changed.
    PlatformWatch(Options options, std::function<void(SourceNews)> news, std::function<void()> bell);
    ~PlatformWatch(); // ends all requests, within 1 s
    PlatformWatch(const PlatformWatch&) = delete;
    PlatformWatch& operator=(const PlatformWatch&) = delete;

    // Any thread.
    void setDown(TargetId target, std::optional<UtcTime> since);
    void askElsewhere();
    std::vector<SourceStatus> statuses() const;
    AskingElsewhere asking() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
