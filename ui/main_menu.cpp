// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of the window: every action there is, with its key.
#include "ui/main_window.h"

#include "ui/incidents/incidents_page.h"
#include "ui/live/keys_dialog.h"
#include "ui/live/live_page.h"
#include "ui/manual/manual_window.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace kpwatch {

QAction& MainWindow::action(QMenu& menu, const QString& text, const QKeySequence& key,
                            const std::function<void()>& run) {
    QAction* made = menu.addAction(text);
    made->setShortcut(key);
    addAction(made); // shortcuts of a closed menu work only on a widget that is shown
    connect(made, &QAction::triggered, this, run);
    return *made;
}

void MainWindow::makeWatchActions(QMenu& menu) {
    m_start = &action(menu, tr("Start watching"), {}, [this] { startAgain(); });
    m_way = &action(menu, tr("Way out…"), {}, [this] { changeWay(); });
    m_pause = &action(menu, tr("Pause"), tr("Ctrl+P"), [this] { pauseOrResume(); });
    m_check = &action(menu, tr("Check now"), tr("F5"), [this] { m_monitor.checkNow(); });
    m_askElsewhere = &action(menu, tr("Ask elsewhere"), {}, [this] { m_monitor.askElsewhere(); });
    m_keepAwake = &action(menu, tr("Keep this computer awake while watching"), {},
                          [this] { keepAwake(m_keepAwake->isChecked()); });
    m_keepAwake->setCheckable(true);
    menu.addSeparator();
    action(menu, tr("Export…"), tr("Ctrl+E"), [this] { openExport(); });
    if (m_options.handing.opens())
        action(menu, tr("Open or import…"), tr("Ctrl+O"), [this] { askWhichDocument(); });
    QMenu& publish = *menu.addMenu(tr("Publish"));
    action(publish, tr("Same chart, to now…"), tr("Ctrl+Shift+E"), [this] { repeatExport(); });
    if (m_options.handing.offered()) {
        action(publish, tr("Evidence pack…"), tr("Ctrl+Shift+P"), [this] { openEvidence(); });
        action(publish, tr("What went out…"), tr("Ctrl+Shift+W"), [this] { openWentOut(); });
    }
    action(publish, tr("Copy as text"), tr("Ctrl+Shift+C"),
           [this] { QGuiApplication::clipboard()->setText(m_page->summary()); });
    menu.addSeparator();
    action(menu, tr("Find…"), tr("Ctrl+F"), [this] {
        if (m_incidents != nullptr && m_incidents->isVisible())
            m_incidents->beginSearch();
        else
            openFind();
    });
}

// What the timeline's own keys do as well, so that nobody has to know them.
void MainWindow::makeTimelineActions(QMenu& menu) {
    QMenu* ranges = menu.addMenu(tr("Range"));
    for (const RangeChoice choice : rangeChoices)
        action(*ranges, rangeWord(choice), {}, [this, choice] { m_page->card().choose(choice); });
    QMenu* move = menu.addMenu(tr("Timeline"));
    TimelineWidget& timeline = m_page->card().timeline();
    action(*move, tr("Zoom in"), tr("Ctrl++"), [this] { m_page->card().zoom(1 / 1.6); });
    action(*move, tr("Zoom out"), tr("Ctrl+-"), [this] { m_page->card().zoom(1.6); });
    action(*move, tr("24 hours"), tr("Ctrl+0"), [this] { m_page->card().choose(RangeChoice::Day); });
    action(*move, tr("Oldest observation"), tr("Ctrl+Home"), [this] { m_page->card().toOldest(); });
    action(*move, tr("Now"), tr("Ctrl+End"), [this] { m_page->card().toNow(); });
    action(*move, tr("Back to the range before"), tr("Alt+Left"), [this] {
        if (m_incidents != nullptr && m_incidents->isVisible())
            m_incidents->showLog();
        else
            m_page->card().goBack();
    });
    move->addSeparator();
    action(*move, tr("Previous change"), tr("Ctrl+Left"), [&timeline] { timeline.goToChange(-1); });
    action(*move, tr("Next change"), tr("Ctrl+Right"), [&timeline] { timeline.goToChange(1); });
    action(*move, tr("Targets of the selected lane"), tr("Ctrl+L"), [&timeline] { timeline.toggleSelectedLane(); });
    action(*move, tr("Everything about the selected lane…"), tr("Ctrl+I"),
           [this] { openLane(m_page->card().timeline().view().lane()); });
    action(*move, tr("Timeline as a table"), tr("Ctrl+T"), [this] { openTable(); });
    if (m_options.beside)
        action(*move, tr("Events beside the timeline…"), tr("Ctrl+Shift+G"), [this] { openEvents(); });
    action(menu, tr("Go to a day…"), tr("Ctrl+G"), [this] { goToDay(); });
    if (!m_options.viewer && !m_options.simulated)
        action(menu, tr("Routes of a past day…"), tr("Ctrl+Shift+R"), [this] { askPastDay(); });
    menu.addSeparator();
}

void MainWindow::makeViewActions(QMenu& menu) {
    action(menu, tr("Live"), tr("Ctrl+1"), [this] { showTab(Tab::Live); });
    action(menu, tr("Incidents"), tr("Ctrl+2"), [this] { showTab(Tab::Incidents); });
    m_technical =
        &action(menu, tr("Technical detail"), tr("Ctrl+D"), [this] { showTechnical(m_technical->isChecked()); });
    m_technical->setCheckable(true);
    QMenu& look = *menu.addMenu(tr("&View"));
    action(look, tr("Side pane"), tr("F9"), [this] { m_page->togglePane(); });
    const auto cycle = [this](int direction) {
        if (m_incidents != nullptr && m_incidents->isVisible())
            m_incidents->cycleRegion(direction);
        else
            m_page->cycleRegion(direction);
    };
    action(look, tr("Next part"), tr("F6"), [cycle] { cycle(1); });
    action(look, tr("Previous part"), tr("Shift+F6"), [cycle] { cycle(-1); });
    action(look, tr("The last 24 hours in words"), tr("Ctrl+Shift+D"), [this] { showMorning(); });
    makeLookActions(look);
    menu.addSeparator();
    makeSettingsActions(menu);
    makeTellActions(menu);
    if (m_options.beside && !m_options.simulated)
        action(menu, tr("Public sources…"), {}, [this] { openSources(); });
    if (m_options.showRecord)
        action(menu, tr("The record…"), {}, [this] { m_options.showRecord(this); });
    menu.addSeparator();
    action(menu, tr("Manual"), tr("F1"), [this] {
        auto* manual = findChild<ManualWindow*>();
        if (manual == nullptr) {
            manual = new ManualWindow(m_settings, this);
            manual->setAttribute(Qt::WA_DeleteOnClose);
        }
        manual->setWindowState(manual->windowState() & ~Qt::WindowMinimized);
        manual->show();
        manual->raise();
        manual->activateWindow();
    });
    action(menu, tr("About KPWatch"), {}, [this] { openAbout(); });
    action(menu, tr("Keys and gestures"), tr("Ctrl+F1"), [this] { KeysDialog(actions(), this).exec(); });
    action(menu, tr("Quit"), tr("Ctrl+Q"), [this] { close(); });
}

} // namespace kpwatch
