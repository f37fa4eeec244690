// SPDX-License-Identifier: GPL-3.0-or-later
// What the live page says of sites, targets and lanes, put together from the picture of who watches and the latest
// answer of the record. Pure; GUI thread, for it keeps both by reference.
#pragma once

#include "app/history/archive.h"
#include "app/watch/monitor.h"
#include "ui/live/shown_copy.h"
#include "ui/live/tile_words.h"
#include "ui/live/timeline_rows.h"

namespace kpwatch {

// The states at the end of a timeline, for a window that does not watch itself.
LiveStatus statusAtEnd(const Timeline& timeline);
// The same of the lanes of single targets, with what their latest checks saw.
std::vector<TargetStatus> targetsAtEnd(const Watchlist& watchlist, const ArchiveAnswer& answer);
// "Ready to watch" before anything was sent, else the words of the status.
struct Known {
    bool recorded = false;           // anything at all
    bool viewer = false;             // another program watches
    bool read = true;                // the record, at least once
    QString place{};                 // where the person watches from, where only they read it
    bool inRepair = false;           // the earlier record is being brought back
    bool again = false;              // the record reachesBack()
    std::optional<ShownCopy> copy{}; // it is one
    bool newer = false;              // a newer program wrote it: nobody can start from here
};
words::Headline headlineFor(const Picture& picture, const Settings& settings, const Known& known);
// Whoever only observes is told what public sources see of the routes at this moment.
words::Headline withRoutes(words::Headline headline, const Picture& picture, const std::optional<ArchiveAnswer>& answer,
                           UtcTime now);

class PageFacts {
  public:
    struct Given {
        const Watchlist& watchlist;
        const Settings& settings;
        const Picture& picture;
        const std::optional<ArchiveAnswer>& answer;
        UtcTime now;
        bool viewer = false; // another program watches: states come from the record alone
    };
    explicit PageFacts(const Given& given)
        : m_watchlist(given.watchlist), m_settings(given.settings), m_picture(given.picture), m_answer(given.answer),
          m_now(given.now), m_viewer(given.viewer) {}

    SiteFacts ofSite(const Site& site) const;
    std::optional<SiteFacts> ofTarget(TargetId id) const; // of its site, where it has one
    // Of what observing leaves out every lane says "not watching" already.
    SwitchedOff lanesOff() const;
    std::set<std::string> waitingLanes() const; // see TimelineData, also of the next
    RoutesNow routesNow() const;

  private:
    QString whyOff(const Target& target) const; // see SiteFacts::switchedOff

    const Watchlist& m_watchlist;
    const Settings& m_settings;
    const Picture& m_picture;
    const std::optional<ArchiveAnswer>& m_answer;
    UtcTime m_now;
    bool m_viewer;
};

} // namespace kpwatch
