// SPDX-License-Identifier: GPL-3.0-or-later
// Manners towards one public source: how often it is asked at most, and how long it is left alone after it said no. By
// the wall clock, so that they outlast a restart. Pure; one thread.
#pragma once

#include "probes/utc_time.h"

#include <nlohmann/json_fwd.hpp>

#include <deque>
#include <optional>
#include <string_view>
#include <vector>

namespace kpwatch {

struct Manners {
    int mostAnHour = 30;
    int mostADay = 300;
};

inline constexpr const char* routeviewsId = "routeviews"; // as its readings are marked

// What each source is asked at most, by SourceAnswer::source: well below what it allows. Of Globalping, whose limits
// are about tests, each place that asks counts.
Manners mannersTowards(std::string_view source);

class Guest {
  public:
    explicit Guest(const Manners& manners) : m_manners(manners) {}

    // The moment from which it may be asked again; `now` if at once.
    UtcTime welcomeAt(UtcTime now) const { return welcomeAt(now, m_manners); }
    // The same for what may wait, and leaves a part of the budget to the rest.
    UtcTime welcomeAt(UtcTime now, const Manners& manners) const;
    void asked(UtcTime at);
    // After an answer: a refusal (429, 503) makes us wait as told, else 1, 2, 4 ... 60 min.
    void answered(UtcTime at, bool well, std::optional<std::chrono::seconds> retryAfter);
    // Nobody answered: 1, 2, 4 ... 10 min, for it may be our own line that is back soon.
    void unreached(UtcTime at);
    int askedWithin(std::chrono::seconds length, UtcTime now) const;
    std::vector<UtcTime> askedSince(UtcTime moment) const; // each time
    const Manners& manners() const { return m_manners; }
    // If it may not be asked now: it said so, did not answer, or its budget is spent.
    std::optional<UtcTime> waitsUntil(UtcTime now) const;

    nlohmann::json state() const;
    void restore(const nlohmann::json& state, UtcTime now); // what is not of this shape is left out

  private:
    void waitAfterTrouble(UtcTime at, std::chrono::minutes most);

    Manners m_manners;
    std::deque<UtcTime> m_asked; // of the last day
    int m_refusals = 0;          // in a row
    std::optional<UtcTime> m_leftAloneUntil;
};

} // namespace kpwatch
