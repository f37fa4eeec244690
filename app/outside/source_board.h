// SPDX-License-Identifier: GPL-3.0-or-later
// How a public source does, as it is told. Written by the thread that asks the source, read by any.
#pragma once

#include "app/outside/guest.h"
#include "app/story/source_news.h"
#include "probes/outside/routes_seen.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <mutex>

namespace kpwatch {

class SourceBoard {
  public:
    // `bell`: it is another than it was; called by the thread that writes.
    SourceBoard(const char* source, std::function<void()> bell);

    SourceStatus status() const; // any thread

    // It told something, or `trouble` came instead. A stream brings thousands of messages within seconds: only what is
    // another state than before rings.
    void told(const Guest& manners, UtcTime now, const std::optional<NoData>& trouble);
    void streamBegan();
    void streamEnded(const std::string& trouble); // empty: it is soon begun again. What is asked for comes all the same
    void askingPast(bool asks, std::optional<UtcTime> waits_until);

    // What outlasts a restart, by the thread that writes: a stream that is left alone for a while is missing all the
    // same, and the budget is told before anybody is asked again.
    void restore(const nlohmann::json* kept, const Guest& manners, UtcTime now); // nullptr: nothing was kept
    void put(nlohmann::json& kept) const;

  private:
    void takeBudget(const Guest& manners, UtcTime now);
    void setStreaming(bool streaming);

    const std::function<void()> m_bell;
    std::string m_streamTrouble; // of the thread that writes: it could not be begun
    mutable std::mutex m_mutex;
    SourceStatus m_status; // guarded
};

} // namespace kpwatch
