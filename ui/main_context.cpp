// SPDX-License-Identifier: GPL-3.0-or-later
// What is done at the place itself: the menus of a tile and of a lane.
#include "ui/main_window.h"

#include "ui/live/live_page.h"
#include "ui/live/site_tile.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace kpwatch {

void MainWindow::makeContextMenus() {
    for (SiteTile* const tile : m_page->findChildren<SiteTile*>()) {
        auto* const about = new QAction(tr("Everything about this site…"), tile);
        connect(about, &QAction::triggered, tile, &SiteTile::opened);
        auto* const copy = new QAction(tr("Copy what is said of it"), tile);
        connect(copy, &QAction::triggered, tile, [tile] {
            QGuiApplication::clipboard()->setText(tile->accessibleName() + QLatin1Char('\n') +
                                                  tile->accessibleDescription());
        });
        tile->addActions({about, copy});
        tile->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    TimelineWidget& timeline = m_page->card().timeline();
    timeline.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&timeline, &QWidget::customContextMenuRequested, this, &MainWindow::showLaneMenu);
}

// Of the lane under the pointer, which the press has chosen; by the menu key of the one that is chosen.
void MainWindow::showLaneMenu(const QPoint& place) {
    TimelineWidget& timeline = m_page->card().timeline();
    const std::string lane = timeline.view().lane();
    QMenu menu(this);
    if (!lane.empty()) {
        menu.addAction(tr("Everything about this lane…"), this, [this, lane] { openLane(lane); });
        menu.addAction(tr("Its targets"), this, [&timeline] { timeline.toggleSelectedLane(); });
        menu.addSeparator();
    }
    menu.addAction(tr("Previous change"), this, [&timeline] { timeline.goToChange(-1); });
    menu.addAction(tr("Next change"), this, [&timeline] { timeline.goToChange(1); });
    menu.addAction(tr("Go to a day…"), this, &MainWindow::goToDay);
    menu.addAction(tr("Timeline as a table"), this, &MainWindow::openTable);
    menu.addAction(tr("Export…"), this, &MainWindow::openExport);
    menu.exec(timeline.mapToGlobal(place));
}

} // namespace kpwatch
