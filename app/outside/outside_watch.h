// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the public sources that were switched on, in one thread of its own, and hands over what they say. Nothing is
// sent to a source that is off. Budgets outlive a restart in sources-asked.json beside the record.
#pragma once

#include "app/outside/control_networks.h"
#include "app/outside/sources.h"
#include "app/story/source_news.h"
#include "probes/way.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace kpwatch {

class OutsideWatch {
  public:
    struct Options {
        Sources sources;
        Way way;
        std::filesystem::path directory; // of the record; empty: budgets are not kept
        std::string userAgent;
        Watchlist watchlist{}; // whose controls of the road are looked up
        // When another run told of the routes last, unless it told that it ends: that holds no longer than what this
        // one tells, and where RIPE is off its end is told at once.
        std::optional<UtcTime> told{};
        // Past times that nobody watched and no source told of yet, as the record knows them; asked from its thread
        // shortly after the begin, after a sleep, and now and then. Empty: nothing is asked for by itself.
        std::function<std::vector<TimeRange>(UtcTime now)> untold{};
    };
    // Begins at once if anything is on, or an end is to be told. `news` and `bell` are called from its thread; bell: a
    // status changed.
    OutsideWatch(Options options, std::function<void(SourceNews)> news, std::function<void()> bell);
    ~OutsideWatch(); // ends all requests, within 1 s
    OutsideWatch(const OutsideWatch&) = delete;
    OutsideWatch& operator=(const OutsideWatch&) = delete;

    std::vector<SourceStatus> statuses() const; // any thread
    // Where the controls of the road lie, as far as RIPEstat has told. Any thread.
    std::vector<ControlPlace> controls() const;
    // The routes of a past time, for the person asks; as soon as RIPEstat's budget allows. Any thread.
    void wantPast(TimeRange range);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kpwatch
