// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the record: what it asks of the archive, what becomes of the answers, and the dialogs that show them.
#include "ui/main_window.h"

#include "app/words/incident.h"
#include "app/words/words.h"
#include "ui/archive/events_panel.h"
#include "ui/evidence/evidence_dialog.h"
#include "ui/evidence/exports_dialog.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incident_words.h"
#include "ui/incidents/incidents_page.h"
#include "ui/live/find_dialog.h"
#include "ui/live/go_to_dialog.h"
#include "ui/live/live_page.h"
#include "ui/live/plain_dialog.h"
#include "ui/live/timeline_table.h"
#include "ui/live/top_bar.h"
#include "ui/live/trouble_words.h"
#include "ui/target/target_panel.h"
#include "ui/tell/telling.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace kpwatch {

// The whole record, and of what is in view also who is not watched any more.
static Timeline everythingIn(const ArchiveAnswer& answer) {
    Timeline all = answer.overview;
    for (const Lane& lane : answer.timeline.lanes)
        if (std::ranges::find(all.lanes, lane.id, &Lane::id) == all.lanes.end())
            all.lanes.push_back(lane);
    return all;
}

void MainWindow::ask() {
    m_askLater.stop();
    m_archive.ask(m_page->query());
    if (m_picture.told != m_incidentsTold)
        askForIncidents(); // what others saw of one is told with the lanes
    askAboutTarget();
}

void MainWindow::openLane(const std::string& id) {
    if (!m_target) {
        m_target = new TargetPanel(m_watchlist, m_settings, m_options.simulated, this);
        connect(m_target, &TargetPanel::queryWanted, this, &MainWindow::askAboutTarget);
        m_target->setPicture(m_page->picture(), m_options.viewer);
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

IncidentsPage& MainWindow::incidentsPage() {
    if (m_incidents != nullptr)
        return *m_incidents;
    m_incidents = new IncidentsPage(m_watchlist, m_options.simulated, m_tabs);
    m_tabs->addWidget(m_incidents);
    m_incidents->setNewsroom(m_chartStyle.newsroom, {});
    m_incidents->setNotes(m_options.notes ? &*m_options.notes : nullptr);
    m_incidents->setOrder(m_order);
    connect(m_incidents, &IncidentsPage::reordered, this, [this] {
        m_order = m_incidents->order();
        keep();
    });
    connect(m_incidents, &IncidentsPage::queryWanted, this, &MainWindow::askForIncidents);
    connect(m_incidents, &IncidentsPage::said, this, &MainWindow::say);
    m_incidents->offerPacks(m_options.handing.offered());
    connect(m_incidents, &IncidentsPage::packWanted, this, &MainWindow::openEvidence);
    connect(m_incidents, &IncidentsPage::seenWanted, this, [this](TimeRange range) {
        showTab(Tab::Live);
        m_page->card().showRange(range);
    });
    if (const std::optional<IncidentsAnswer>& answer = m_page->incidents().answer())
        m_incidents->setAnswer(*answer);
    return *m_incidents;
}

void MainWindow::review(const std::string& id) {
    showTab(Tab::Incidents);
    m_incidents->openIncident(id);
}

// The incident that the block is part of; else, what is known of its lane.
void MainWindow::openBlock(const std::string& lane, UtcTime at) {
    const std::optional<IncidentsAnswer>& known = m_page->incidents().answer();
    const Incident* const incident = known ? incidentAt(known->log, m_page->targetsOf(lane), at) : nullptr;
    if (incident != nullptr)
        review(incident->id);
    else
        openLane(lane);
}

void MainWindow::askForIncidents() {
    m_incidentsAge = 0;
    m_incidentsOf = m_picture.recorded;
    m_incidentsTold = m_picture.told;
    m_archive.askForIncidents(m_incidents != nullptr ? m_incidents->query(utcNow()) : IncidentsQuery{.now = utcNow()});
}

// The answer that shows it is asked for once it is on disk: at once, or with the next picture.
void MainWindow::say(const Judgement& judgement) {
    try {
        m_monitor.say(judgement);
    } catch (const std::runtime_error& error) {
        tellPlainly(this, tr("Not recorded"), troubleWords(error.what()));
        return;
    }
    askForIncidents();
    constexpr int stored = 1500; // ms: by then the recorder has put it on disk
    QTimer::singleShot(stored, this, &MainWindow::askForIncidents);
}

// What goes on grows slowly: it is told anew as soon as somebody stops or comes back, else now and then.
void MainWindow::followIncidents() {
    std::vector<TargetId> down;
    for (const TargetStatus& target : m_picture.live.targets)
        if (target.state == Verdict::Down)
            down.push_back(target.id);
    if (down == m_down)
        return;
    m_down = std::move(down);
    askForIncidents();
}

void MainWindow::takeAnswer() {
    if (const auto incidents = m_archive.takeIncidents()) {
        if (m_incidents != nullptr)
            m_incidents->setAnswer(*incidents);
        m_page->incidents().setAnswer(*incidents);
        followPlace();
        m_telling->setIncidents(*incidents);
        if (!incidents->trouble)
            tellChannels();
    }
    if (const auto about = m_archive.takeTarget(); about && m_target)
        m_target->setAnswer(*about);
    if (const auto answer = m_archive.take()) {
        m_page->setAnswer(*answer);
        if (!m_deskWanted.empty())
            m_page->card().timeline().scrollToDesk(std::exchange(m_deskWanted, {}));
        if (m_target)
            m_target->setPicture(m_page->picture(), m_options.viewer);
        if (m_options.viewer) {
            m_top->setPicture({.live = m_page->picture().live, .watching = Watching::Running});
            nameWindow();
        }
        m_top->setExportable(answer->firstRowAt || answer->routesFrom);
        refreshBanner();
        if (m_events != nullptr && m_events->isVisible())
            m_events->setRange(answer->query.range);
        if (m_table != nullptr)
            fillTable();
        if (m_find != nullptr && m_find->isVisible())
            m_find->setRecord(everythingIn(*answer));
        if (m_chartWanted && answer->query.range.begin == m_page->query().range.begin) {
            m_chartWanted = false;
            openExport();
        }
    }
    if (const std::optional<ArchiveAnswer>& shown = m_page->answer())
        tellMorning(*shown);
}

void MainWindow::openEvents() {
    if (m_events == nullptr)
        m_events = new EventsPanel(*m_options.beside, this);
    m_events->setRange(m_page->query().range);
    m_events->show();
    m_events->raise();
}

// Of what is looked at: an incident, or the range in view.
void MainWindow::openExport() {
    const std::optional<ArchiveAnswer>& answer = m_page->answer();
    if (const IncidentsAnswer* const reviewed =
            m_incidents != nullptr && m_incidents->isVisible() ? m_incidents->reviewed() : nullptr)
        exportChart(chartSource(*reviewed, m_watchlist));
    else if (answer && (answer->firstRowAt || answer->routesFrom))
        exportChart(chartSource(*answer, m_watchlist));
}

void MainWindow::exportChart(ChartSource source) {
    source.timeline.simulated = m_options.simulated;
    const UtcTime from = source.timeline.range.begin;
    ExportDialog dialog(std::move(source), m_settings, m_chartStyle, this);
    if (m_options.handing.offered())
        connect(&dialog, &ExportDialog::saved, this, [&](const QString& file, const ChartExport& chart) {
            m_options.handing.note(exportedChart(file, chart, dialog.chartStyle()));
        });
    dialog.exec();
    m_chartStyle = dialog.chartStyle();
    m_chartFrom = from;
    keep(); // not only as the window goes: a session may end by a signal
    if (m_incidents != nullptr)
        m_incidents->setNewsroom(m_chartStyle.newsroom, {});
}

// The view of a picture, and whether the record still says what it shows.
void MainWindow::showReopened(const Reopened& reopened) {
    const ChartExport& chart = reopened.chart;
    if (chart.incident.empty()) {
        showTab(Tab::Live);
        m_page->card().showRange(chart.range);
    } else {
        review(chart.incident);
    }
    tellPlainly(this, words::cleaned(chart.headline), reopenedSentence(reopened));
}

void MainWindow::repeatExport() {
    if (!m_chartFrom) {
        openExport();
        return;
    }
    showTab(Tab::Live);
    m_page->card().showRange({*m_chartFrom, utcNow()});
    m_chartWanted = true;
    ask();
}

void MainWindow::openEvidence() {
    const std::optional<IncidentsAnswer>& answer = m_page->incidents().answer();
    const auto shown = answer ? answer->shown : std::nullopt;
    if (!shown) {
        tellPlainly(this, tr("Evidence pack"), tr("A pack is of an incident, and none is known yet."));
        return;
    }
    const Incident& incident = answer->log[*shown];
    const QString title =
        words::incidentTitle({incident, answer->assessment, answer->watchlistOf(incident, m_watchlist), answer->toldAt,
                              m_options.simulated});
    EvidenceDialog({incident.id, title, m_chartStyle.newsroom}, m_options.handing, this).exec();
}

void MainWindow::openWentOut() { ExportsDialog(m_options.handing, m_watchlist, this).exec(); }

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
        m_table->setTimeline(timeline, answer->desks);
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

} // namespace kpwatch
