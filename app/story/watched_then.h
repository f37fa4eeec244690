// SPDX-License-Identifier: GPL-3.0-or-later
// What was watched when. A watchlist changes over the years; an incident is told by the one of its own time, so that a
// site that was taken off, renamed, switched off or added since changes neither its title nor its counts. A value, made
// once and read by one thread at a time.
//
// Ids are positions in a list. Here all lists share those of today's; who is no longer in it has ids that follow.
#pragma once

#include "app/story/incident.h"

namespace kpwatch {

struct WatchlistVersion {
    UtcTime since; // the first held before that as well
    Watchlist list;
};

class WatchedThen {
  public:
    WatchedThen(Watchlist today, std::vector<WatchlistVersion> versions);

    // Today's, and after its targets all that ever were in another, switched off.
    const Watchlist& ever() const { return m_ever; }

    // The list in force when it began, with what came to it before it was over. The same object for the same versions.
    const Watchlist& of(const Incident& incident) const;

    // Who was asked at some time of the range; of one that reaches up to `now` who is asked then.
    Watchlist over(TimeRange range, UtcTime now) const;

    // When it was taken off or switched off, or became another, asked something else; in order.
    const std::vector<UtcTime>& leavings(TargetId target) const;

    // A lane says nothing of the time in which its target was not asked.
    void silence(TargetSpans& spans) const;

  private:
    std::size_t versionAt(UtcTime at) const;
    bool isAsked(std::size_t version, TargetId target) const;
    bool asksTheSame(std::size_t version, TargetId target) const;

    Watchlist m_ever;
    std::vector<WatchlistVersion> m_versions; // empty if there never was another
    std::map<TargetId, std::vector<UtcTime>> m_leavings;
    mutable std::map<std::pair<std::size_t, std::size_t>, Watchlist> m_during;
};

} // namespace kpwatch
