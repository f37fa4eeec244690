// SPDX-License-Identifier: GPL-3.0-or-later
// The window and what is told outside it: notifications of this desktop, and their quiet hours.
#include "ui/main_window.h"

#include "ui/live/plain_dialog.h"
#include "ui/tell/quiet_hours_dialog.h"
#include "ui/tell/telling.h"

#include <QAction>
#include <QMenu>

namespace kpwatch {

void MainWindow::makeTellActions(QMenu& menu) {
    QMenu* const telling = menu.addMenu(tr("Notifications"));
    m_tellHere = &action(*telling, tr("Tell me on this desktop"), {}, [this] {
        m_telling->setWanted(m_tellHere->isChecked());
        if (m_tellHere->isChecked() && !m_telling->available())
            tellPlainly(this, tr("Notifications"),
                        tr("This desktop shows no notifications: nobody answers at org.freedesktop.Notifications. The "
                           "window's title tells what goes on."));
    });
    m_tellHere->setCheckable(true);
    action(*telling, tr("Quiet hours…"), {}, [this] {
        QuietHoursDialog dialog(m_quiet, this);
        if (dialog.exec() != QDialog::Accepted)
            return;
        m_quiet = dialog.quiet();
        m_telling->setQuiet(m_quiet);
    });
    action(*telling, tr("Show one to try"), {}, [this] { m_telling->tryOne(); });
}

void MainWindow::beginTelling(bool wanted, const std::optional<QuietHours>& quiet) {
    m_telling = new Telling(m_watchlist, m_settings, m_options.simulated, {}, this);
    m_quiet = quiet;
    m_telling->setQuiet(quiet);
    m_telling->setWanted(wanted);
    m_tellHere->setChecked(wanted);
    connect(m_telling, &Telling::answerWanted, this, &MainWindow::askForIncidents);
    connect(m_telling, &Telling::opened, this, [this](const QString& incident) {
        if (isMinimized())
            showNormal();
        raise();
        activateWindow();
        if (incident.isEmpty())
            showTab(Tab::Live);
        else
            review(incident.toStdString());
    });
}

} // namespace kpwatch
