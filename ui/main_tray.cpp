// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the panel of the desktop: its icon there, and coming back from it.
#include "ui/main_window.h"

#include "app/words/sites_down.h"
#include "ui/live/live_page.h"
#include "ui/live/plain_dialog.h"
#include "ui/tell/tray_icon.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace kpwatch {

void MainWindow::makeTrayActions(QMenu& menu) {
    menu.addSeparator();
    m_trayWanted = &action(menu, tr("Icon in the panel"), {}, [this] {
        m_tray->setWanted(m_trayWanted->isChecked());
        if (m_trayWanted->isChecked() && !m_tray->available())
            tellPlainly(this, tr("Icon in the panel"),
                        tr("This desktop shows no icons of programs in its panel; GNOME does with an extension. The "
                           "window's title tells what goes on."));
    });
    m_trayWanted->setCheckable(true);
    m_staysInTray = &action(menu, tr("Closing the window leaves it in the panel"), {}, [] {});
    m_staysInTray->setCheckable(true);
    m_panelColours = menu.addMenu(tr("Colour of the icon"));
    auto* const group = new QActionGroup(this);
    const std::pair<std::optional<bool>, QString> choices[] = {{std::nullopt, tr("As the desktop")},
                                                               {false, tr("Dark, for a light panel")},
                                                               {true, tr("Light, for a dark panel")}};
    for (const auto& [dark, text] : choices) {
        QAction& made = action(*m_panelColours, text, {}, [this, dark = dark] {
            m_darkPanel = dark;
            m_tray->setDarkPanel(dark);
        });
        made.setCheckable(true);
        group->addAction(&made);
    }
}

void MainWindow::beginTray(const Remembered& kept) {
    m_tray = new TrayIcon(this);
    m_darkPanel = kept.darkPanel;
    m_tray->setDarkPanel(kept.darkPanel);
    const qsizetype chosen = !kept.darkPanel ? 0 : *kept.darkPanel ? 2 : 1; // in the order of the menu
    m_panelColours->actions().at(chosen)->setChecked(true);
    m_trayWanted->setChecked(kept.tray);
    m_staysInTray->setChecked(kept.closeToTray);
    constexpr int afterTheWindow = 500; // ms: the panel is asked once the window is there
    QTimer::singleShot(afterTheWindow, this, [this] { m_tray->setWanted(m_trayWanted->isChecked()); });
    m_pauseEnds.setSingleShot(true);
    connect(&m_pauseEnds, &QTimer::timeout, this, [this] {
        if (m_picture.watching == Watching::Paused)
            pauseOrResume();
    });
    if (m_options.before && m_options.before->pauseLeft)
        m_pauseEnds.start(*m_options.before->pauseLeft);
    connect(m_tray, &TrayIcon::shownChanged, this, &MainWindow::followTray);
    connect(m_tray, &TrayIcon::openWanted, this, &MainWindow::comeForward);
    connect(m_tray, &TrayIcon::pauseWanted, this, &MainWindow::pauseForAnHour);
    connect(m_tray, &TrayIcon::exportWanted, this, [this] {
        comeForward();
        showTab(Tab::Live);
        m_page->card().choose(RangeChoice::Day);
        m_chartWanted = true;
        ask();
    });
    connect(m_tray, &TrayIcon::quitWanted, this, [this] {
        close();
        QCoreApplication::quit(); // a window that is hidden is not the last one to be closed
    });
}

// A panel that is started anew is back in a moment; one that stays away takes no window with it.
void MainWindow::followTray() {
    nameWindow();
    constexpr int aMoment = 5000; // ms
    if (isHidden() && m_shownBefore && !m_tray->isShown())
        QTimer::singleShot(aMoment, this, [this] {
            if (isHidden() && !m_tray->isShown())
                comeForward();
        });
}

void MainWindow::showInTray(const QString& headline, const QString& since, Verdict icon) {
    if (m_tray == nullptr)
        return; // the window is being made
    const bool down = icon == Verdict::Down;
    m_tray->setWords({{icon, down ? words::sitesDown(m_picture.live, m_settings) : 0},
                      headline,
                      since,
                      m_picture.watching == Watching::Running,
                      m_picture.watching == Watching::Paused});
}

void MainWindow::comeForward() {
    if (isMinimized())
        showNormal();
    else
        show();
    raise();
    activateWindow();
}

void MainWindow::pauseForAnHour() {
    pauseOrResume();
    if (m_picture.watching == Watching::Paused)
        m_pauseEnds.start(std::chrono::hours(1));
}

} // namespace kpwatch
