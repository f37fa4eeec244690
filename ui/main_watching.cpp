// SPDX-License-Identifier: GPL-3.0-or-later
// The window and who watches: start, pause, way out, and what of all that is said in title, banner and menu.
#include "ui/main_window.h"

#include "app/errors.h"
#include "app/story/part_of_record.h"
#include "app/words/words.h"
#include "ui/live/banner.h"
#include "ui/live/elsewhere_strip.h"
#include "ui/live/live_page.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/top_bar.h"
#include "ui/live/trouble_words.h"
#include "ui/live/way_dialog.h"
#include "ui/target/target_panel.h"
#include "ui/tell/telling.h"
#include "ui/tell/tray_icon.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>

#include <utility>

namespace kpwatch {

void MainWindow::startWatching(const WayOut& way) {
    if (m_options.viewer || m_options.copy || m_options.newer)
        return;
    m_startTrouble.reset();
    m_tryAgain.stop();
    try {
        readTokens();
        readChannelsAgain();
        begin(way);
    } catch (const std::runtime_error& error) { // said in the banner, nothing is sent
        m_startTrouble = error.what();
    }
    takePicture();
}

// What the disk refuses now it may take soon, and nobody has to sit beside it until then.
void MainWindow::begin(const WayOut& way) {
    try {
        m_monitor.start(way);
        m_startTrouble.reset();
    } catch (const StorageError& error) {
        m_startTrouble = error.what();
        m_refused = way;
        m_tryAgain.start();
    }
}

void MainWindow::tryAgain() {
    const Watching watching = m_monitor.picture().watching;
    if (m_options.viewer || (watching != Watching::NotStarted && watching != Watching::Stopped))
        return;
    if (QApplication::activeModalWidget() != nullptr) { // which may be about just that
        m_tryAgain.start();
        return;
    }
    try {
        begin(m_refused);
    } catch (const std::runtime_error& error) {
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

// A record of ours, or a folder for it alone: its files are not strewn among others.
static std::string placeFor(const QString& folder) {
    const QDir chosen(folder);
    const bool ours = chosen.exists(QStringLiteral("history.db"));
    return (ours || chosen.isEmpty() ? folder : chosen.filePath(QStringLiteral("kpwatch"))).toStdString();
}

void MainWindow::choosePlace() {
    recordIn(tr("Another place for the record"),
             tr("KPWatch goes on in the folder that you choose, with a copy of the record so far and with what "
                "could not be saved. The old record stays where it is. If there is a record of KPWatch in that "
                "folder, it goes on with that one."));
}

void MainWindow::goOnWithCopy() {
    recordIn(tr("Go on with this copy"),
             tr("The copy is put whole into the folder that you choose, and KPWatch goes on there. The file that is "
                "shown stays as it is."));
}

void MainWindow::recordIn(const QString& title, const QString& question) {
    if (!m_options.recordElsewhere || !askPlainly(this, title, question, tr("Choose a folder…")))
        return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the record"), QDir::homePath());
    if (folder.isEmpty())
        return;
    try {
        m_options.recordElsewhere(placeFor(folder), this);
    } catch (const std::runtime_error& error) {
        tellPlainly(this, tr("Not there"), troubleWords(error.what()));
    }
}

void MainWindow::pauseOrResume() {
    m_pauseEnds.stop(); // that pause is over, or another one begins, without an end of its own
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

// Paused, the clock shows minutes, and only ages grow: each time they are painted, and the lanes up to then are read,
// wakes the computer nine times. Soon after every full ten seconds, so that the minute turns in time.
void MainWindow::paceClock() {
    using namespace std::chrono_literals;
    const bool paused = m_picture.watching == Watching::Paused;
    const std::chrono::milliseconds pace = paused ? 10s - utcNow().time_since_epoch() % 10s + 100ms : 1000ms;
    if (m_clock.intervalAsDuration() == pace)
        return;
    m_clock.setTimerType(paused ? Qt::PreciseTimer : Qt::CoarseTimer);
    m_clock.setInterval(pace);
}

void MainWindow::takePicture() {
    const std::optional<std::string> note = std::exchange(m_picture, m_monitor.picture()).recordNote;
    const bool running = m_picture.watching == Watching::Running, paused = m_picture.watching == Watching::Paused;
    const bool observing = m_picture.watching == Watching::Observing;
    m_start->setEnabled(!running && !paused && !observing && !m_options.viewer && !m_options.copy && !m_options.newer);
    m_way->setEnabled((running || paused || observing) && !m_options.viewer && !m_options.simulated);
    nameWindow();
    m_pause->setEnabled(running || paused);
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_check->setEnabled(running);
    m_askElsewhere->setEnabled(mayAskElsewhere(m_picture, utcNow()));
    m_page->setPicture(m_picture);
    paceClock();
    if (m_target)
        m_target->setPicture(m_page->picture(), m_options.viewer);
    if (!m_options.viewer)
        m_top->setPicture(m_picture);
    refreshBanner();
    m_telling->setElsewhere(m_picture.elsewhere);
    m_telling->setOwnLine(m_picture.live.ownLine);
    if (const Verdict line = m_picture.live.ownLine.state; m_despatch != nullptr && line != m_ownLine) {
        m_ownLine = line;
        askForIncidents(); // the channels are told of it as of an incident
    }
    if (m_picture.recordNote != note)
        askForIncidents(); // of another file than before: one was set aside, or is back
    followIncidents();
    if (!isSeen())
        return; // the rest of the record is asked when there is somebody to see it
    if (m_askLater.isActive())
        return;
    using namespace std::chrono_literals;
    const bool weeks = m_page->query().range.length() > std::chrono::hours{24 * 8};
    m_askLater.start(weeks ? 10s : 1s); // a pixel of a month is 40 minutes
}

// While somebody watches it begins with the headline where no icon in the panel tells the state: the list of windows
// does then.
void MainWindow::nameWindow() {
    const bool proxied = m_picture.way && std::holds_alternative<Proxy>(*m_picture.way);
    QString name = m_options.simulated ? tr("KPWatch – SIMULATED") : tr("KPWatch");
    if (m_picture.watching == Watching::Observing)
        name += tr(" – observing only");
    else if (proxied)
        name += tr(" – through a proxy");
    else if (m_options.copy)
        name = tr("%1, a copy of a record – %2").arg(words::cleaned(m_options.copy->name.toStdString()), name);
    const bool looks_on = m_options.viewer && m_page != nullptr && m_page->answer();
    if (m_picture.watching == Watching::Running || looks_on) {
        const ArchiveAnswer* const answer = m_page != nullptr && m_page->answer() ? &*m_page->answer() : nullptr;
        const words::SeenFrom from{.proxy = proxied,
                                   .repairing = answer != nullptr && answer->inRepair,
                                   .again = answer != nullptr && reachesBack(answer->firstRowAt, utcNow())};
        const words::Headline headline =
            looks_on ? m_page->headline({}) : words::headline(m_picture.live, m_settings, from, m_picture.elsewhere);
        showInTray(headline.sentence, headline.second, headline.icon);
        if (m_tray == nullptr || !m_tray->isShown())
            name = headline.sentence + QStringLiteral(" – ") + name;
    } else {
        const bool paused = m_picture.watching == Watching::Paused;
        showInTray(paused ? tr("Not watching, paused by you") : name, {}, Verdict::NotMonitored);
    }
    setWindowTitle(name);
}

void MainWindow::refreshBanner() {
    const std::optional<ArchiveAnswer>& answer = m_page->answer();
    m_takingIn = m_picture.storageTrouble == recordLent && (m_takingIn || m_offering);
    if (!m_picture.storageTrouble || m_takingIn)
        m_unsavedSince.reset();
    else if (!m_unsavedSince)
        m_unsavedSince = utcNow();
    const bool hindered = m_startTrouble && m_startTrouble == m_options.hindered; // and so there is no record to read
    m_banner->setWords(
        bannerWords({m_picture, m_startTrouble, answer && !hindered ? answer->trouble : std::nullopt, m_options.viewer,
                     untold(), m_unsavedSince, m_placeMayBeAnother ? words::cleaned(m_place->words) : QString(),
                     answer && answer->inRepair && m_picture.watching == Watching::Running, m_takingIn, m_options.copy,
                     m_options.newer, m_tryAgain.isActive() || hindered,
                     answer && answer->anotherSince != m_anotherRead ? answer->anotherSince : std::nullopt}));
}

} // namespace kpwatch
