// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "app/tell/despatch.h"
#include "ui/app_look.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incidents_page.h"
#include "ui/live/banner.h"
#include "ui/live/live_page.h"
#include "ui/live/top_bar.h"
#include "ui/target/target_panel.h"
#include "ui/tell/telling.h"
#include "ui/tell/tray_icon.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

constexpr int refreshIncidents = 15;    // seconds; one that goes on grows slowly
constexpr int startAgainAfter = 15'000; // ms, where the disk refused
constexpr int retellIncidents = 60;     // where nothing is recorded any more, it is soon out of sight

} // namespace

MainWindow::MainWindow(Monitor& monitor, Archive& archive, const Watchlist& watchlist, const Settings& settings,
                       MainWindowOptions options)
    : m_monitor(monitor), m_archive(archive), m_watchlist(watchlist), m_settings(settings), m_options(options) {
    const Remembered kept = options.before      ? options.before->kept
                            : options.remembers ? remembered()
                                                : Remembered{.keepAwake = !options.simulated};
    if (options.before)
        m_tokens = options.before->tokens;
    m_look = kept.look;
    speakAsChosen(m_look);
    m_chartStyle = kept.chart;
    setTextScale(m_look.textPercent / 100.0);
    setLook(m_look);
    nameWindow();
    setMinimumSize(960, 680);
    resize(1440, 900);
    restoreGeometry(kept.geometry);

    auto* centre = new QWidget(this);
    m_top = new TopBar(options.simulated, centre);
    m_banner = new Banner(centre);
    m_place = m_options.beside ? saidPlace(*m_options.beside) : std::nullopt;
    const LivePageOptions page{.simulated = options.simulated,
                               .agreed = options.agreed,
                               .viewer = options.viewer,
                               .list = options.choosing.change != nullptr,
                               .imports = options.handing.opens(),
                               .asksPlace = options.beside && !m_place && !options.agreed,
                               .copy = options.copy,
                               .newer = options.newer.has_value()};
    m_page = new LivePage(watchlist, settings, page, utcNow(), centre);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_banner);
    m_tabs = new QStackedWidget(centre);
    m_tabs->addWidget(m_page);
    column->addWidget(m_tabs, 1);
    setCentralWidget(centre);
    setAcceptDrops(m_options.handing.opens());

    auto* menu = new QMenu(this);
    makeWatchActions(*menu);
    makeTimelineActions(*menu);
    makeViewActions(*menu);
    m_top->setMenu(menu);
    beginTelling(kept.tellHere, kept.quiet);
    beginTray(kept);
    m_morningTold = kept.morningTold;

    connect(m_top, &TopBar::keepAwakeWanted, this, &MainWindow::keepAwake);
    connect(m_top, &TopBar::technicalWanted, this, &MainWindow::showTechnical);
    connect(m_top, &TopBar::findWanted, this, &MainWindow::openFind);
    connect(m_top, &TopBar::tabChosen, this, &MainWindow::showTab);
    makeContextMenus();
    connect(&m_page->incidents(), &IncidentPane::reviewWanted, this, &MainWindow::review);
    connect(&m_page->incidents(), &IncidentPane::logWanted, this, [this] { showTab(Tab::Incidents); });
    connect(m_top, &TopBar::exportWanted, this, &MainWindow::openExport);
    connect(m_banner, &Banner::testAgainWanted, this, [this] { m_monitor.checkNow(); });
    connect(m_banner, &Banner::wayWanted, this, &MainWindow::changeWay);
    connect(m_banner, &Banner::placeWanted, this, &MainWindow::choosePlace);
    connect(m_banner, &Banner::goOnWanted, this, &MainWindow::goOnWithCopy);
    connect(m_banner, &Banner::closeWanted, this, [this] {
        m_monitor.closeRecordNote();
        m_anotherRead = m_page->answer() ? m_page->answer()->anotherSince : std::nullopt;
        takePicture();
        refreshBanner();
    });
    connect(m_banner, &Banner::tellingWanted, this, &MainWindow::openTelling);
    connect(m_banner, &Banner::sayPlaceWanted, this, &MainWindow::askForPlace);
    connect(&m_monitor, &Monitor::tookOver, this, [this](const QString& trouble) {
        m_startTrouble = trouble.isEmpty() ? std::nullopt : std::optional(trouble.toStdString());
        takePicture();
    });
    connect(m_page, &LivePage::startWanted, this, &MainWindow::startWatching);
    connect(m_page, &LivePage::placeSaid, this, &MainWindow::setPlace);
    connect(m_page, &LivePage::listWanted, this, &MainWindow::openWatchlist);
    connect(m_page, &LivePage::importWanted, this, &MainWindow::askWhichDocument);
    connect(m_page, &LivePage::askElsewhereWanted, this, [this] { m_monitor.askElsewhere(); });
    connect(m_page, &LivePage::laneOpened, this, &MainWindow::openLane);
    connect(m_page, &LivePage::blockOpened, this, &MainWindow::openBlock);
    connect(m_page, &LivePage::pastWanted, this, &MainWindow::askPast);
    connect(m_page, &LivePage::queryWanted, this, [this] { m_askSoon.start(); });
    connect(&m_monitor, &Monitor::bell, this, &MainWindow::takePicture, Qt::QueuedConnection);
    connect(&m_archive, &Archive::bell, this, &MainWindow::takeAnswer, Qt::QueuedConnection);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::tick);
    connect(&m_tryAgain, &QTimer::timeout, this, &MainWindow::tryAgain);
    m_tryAgain.setInterval(startAgainAfter);
    m_tryAgain.setSingleShot(true);
    connect(&m_askSoon, &QTimer::timeout, this, &MainWindow::ask);
    connect(&m_askLater, &QTimer::timeout, this, &MainWindow::ask);
    m_clock.setInterval(1000);
    m_clock.setTimerType(Qt::CoarseTimer);
    m_askSoon.setInterval(15);
    m_askSoon.setSingleShot(true);
    m_askLater.setSingleShot(true);
    showTechnical(kept.technical);
    keepAwake(kept.keepAwake);
    m_range = kept.range;
    m_order = kept.order;
    m_page->card().begin(m_range);
    if (options.copy && options.copy->until) // now there is nothing in it
        m_page->card().showRange({*options.copy->until - std::chrono::hours{24}, *options.copy->until});
    if (m_monitor.picture().watching == Watching::NotStarted)
        m_startTrouble = options.hindered;
    m_askSoon.start();
    if (options.before && options.before->incidents) {
        showTab(Tab::Incidents);
        m_incidents->openIncident(*options.before->incidents);
    }
    askForIncidents();
}

void MainWindow::showTab(Tab tab) {
    m_top->setTab(tab);
    QWidget* const page = tab == Tab::Live ? static_cast<QWidget*>(m_page) : &incidentsPage();
    if (m_tabs->currentWidget() == page)
        return;
    m_tabs->setCurrentWidget(page);
    if (tab == Tab::Live)
        m_page->card().timeline().setFocus(Qt::OtherFocusReason);
    else
        m_incidents->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showTechnical(bool shown) {
    m_technical->setChecked(shown);
    m_top->setTechnical(shown);
    m_page->showLayers(shown);
}

// --- the clock ---

void MainWindow::tick() {
    m_page->setNow(utcNow());
    if (m_target && m_target->isVisible())
        m_target->setNow(utcNow());
    const bool grew = m_options.viewer || m_picture.recorded != m_incidentsOf;
    m_incidentsAge += m_clock.interval() / 1000;
    if ((m_incidentsAge >= refreshIncidents && grew) || m_incidentsAge >= retellIncidents)
        askForIncidents();
    lookWhoWrites();
    if (m_options.viewer)
        m_askSoon.start(); // nobody rings for what another program wrote
    paceClock();
}

// Another program may end, and another begin. Meanwhile nothing is sent until the person says so: their way may be
// another.
void MainWindow::lookWhoWrites() {
    const Watching watching = m_monitor.picture().watching;
    const bool ours = watching != Watching::NotStarted && watching != Watching::Stopped;
    if (!m_options.writtenElsewhere || !m_options.recordedElsewhere || ours ||
        QApplication::activeModalWidget() != nullptr) // which may write itself
        return;
    const bool viewer = m_options.viewer ? m_options.writtenElsewhere() : m_options.recordedElsewhere();
    if (viewer == m_options.viewer)
        return;
    m_options.viewer = viewer;
    if (!viewer) // that another records is none any more
        m_startTrouble.reset();
    m_page->setViewer(viewer);
    m_askSoon.start(); // of who was killed the lanes end at the latest row
    takePicture();
}

bool MainWindow::isSeen() const { return isVisible() && !isMinimized(); }

void MainWindow::keepClock() {
    const bool seen = isSeen();
    if (seen && !m_clock.isActive()) {
        takePicture();
        tick();
        m_clock.start();
        m_askSoon.start();
    } else if (!seen) {
        m_clock.stop();
    }
}

// An area scrolls to whom the Tab key reaches within it; to whom it reaches from outside, nobody else does.
bool MainWindow::focusNextPrevChild(bool next) {
    if (!QMainWindow::focusNextPrevChild(next))
        return false;
    QWidget* const here = focusWidget();
    for (QWidget* each = here; each != nullptr; each = each->parentWidget())
        if (auto* const area = qobject_cast<QScrollArea*>(each); area != nullptr && area != here)
            area->ensureWidgetVisible(here);
    return true;
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::WindowStateChange)
        keepClock();
    QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    keepClock();
    if (m_shownBefore)
        return;
    m_shownBefore = true;
    m_page->card().timeline().setFocus(Qt::OtherFocusReason);
    if (m_options.reopened)
        QTimer::singleShot(0, this, [this] { showReopened(*m_options.reopened); });
    const Watching watching = m_monitor.picture().watching;
    const bool begins = !m_options.goesOn || (watching != Watching::NotStarted && watching != Watching::Stopped);
    if (m_options.agreed && !m_options.viewer && begins)
        QTimer::singleShot(0, this, [this] { startWatching(*m_options.agreed); });
}

void MainWindow::hideEvent(QHideEvent* event) {
    QMainWindow::hideEvent(event);
    keepClock();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    // Only by the person's hand on the window, only where they chose it, and never into a panel that does not show it.
    if (event->spontaneous() && m_staysInTray->isChecked() && m_tray->isShown()) {
        event->ignore();
        hide();
        return;
    }
    keep();
    QMainWindow::closeEvent(event);
}

HandedOver MainWindow::giveWay() {
    keep();
    m_telling->setWanted(false);
    HandedOver all{kept(), m_tokens, m_despatch != nullptr ? m_despatch->secrets() : Secrets(), {}, {}};
    if (m_incidents != nullptr && m_tabs->currentWidget() == m_incidents)
        all.incidents = m_incidents->wanted();
    if (m_pauseEnds.isActive())
        all.pauseLeft = m_pauseEnds.remainingTimeAsDuration();
    return all;
}

Remembered MainWindow::kept() const {
    return {.geometry = saveGeometry(),
            .look = m_look,
            .chart = m_chartStyle,
            .keepAwake = m_keepAwake->isChecked(),
            .technical = m_technical->isChecked(),
            .tellHere = m_tellHere->isChecked(),
            .quiet = m_quiet,
            .morningTold = m_morningTold,
            .tray = m_trayWanted->isChecked(),
            .closeToTray = m_staysInTray->isChecked(),
            .darkPanel = m_darkPanel,
            .range = m_page->card().timeline().view().choice().value_or(m_range),
            .order = m_order};
}

void MainWindow::keep() const {
    if (m_options.remembers)
        remember(kept());
}

} // namespace kpwatch
