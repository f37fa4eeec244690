// SPDX-License-Identifier: GPL-3.0-or-later
// THE DOOR of the dashboard: arranges the parts, carries values between the monitor, the archive and the page, and
// holds every action in one menu. No logic of its own. GUI thread.
#pragma once

#include "app/desk/notes.h"
#include "app/desk/place.h"
#include "app/history/archive.h"
#include "app/tell/channels.h"
#include "app/watch/monitor.h"
#include "ui/evidence/handing_on.h"
#include "ui/export/export_dialog.h"
#include "ui/export/reopened.h"
#include "ui/live/shown_copy.h"
#include "ui/live/top_bar.h"
#include "ui/remembered.h"
#include "ui/settings/choosing.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QStackedWidget;

namespace kpwatch {

class Banner;
class Despatch;
class EventsPanel;
class FindDialog;
class IncidentsPage;
class LivePage;
struct SettingsLink;
class TargetPanel;
class Telling;
struct TellingChoice;
class TimelineTable;
class TrayIcon;

// What a window hands to the one that takes its place, which no file knows.
struct HandedOver {
    Remembered kept{};
    Tokens tokens{};                                      // of public sources
    Secrets secrets{};                                    // of channels; given by hand, or from the keychain
    std::optional<std::chrono::milliseconds> pauseLeft{}; // of a pause that ends by itself
    std::optional<std::string> incidents{};               // their page is open, with this one; empty: with the list
};

struct MainWindowOptions {
    bool simulated = false;         // says so on every view
    HandingOn handing{};            // packs, and the list of what went out; none: not offered
    std::optional<WayOut> agreed{}; // the way out agreed to on an earlier day: watching starts with the window, by it
    bool viewer = false;            // another program writes this history; nothing is started from here
    // Asked each second while this one does not: of who looks on, whether another program still writes it; of who does
    // not, whether another records there.
    std::function<bool()> writtenElsewhere, recordedElsewhere;
    // Begins anew with a record in another directory, with all that is known so far, unless the person stops the copy.
    // Throws a sentence if that cannot be, and nothing has changed. None: the record stays where it is.
    std::function<void(const std::string& directory, QWidget* parent)> recordElsewhere;
    std::function<void(QWidget* parent)> showRecord; // its size, how long it is kept, erasing it; none: not offered
    std::optional<std::filesystem::path> beside{};   // where the person's own lists lie; none: they are not kept
    std::optional<Notes> notes{};                    // the person's own, about incidents; none: they are not kept
    std::optional<Reopened> reopened{}; // the picture that was opened: its view, and whether it still holds
    bool remembers = false;             // its place, theme and chart choices from one start to the next
    std::optional<ShownCopy> copy{};    // the record is one: nothing is started from here
    std::optional<std::string> newer{}; // one sentence: a newer program wrote the record
    // One sentence: it cannot be watched yet. Whoever shows the window looks again by itself.
    std::optional<std::string> hindered{};
    Choosing choosing{};                // of settings and watchlist
    std::optional<HandedOver> before{}; // from a window before this one
    bool goesOn = false;                // in its place: who watches goes on, and who does not does not begin
};

class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    // All of them must outlive the window.
    MainWindow(Monitor& monitor, Archive& archive, const Watchlist& watchlist, const Settings& settings,
               MainWindowOptions options);

    void setLook(const Look& look); // at once, but for the language: that takes another window
    LivePage& page() { return *m_page; }
    // A chart of ours shows its view, a colleague's checks are offered to be taken in; what is neither is said.
    void openDocument(const QString& file);
    HandedOver giveWay(); // another window takes its place: it remembers, and tells nobody any more

  protected:
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void makeWatchActions(QMenu& menu);
    void makeTimelineActions(QMenu& menu);
    void makeViewActions(QMenu& menu);
    void makeTellActions(QMenu& menu);
    void beginTelling(bool wanted, const std::optional<QuietHours>& quiet);
    void beginChannels();
    void readChannelsAgain(); // with their secrets, as watching starts
    void openTelling();
    void keepTelling(const TellingChoice& choice);
    void makeTrayActions(QMenu& menu);
    void beginTray(const Remembered& kept);
    void followTray();
    void showInTray(const QString& headline, const QString& since, Verdict icon);
    void comeForward();
    void pauseForAnHour();
    void showMorning();                            // the last 24 hours, when asked for
    void tellMorning(const ArchiveAnswer& answer); // on the first look of a day
    void openAbout();
    void makeContextMenus(); // of a tile and of a lane
    void showLaneMenu(const QPoint& place);
    void tellChannels(); // what was read of the record just now
    QString untold() const;
    void makeLookActions(QMenu& menu);
    using LookChange = std::function<void(Look&)>;
    void chooseOne(QMenu& into, const QString& title, const std::vector<std::pair<QString, LookChange>>& choices);
    void noteTextSizes();
    void setTextSize(int percent);
    QAction& action(QMenu& menu, const QString& text, const QKeySequence& key, const std::function<void()>& run);
    void startWatching(const WayOut& way);
    void begin(const WayOut& way);
    void tryAgain(); // to start, after the disk refused
    void startAgain();
    Remembered kept() const;
    void keep() const; // what it remembers
    void changeWay();
    void choosePlace();
    void goOnWithCopy();
    void recordIn(const QString& title, const QString& question); // a folder that the person chooses
    void makeSettingsActions(QMenu& menu);
    void openSettings();
    void openWatchlist();
    void editWatchlist(const std::filesystem::path& imported);
    std::vector<SettingsLink> settingsLinks();
    void setPlace(const QString& place);
    void askForPlace(); // where the person watches from
    void followPlace(); // what was said of it, as long as it may still hold
    void openSources(); // the public ones: which are asked
    void keepSources(const Sources& sources, const Tokens& tokens);
    void readTokens();
    void nameWindow();
    void pauseOrResume();
    void keepAwake(bool wanted);
    void showTechnical(bool shown);
    void takePicture();
    void takeAnswer();
    void ask();
    void tick();
    void lookWhoWrites(); // another program may begin or end
    bool isSeen() const;
    void keepClock(); // runs only while there is somebody to see it
    void paceClock(); // until it ticks next
    void refreshBanner();
    void openEvents();
    void openExport();
    void exportChart(ChartSource source);
    void showReopened(const Reopened& reopened);
    void askWhichDocument();
    void openDocuments(QStringList files);
    void openLane(const std::string& id);
    void askAboutTarget();
    void showTab(Tab tab);
    IncidentsPage& incidentsPage();     // made when first wanted
    void review(const std::string& id); // of one incident
    void openBlock(const std::string& lane, UtcTime at);
    void askForIncidents();
    void say(const Judgement& judgement); // by the person's hand
    void followIncidents();
    void repeatExport(); // the last chart again, up to now
    void openEvidence(); // of the incident that is open, else of the latest
    void openWentOut();
    void openTable();
    void fillTable();
    void goToDay();
    void askPast(TimeRange range); // of public sources
    void askPastDay();
    void openFind();

    Monitor& m_monitor;
    Archive& m_archive;
    const Watchlist& m_watchlist;
    const Settings& m_settings;
    MainWindowOptions m_options;
    Picture m_picture;
    Look m_look;
    std::optional<SaidPlace> m_place; // as it was said
    bool m_placeMayBeAnother = false; // since our own line is another
    Tokens m_tokens;                  // of public sources; given by the person or kept by the keychain
    std::optional<std::string> m_startTrouble;
    WayOut m_refused; // by which the disk let nobody start
    QTimer m_tryAgain{this};
    std::optional<UtcTime> m_unsavedSince;
    std::optional<UtcTime> m_anotherRead; // of which record in another's place the person has read
    bool m_offering = false;              // what a colleague saw
    std::string m_deskWanted;             // scrolled to with the next answer
    bool m_takingIn = false;              // it, and the record is not back yet
    ChartStyle m_chartStyle;
    RangeChoice m_range = RangeChoice::Day; // that the window began with
    LogOrder m_order = LogOrder::Newest;    // of the incidents
    std::optional<UtcTime> m_chartFrom;     // where the last chart began
    bool m_chartWanted = false;             // as soon as its range has been read
    QTimer m_clock{this};
    QTimer m_askSoon;  // the view changed: one question for many changes within a moment
    QTimer m_askLater; // the record grew: no need to read it again at every row
    TopBar* m_top = nullptr;
    Banner* m_banner = nullptr;
    LivePage* m_page = nullptr;
    TimelineTable* m_table = nullptr;     // made when first asked for
    FindDialog* m_find = nullptr;         // made when first asked for
    TargetPanel* m_target = nullptr;      // made when first opened
    IncidentsPage* m_incidents = nullptr; // made when first shown
    EventsPanel* m_events = nullptr;      // once opened
    QStackedWidget* m_tabs = nullptr;
    int m_incidentsAge = 0;            // seconds since they were asked for
    std::uint64_t m_incidentsOf = 0;   // results recorded by then
    std::uint64_t m_incidentsTold = 0; // and news of public sources
    std::vector<TargetId> m_down;      // as they were asked for
    QAction* m_start = nullptr;
    QAction* m_way = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_check = nullptr;
    Telling* m_telling = nullptr;
    Despatch* m_despatch = nullptr;            // to the channels; none where everything is made up
    Verdict m_ownLine = Verdict::NotMonitored; // as the channels were told of it
    TrayIcon* m_tray = nullptr;
    QAction *m_trayWanted = nullptr, *m_staysInTray = nullptr;
    QMenu* m_panelColours = nullptr;
    std::optional<bool> m_darkPanel;
    QString m_morningTold; // the day
    bool m_morningWanted = false;
    QTimer m_pauseEnds{this};
    std::optional<QuietHours> m_quiet;
    QAction* m_tellHere = nullptr;
    QAction* m_askElsewhere = nullptr;
    QAction* m_keepAwake = nullptr;
    QAction* m_technical = nullptr;
    bool m_shownBefore = false;
};

} // namespace kpwatch
