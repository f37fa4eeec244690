// SPDX-License-Identifier: GPL-3.0-or-later
// The window on the first look of a day: the last 24 hours in words; and what the program says of itself.
#include "ui/main_window.h"

#include "ui/incidents/incident_pane.h"
#include "ui/live/live_page.h"
#include "ui/live/morning_card.h"
#include "ui/manual/about_dialog.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>
#include <utility>

namespace kpwatch {

// The view of a day ends a little after now and so begins a little late: the strip below it reaches further back.
static Timeline dayOf(const ArchiveAnswer& answer, bool simulated) {
    const bool whole = answer.timeline.range.begin <= answer.query.now - std::chrono::hours(24);
    Timeline day = whole ? answer.timeline : answer.overview;
    if (!whole)
        std::ranges::copy_if(answer.timeline.lanes, std::back_inserter(day.lanes),
                             [](const Lane& lane) { return lane.kind == LaneKind::Routes; });
    day.simulated = simulated;
    return day;
}

void MainWindow::showMorning() {
    m_morningWanted = true;
    showTab(Tab::Live);
    m_page->card().choose(RangeChoice::Day);
    ask();
}

// A record of less than a day has nothing to say of the day before.
void MainWindow::tellMorning(const ArchiveAnswer& answer) {
    const QString today = dayOfMorning(QDateTime::currentDateTime()).toString(Qt::ISODate);
    if (!m_page->incidents().answer())
        return; // the list above would push it away
    const bool first = m_options.remembers && m_morningTold != today && isSeen() && answer.firstRowAt &&
                       answer.query.now - *answer.firstRowAt >= std::chrono::hours(24);
    if ((!first && !m_morningWanted) || answer.inShort || answer.trouble)
        return;
    const auto note = words::morningNote(dayOf(answer, m_options.simulated), answer.routeSources, answer.query.now);
    if (!note)
        return; // the view is of another time: with the next that reaches over the day
    m_morningTold = today;
    m_page->morning().setNote(note);
    if (std::exchange(m_morningWanted, false))
        m_page->showMorning();
}

void MainWindow::openAbout() { AboutDialog(this).exec(); }

} // namespace kpwatch
