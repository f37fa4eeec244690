// SPDX-License-Identifier: GPL-3.0-or-later
// Everything below the banner: headline, tiles, timeline, legend, and the pane on the right, which lies beside them in
// a wide window and over them in a narrow one. Takes values; says what it would like to know. GUI thread.
#pragma once

#include "app/history/archive.h"
#include "app/watch/monitor.h"
#include "ui/live/page_facts.h"
#include "ui/live/shown_copy.h"
#include "ui/live/timeline_card.h"

#include <QWidget>

class QGridLayout;
class QScrollArea;
class QStackedWidget;

namespace kpwatch {

class FirstRunPane;
class ElsewhereStrip;
class HeadlineBar;
class IncidentPane;
class SitePane;
class SiteTile;
class MorningCard;
class WatchPane;

struct LivePageOptions {
    bool simulated = false;
    std::optional<WayOut> agreed{};  // the way out that was agreed to on an earlier day
    bool viewer = false;             // another program watches: states come from the record alone
    bool list = false;               // before the first check, what is checked may be changed
    bool imports = false;            // an empty time line offers to take a colleague's checks in
    bool asksPlace = false;          // before the first check: where the person watches from
    std::optional<ShownCopy> copy{}; // what is shown is one: nobody watches, and nobody can begin to
    bool newer = false;              // a newer program wrote the record: nor can anybody here
};

class LivePage : public QWidget {
    Q_OBJECT
  public:
    LivePage(const Watchlist& watchlist, const Settings& settings, const LivePageOptions& options, UtcTime now,
             QWidget* parent = nullptr);

    void setPicture(const Picture& picture);
    void setAnswer(const ArchiveAnswer& answer);
    const Picture& picture() const { return m_picture; } // as it is shown: a viewer's states come from the record
    words::Headline headline(const QString& place) const;
    void setNow(UtcTime now);
    void setPlace(const QString& place); // where the person watches from, in their own words; empty: not known

    ArchiveQuery query() const; // what this page wants to know of the record now
    const std::optional<ArchiveAnswer>& answer() const { return m_answer; }
    TimelineCard& card() { return *m_card; }
    std::vector<TargetId> targetsOf(const std::string& lane) const; // or of a target's own
    QString summary() const;                                        // what is so now, as a text to paste
    void wantWholeRecord(); // in the overview of an answer to come: from the first observation on

    void setViewer(bool viewer); // another program has begun to watch, or ended
    void showGate();             // the pane before the first check, where there is one
    IncidentPane& incidents() { return *m_incidents; }
    MorningCard& morning();
    void showMorning();              // scrolls to it
    void showLayers(bool shown);     // technical detail in the tiles
    void togglePane();               // only where it is not always there
    void cycleRegion(int direction); // headline, tiles, timeline, pane

    // At a text size of 100 %; they grow with it.
    static constexpr int paneWidth = 368, paneBeside = 1280;

  Q_SIGNALS:
    void queryWanted();
    void startWanted(const WayOut& way);
    void listWanted();
    void placeSaid(const QString& place);
    void importWanted();
    void laneOpened(const std::string& id); // somebody wants to know everything about it
    void askElsewhereWanted();
    void blockOpened(const std::string& lane, UtcTime at);
    void pastWanted(TimeRange range); // of public sources

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void makeLeft(UtcTime now);
    void makePane();
    void makeTiles();
    void arrangeTiles();
    void placePane();
    int widthOfPane() const;
    void refresh(); // words that change with the status or the time
    void laneSelected();
    void chooseLane(const std::string& id);
    void showAway();
    PageFacts facts() const;

    const Watchlist& m_watchlist;
    const Settings& m_settings;
    LivePageOptions m_options;
    Picture m_picture;
    std::optional<ArchiveAnswer> m_answer;
    UtcTime m_now;
    bool m_paneOpen = false;
    bool m_wholeRecord = false;
    QString m_place;
    std::string m_shownLane;

    QScrollArea* m_scroll; // for windows too low for what they should show
    QWidget* m_left;
    HeadlineBar* m_headline = nullptr;
    ElsewhereStrip* m_elsewhere = nullptr;
    std::vector<std::pair<const Site*, SiteTile*>> m_tiles;
    QGridLayout* m_tileGrid = nullptr;
    TimelineCard* m_card = nullptr;
    QScrollArea* m_pane = nullptr;
    QStackedWidget* m_paneStack = nullptr;
    FirstRunPane* m_firstRun = nullptr;
    SitePane* m_site = nullptr;
    IncidentPane* m_incidents = nullptr;
    WatchPane* m_watch = nullptr; // these two, one at a time
};

} // namespace kpwatch
