// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/incidents/incidents_panel.h"
#include "ui/live/banner.h"
#include "ui/live/find_dialog.h"
#include "ui/live/go_to_dialog.h"
#include "ui/live/live_page.h"
#include "ui/live/timeline_table.h"
#include "ui/live/top_bar.h"
#include "ui/live/way_dialog.h"
#include "ui/target/target_panel.h"
#include "ui/translation.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QResizeEvent>
#include <QStyleFactory>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

constexpr int refreshIncidents = 15; // seconds; one that goes on grows slowly

} // namespace

MainWindow::MainWindow(Monitor& monitor, Archive& archive, const Watchlist& watchlist, const Settings& settings,
                       MainWindowOptions options)
    : m_monitor(monitor), m_archive(archive), m_watchlist(watchlist), m_settings(settings), m_options(options) {
    speak(QLocale().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en"));
    installFonts();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (options.remembers) {
        const Remembered kept = remembered();
        m_options.theme = kept.theme;
        m_options.textPercent = kept.textPercent;
        m_chartStyle = {kept.chartPreset, kept.chartDark};
    }
    setTextScale(m_options.textPercent / 100.0);
    setTheme(m_options.theme);
    nameWindow();
    setMinimumSize(960, 680);
    resize(1440, 900);
    if (options.remembers)
        restoreGeometry(remembered().geometry);

    auto* centre = new QWidget(this);
    m_top = new TopBar(options.simulated, centre);
    m_banner = new Banner(centre);
    const LivePageOptions page{options.simulated, options.agreed, options.viewer};
    m_page = new LivePage(watchlist, settings, page, utcNow(), centre);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_banner);
    column->addWidget(m_page, 1);
    setCentralWidget(centre);

    auto* menu = new QMenu(this);
    makeWatchActions(*menu);
    makeTimelineActions(*menu);
    makeViewActions(*menu);
    m_top->setMenu(menu);

    connect(m_top, &TopBar::keepAwakeWanted, this, &MainWindow::keepAwake);
    connect(m_top, &TopBar::technicalWanted, this, &MainWindow::showTechnical);
    connect(m_top, &TopBar::findWanted, this, &MainWindow::openFind);
    connect(m_top, &TopBar::exportWanted, this, &MainWindow::openExport);
    connect(m_banner, &Banner::testAgainWanted, this, [this] { m_monitor.checkNow(); });
    connect(m_banner, &Banner::wayWanted, this, &MainWindow::changeWay);
    connect(m_page, &LivePage::startWanted, this, &MainWindow::startWatching);
    connect(m_page, &LivePage::laneOpened, this, &MainWindow::openLane);
    connect(m_page, &LivePage::queryWanted, this, [this] { m_askSoon.start(); });
    connect(&m_monitor, &Monitor::bell, this, &MainWindow::takePicture, Qt::QueuedConnection);
    connect(&m_archive, &Archive::bell, this, &MainWindow::takeAnswer, Qt::QueuedConnection);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::tick);
    connect(&m_askSoon, &QTimer::timeout, this, &MainWindow::ask);
    connect(&m_askLater, &QTimer::timeout, this, &MainWindow::ask);
    m_clock.setInterval(1000);
    m_clock.setTimerType(Qt::CoarseTimer);
    m_askSoon.setInterval(15);
    m_askSoon.setSingleShot(true);
    m_askLater.setSingleShot(true);
    showTechnical(options.remembers && remembered().technical);
    keepAwake(options.remembers ? remembered().keepAwake : !options.simulated);
    m_askSoon.start();
}

void MainWindow::showTechnical(bool shown) {
    m_technical->setChecked(shown);
    m_top->setTechnical(shown);
    m_page->showLayers(shown);
}

void MainWindow::setTheme(ThemeChoice choice) {
    m_options.theme = choice;
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && desktopPrefersDark());
    const Theme& theme = dark ? Theme::night() : Theme::light();
    QApplication::setPalette(paletteOf(theme));
    qApp->setStyleSheet(styleSheetOf(theme));
    QApplication::setFont(kpwatch::font(13));
}

void MainWindow::setTextSize(int percent) {
    const qreal before = textScale();
    m_options.textPercent = percent;
    setTextScale(percent / 100.0);
    QApplication::setFont(kpwatch::font(13));
    for (QWidget* widget : findChildren<QWidget*>()) {
        widget->updateGeometry();
        QFont face = widget->font();
        if (!widget->testAttribute(Qt::WA_SetFont) || face.pixelSize() <= 0)
            continue;
        face.setPixelSize(qRound(face.pixelSize() * textScale() / before));
        widget->setFont(face);
    }
    // Who measures in text looks again at how wide it is.
    for (QWidget* part :
         {static_cast<QWidget*>(m_top), static_cast<QWidget*>(m_banner), static_cast<QWidget*>(m_page)}) {
        QResizeEvent unchanged(part->size(), part->size());
        QApplication::sendEvent(part, &unchanged);
    }
}

// --- watching ---

void MainWindow::startWatching(const WayOut& way) {
    if (m_options.viewer)
        return;
    m_startTrouble.reset();
    try {
        m_monitor.start(way);
    } catch (const std::runtime_error& error) { // the history cannot be written: said in the banner, nothing is sent
        m_startTrouble = error.what();
    }
    takePicture();
}

// Another way is agreed to by itself: its points are in the dialog, and nothing is sent by it before.
void MainWindow::changeWay() {
    WayDialog dialog(m_watchlist, m_monitor.picture().watching == Watching::Stopped ? std::nullopt : m_picture.way,
                     this);
    if (dialog.exec() != QDialog::Accepted || !dialog.way())
        return;
    m_monitor.stop();
    startWatching(*dialog.way());
}

// Before the first check the pane asks; afterwards, where a start has failed, the dialog.
void MainWindow::startAgain() {
    if (m_picture.watching == Watching::NotStarted)
        m_page->showGate();
    else
        changeWay();
}

void MainWindow::pauseOrResume() {
    if (m_picture.watching == Watching::Paused)
        m_monitor.resume();
    else
        m_monitor.pause();
    takePicture();
}

void MainWindow::keepAwake(bool wanted) {
    m_monitor.setKeepAwake(wanted);
    m_keepAwake->setChecked(wanted);
    m_top->setKeepAwake(wanted);
    takePicture();
}

void MainWindow::takePicture() {
    m_picture = m_monitor.picture();
    const bool running = m_picture.watching == Watching::Running, paused = m_picture.watching == Watching::Paused;
    const bool observing = m_picture.watching == Watching::Observing;
    m_start->setEnabled(!running && !paused && !observing && !m_options.viewer);
    m_way->setEnabled((running || paused || observing) && !m_options.viewer && !m_options.simulated);
    nameWindow();
    m_pause->setEnabled(running || paused);
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_check->setEnabled(running);
    m_page->setPicture(m_picture);
    if (m_target)
        m_target->setPicture(m_picture);
    if (!m_options.viewer)
        m_top->setPicture(m_picture);
    refreshBanner();
    if (m_askLater.isActive())
        return;
    using namespace std::chrono_literals;
    const bool weeks = m_page->query().range.length() > std::chrono::hours{24 * 8};
    m_askLater.start(weeks ? 10s : 1s); // a pixel of a month is 40 minutes
}

void MainWindow::nameWindow() {
    QString name = m_options.simulated ? tr("KPWatch – SIMULATED") : tr("KPWatch");
    if (m_picture.watching == Watching::Observing)
        name += tr(" – observing only");
    else if (m_picture.way && std::holds_alternative<Proxy>(*m_picture.way))
        name += tr(" – through a proxy");
    setWindowTitle(name);
}

void MainWindow::refreshBanner() {
    const std::optional<ArchiveAnswer>& answer = m_page->answer();
    m_banner->setWords(
        bannerWords({m_picture, m_startTrouble, answer ? answer->trouble : std::nullopt, m_options.viewer}));
}

// --- the record ---

void MainWindow::ask() {
    m_askLater.stop();
    m_archive.ask(m_page->query());
    askAboutTarget();
}

// --- one target ---

void MainWindow::openLane(const std::string& id) {
    if (!m_target) {
        m_target = new TargetPanel(m_watchlist, m_settings, m_options.simulated, this);
        connect(m_target, &TargetPanel::queryWanted, this, &MainWindow::askAboutTarget);
        m_target->setPicture(m_picture);
    }
    m_target->setNow(utcNow());
    if (!m_target->showLane(id))
        return;
    m_target->show();
    m_target->raise();
    m_target->activateWindow();
    askAboutTarget();
}

void MainWindow::askAboutTarget() {
    if (m_target && m_target->isVisible())
        m_archive.askAbout(m_target->query(utcNow()));
}

// --- incidents ---

void MainWindow::openIncidents() {
    if (!m_incidents) {
        m_incidents = new IncidentsPanel(m_watchlist, m_options.simulated, this);
        connect(m_incidents, &IncidentsPanel::queryWanted, this, &MainWindow::askForIncidents);
    }
    m_incidents->show();
    m_incidents->raise();
    m_incidents->activateWindow();
    askForIncidents();
}

void MainWindow::askForIncidents() {
    m_incidentsAge = 0;
    m_archive.askForIncidents(m_incidents->query(utcNow()));
}

void MainWindow::takeAnswer() {
    if (const auto incidents = m_archive.takeIncidents(); incidents && m_incidents)
        m_incidents->setAnswer(*incidents);
    if (const auto about = m_archive.takeTarget(); about && m_target)
        m_target->setAnswer(*about);
    if (const auto answer = m_archive.take()) {
        m_page->setAnswer(*answer);
        if (m_options.viewer)
            m_top->setPicture({.live = statusAtEnd(answer->overview), .watching = Watching::Running});
        m_top->setExportable(answer->firstRowAt.has_value());
        refreshBanner();
        if (m_table != nullptr)
            fillTable();
        if (m_find != nullptr && m_find->isVisible())
            m_find->setRecord(answer->overview);
        if (m_chartWanted && answer->query.range.begin == m_page->query().range.begin) {
            m_chartWanted = false;
            openExport();
        }
    }
}

void MainWindow::openExport() {
    const std::optional<ArchiveAnswer>& answer = m_page->answer();
    if (!answer || !answer->firstRowAt)
        return;
    Timeline timeline = answer->timeline;
    timeline.simulated = m_options.simulated;
    ExportDialog dialog(timeline, m_settings, m_chartStyle, this);
    dialog.exec();
    m_chartStyle = dialog.chartStyle();
    m_chartFrom = timeline.range.begin;
}

void MainWindow::repeatExport() {
    if (!m_chartFrom) {
        openExport();
        return;
    }
    m_page->card().showRange({*m_chartFrom, utcNow()});
    m_chartWanted = true;
    ask();
}

void MainWindow::openTable() {
    if (m_table == nullptr)
        m_table = new TimelineTable(this);
    fillTable();
    m_table->show();
    m_table->raise();
    m_table->activateWindow();
}

void MainWindow::fillTable() {
    if (const std::optional<ArchiveAnswer>& answer = m_page->answer()) {
        Timeline timeline = answer->timeline;
        timeline.simulated = m_options.simulated;
        m_table->setTimeline(timeline);
    }
}

// In the whole record, read anew each time it is opened.
void MainWindow::openFind() {
    if (m_find == nullptr) {
        m_find = new FindDialog(this);
        connect(m_find, &FindDialog::found, this, [this](const std::string& lane, TimeRange span) {
            m_page->card().showSpan(lane, span);
            m_page->card().timeline().setFocus(Qt::OtherFocusReason);
        });
    }
    m_find->begin(m_options.simulated, utcNow());
    m_page->wantWholeRecord();
    m_find->show();
    m_find->raise();
    m_find->activateWindow();
}

// The day asked for in the middle, at the length that is in view.
void MainWindow::goToDay() {
    const TimeRange range = m_page->query().range;
    const auto half = range.length() / 2;
    const std::optional<ArchiveAnswer>& answer = m_page->answer();
    const UtcTime now = utcNow();
    GoToDialog dialog(range.begin + half, answer && answer->firstRowAt ? *answer->firstRowAt : now, now, this);
    if (dialog.exec() == QDialog::Accepted)
        m_page->card().showRange({dialog.chosen() - half, dialog.chosen() + half});
}

// --- the clock ---

void MainWindow::tick() {
    m_page->setNow(utcNow());
    if (m_target && m_target->isVisible())
        m_target->setNow(utcNow());
    if (m_incidents && m_incidents->isVisible() && ++m_incidentsAge >= refreshIncidents)
        askForIncidents();
    if (m_options.viewer && m_options.stillWritten && !m_options.stillWritten()) {
        m_options.viewer = false; // nothing is sent until the person says so: their way may be another
        m_page->endViewing();
        takePicture();
    }
    if (m_options.viewer)
        m_askSoon.start(); // nobody rings for what another program wrote
}

void MainWindow::keepClock() {
    const bool seen = isVisible() && !isMinimized();
    if (seen && !m_clock.isActive()) {
        tick();
        m_clock.start();
    } else if (!seen) {
        m_clock.stop();
    }
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
    if (m_options.agreed && !m_options.viewer)
        QTimer::singleShot(0, this, [this] { startWatching(*m_options.agreed); });
}

void MainWindow::hideEvent(QHideEvent* event) {
    QMainWindow::hideEvent(event);
    keepClock();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_options.remembers)
        remember({saveGeometry(), m_options.theme, m_options.textPercent, m_chartStyle.preset, m_chartStyle.dark,
                  m_keepAwake->isChecked(), m_technical->isChecked()});
    QMainWindow::closeEvent(event);
}

} // namespace kpwatch
