// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the past: times that public sources are asked about.
#include "ui/main_window.h"

#include "app/errors.h"
#include "ui/live/go_to_dialog.h"
#include "ui/live/live_page.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/trouble_words.h"

namespace kpwatch {

// Before it is switched on nothing leaves for it: the person is told what it learns.
void MainWindow::askPast(TimeRange range) {
    const bool watches = m_picture.watching == Watching::Running || m_picture.watching == Watching::Observing;
    if (!watches) {
        tellPlainly(this, tr("Not watching"),
                    tr("Public sources are asked while KPWatch watches, or only looks on. Start it, and ask again."));
        return;
    }
    try {
        if (!m_monitor.askPast(range)) {
            if (!askPlainly(this, tr("Ask RIPE NCC?"),
                            tr("RIPEstat and RIS Live learn this computer's address, or that of your proxy, and that "
                               "KPWatch asks about North Korea's network: at most 400 questions a day and one open "
                               "stream, while you watch. Nothing has been asked yet."),
                            tr("Switch on and ask")))
                return;
            Sources chosen = m_monitor.sources();
            chosen.ripe = true;
            m_monitor.setSources(chosen);
            m_monitor.askPast(range);
        }
    } catch (const std::runtime_error& error) {
        tellPlainly(this, tr("Not asked"), troubleWords(error.what()));
        return;
    }
    showTab(Tab::Live);
    m_page->card().showRange(range);
    takePicture();
}

void MainWindow::askPastDay() {
    const UtcTime now = utcNow();
    // The first that is known of who told RIS a full table (ris-peers, earliest_time).
    const UtcTime oldest = *parseIsoUtc("2004-01-02T00:00:00Z");
    GoToDialog dialog(now - std::chrono::hours(24), oldest, now, this);
    dialog.setWindowTitle(tr("Routes of a past day"));
    if (dialog.exec() == QDialog::Accepted)
        askPast({dialog.chosen() - std::chrono::hours(12), std::min(dialog.chosen() + std::chrono::hours(12), now)});
}

} // namespace kpwatch
