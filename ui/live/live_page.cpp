// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_page.h"

#include "app/story/part_of_record.h"
#include "app/words/label.h"
#include "ui/incidents/incident_pane.h"
#include "ui/live/away_card.h"
#include "ui/live/elsewhere_strip.h"
#include "ui/live/first_run_pane.h"
#include "ui/live/headline_bar.h"
#include "ui/live/legend_strip.h"
#include "ui/live/morning_card.h"
#include "ui/live/pane_frame.h"
#include "ui/live/site_pane.h"
#include "ui/live/site_tile.h"
#include "ui/live/spoken_roles.h"
#include "ui/live/summary_words.h"
#include "ui/live/watch_pane.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

LivePage::LivePage(const Watchlist& watchlist, const Settings& settings, const LivePageOptions& options, UtcTime now,
                   QWidget* parent)
    : QWidget(parent), m_watchlist(watchlist), m_settings(settings), m_options(options), m_now(now),
      m_scroll(new QScrollArea(this)), m_left(new QWidget(m_scroll)) {
    tellRoles();
    makeLeft(now);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_left);
    makePane();
    connect(&m_card->timeline(), &TimelineWidget::viewChanged, this, [this] { laneSelected(); });
    connect(&m_card->timeline(), &TimelineWidget::laneOpened, this, &LivePage::laneOpened);
    connect(&m_card->timeline(), &TimelineWidget::blockOpened, this, &LivePage::blockOpened);
    connect(&m_card->timeline(), &TimelineWidget::wholeRecordWanted, this, &LivePage::wantWholeRecord);
    refresh();
}

void LivePage::makeLeft(UtcTime now) {
    auto* column = new QVBoxLayout(m_left);
    column->setContentsMargins(24, 14, 24, 8);
    column->setSpacing(0);
    m_headline = new HeadlineBar(m_left);
    column->addWidget(m_headline);
    m_elsewhere = new ElsewhereStrip(m_left);
    column->addWidget(m_elsewhere);
    connect(m_elsewhere, &ElsewhereStrip::askWanted, this, &LivePage::askElsewhereWanted);
    column->addSpacing(14);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(12);
    column->addLayout(m_tileGrid);
    column->addSpacing(16);
    makeTiles();
    m_card = new TimelineCard(now, m_options.simulated, m_left);
    if (m_options.imports)
        m_card->offerImport();
    connect(m_card, &TimelineCard::importWanted, this, &LivePage::importWanted);
    column->addWidget(m_card, 1);
    column->addSpacing(8);
    column->addWidget(new LegendStrip(m_left));
}

void LivePage::makeTiles() {
    for (const Site& site : m_watchlist.sites) {
        const bool asked = std::ranges::any_of(
            m_watchlist.targets, [&](const Target& target) { return target.enabled && target.site == site.id; });
        if (!asked)
            continue;
        auto* tile = new SiteTile(m_left);
        connect(tile, &QAbstractButton::clicked, this, [this, id = site.id] { chooseLane(id); });
        connect(tile, &SiteTile::opened, this, [this, id = site.id] { Q_EMIT laneOpened(id); });
        m_tiles.emplace_back(&site, tile);
    }
}

void LivePage::makePane() {
    m_pane = new PaneFrame(this);
    m_paneStack = new QStackedWidget(m_pane);
    m_firstRun = new FirstRunPane(m_watchlist, m_options.agreed, m_paneStack);
    m_site = new SitePane(m_watchlist, m_paneStack);
    m_incidents = new IncidentPane(m_watchlist, m_options.simulated, m_paneStack);
    m_watch = new WatchPane(*m_incidents, *m_site, m_paneStack);
    m_paneStack->addWidget(m_firstRun);
    m_paneStack->addWidget(m_watch);
    m_paneStack->setBackgroundRole(QPalette::Base);
    m_paneStack->setAutoFillBackground(true);
    m_pane->setWidget(m_paneStack);
    // Before the first check the gate must be seen, however narrow the window, where there is one.
    m_paneOpen = !m_options.viewer && !m_options.copy && !m_options.newer;
    connect(m_paneStack, &QStackedWidget::currentChanged, this, &LivePage::placePane);
    connect(m_firstRun, &FirstRunPane::startWanted, this, &LivePage::startWanted);
    connect(m_firstRun, &FirstRunPane::listWanted, this, &LivePage::listWanted);
    connect(m_firstRun, &FirstRunPane::placeSaid, this, &LivePage::placeSaid);
    if (m_options.list)
        m_firstRun->offerList();
    if (m_options.asksPlace)
        m_firstRun->askForPlace();
    connect(&m_watch->away(), &AwayCard::pastWanted, this, &LivePage::pastWanted);
    connect(&m_watch->away(), &AwayCard::seenWanted, this, [this](TimeRange range) { m_card->showSpan({}, range); });
    connect(m_site, &SitePane::targetChosen, this, [this] {
        refresh();
        Q_EMIT queryWanted();
    });
}

void LivePage::resizeEvent(QResizeEvent*) { placePane(); }

void LivePage::placePane() {
    const bool beside = width() >= paneBeside * textScale();
    const int pane = widthOfPane();
    const bool shown = beside || m_paneOpen;
    // The gate stays: what is left of a narrow page scrolls to who has the focus. Another pane lies over it.
    const bool gate = m_paneStack->currentWidget() == m_firstRun;
    m_scroll->setGeometry(0, 0, beside || (shown && gate) ? width() - pane : width(), height());
    m_pane->setGeometry(width() - pane, 0, pane, height());
    m_pane->setVisible(shown);
    m_pane->raise();
    arrangeTiles();
}

int LivePage::widthOfPane() const { return std::min(width() - 40, static_cast<int>(paneWidth * textScale())); }

void LivePage::arrangeTiles() {
    const auto room = m_scroll->width() / textScale(); // a tile needs 213 for all it may have to say
    const int columns = std::min<int>(static_cast<int>(m_tiles.size()), room < 460 ? 1 : room < 950 ? 2 : 4);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int index = static_cast<int>(i);
        m_tileGrid->addWidget(m_tiles[i].second, index / columns, index % columns);
    }
    for (int column = 0; column < 4; ++column)
        m_tileGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

void LivePage::setViewer(bool viewer) {
    m_options.viewer = viewer;
    m_picture = {.watching = m_picture.watching};
    m_paneOpen = !viewer;
    placePane();
    refresh();
}

void LivePage::showGate() {
    if (m_paneStack->currentWidget() != m_firstRun)
        return;
    m_paneOpen = true;
    placePane();
    m_firstRun->startButton().setFocus(Qt::OtherFocusReason);
}

void LivePage::showLayers(bool shown) {
    for (const auto& [site, tile] : m_tiles)
        tile->showLayers(shown);
}

void LivePage::togglePane() {
    m_paneOpen = !m_paneOpen;
    placePane();
}

void LivePage::cycleRegion(int direction) {
    std::vector<QWidget*> regions{m_headline};
    if (!m_tiles.empty())
        regions.push_back(m_tiles.front().second);
    regions.push_back(&m_card->timeline());
    if (m_pane->isVisible())
        regions.push_back(m_paneStack->currentWidget() == m_firstRun ? static_cast<QWidget*>(&m_firstRun->startButton())
                                                                     : m_watch->focusProxy());
    const auto isHere = [this](const QWidget* region) {
        const QWidget* focus = focusWidget();
        return focus && (focus == region || region->isAncestorOf(focus) ||
                         (qobject_cast<const SiteTile*>(focus) && qobject_cast<const SiteTile*>(region)));
    };
    const auto here = std::ranges::find_if(regions, isHere);
    const auto count = static_cast<std::ptrdiff_t>(regions.size());
    const std::ptrdiff_t index = here == regions.end() ? -1 : here - regions.begin();
    const std::ptrdiff_t next = index < 0 ? 0 : (index + direction + count) % count;
    QWidget* const region = regions[static_cast<std::size_t>(next)];
    region->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(region);
}

void LivePage::setPicture(const Picture& picture) {
    const bool started = m_picture.watching == Watching::NotStarted && picture.watching != Watching::NotStarted;
    m_picture = picture;
    if (!m_options.viewer)
        m_site->setPace(picture.checksLastMinute, picture.recorded, m_settings);
    if (started) {
        m_paneOpen = false; // the gate has been passed; the timeline matters now
        m_card->timeline().setFocus(Qt::OtherFocusReason);
        if (m_answer && !m_answer->firstRowAt && !m_answer->inRepair)
            m_card->choose(RangeChoice::Hour); // a day would show nothing for a long time
        placePane();
        m_scroll->ensureVisible(0, 0); // the headline, wherever the way to the button had led
    }
    refresh();
}

void LivePage::setAnswer(const ArchiveAnswer& answer) {
    if (answer.inShort) { // the rest of it is on its way
        m_card->timeline().lookAt(answer.timeline, answer.targetLanes);
        m_card->overview().setTimeline(answer.overview);
        return;
    }
    const bool young = answer.firstRowAt && !answer.inRepair && !reachesBack(answer.firstRowAt, m_now);
    if (!m_answer && young && m_card->timeline().view().choice() == RangeChoice::Day)
        m_card->begin(RangeChoice::Hour);
    m_answer = answer;
    if (answer.firstRowAt && answer.query.overview.begin <= *answer.firstRowAt)
        m_wholeRecord = false; // here it is
    TimelineWidget& timeline = m_card->timeline();
    ViewState view = timeline.view();
    view.setFirstRow(answer.firstRowAt);
    Timeline shown = answer.timeline;
    shown.simulated = m_options.simulated;
    if (m_picture.watching == Watching::Observing) // they alone see anything
        std::ranges::stable_partition(shown.lanes, [](const Lane& lane) { return lane.kind == LaneKind::Routes; });
    timeline.setNewQuestions(answer.newQuestions);
    timeline.setTimeline(shown, answer.targetLanes, answer.desks);
    timeline.setView(view);
    timeline.setRecord(answer.overview);
    m_card->overview().setTimeline(answer.overview);
    m_card->overview().setView(view);
    m_site->setLatency(answer);
    refresh();
}

void LivePage::setNow(UtcTime now) {
    m_now = now;
    TimelineWidget& timeline = m_card->timeline();
    ViewState view = timeline.view();
    view.setNow(now);
    timeline.setView(view);
    refresh();
}

ArchiveQuery LivePage::query() const {
    const TimelineWidget& timeline = m_card->timeline();
    const ViewState& view = timeline.view();
    ArchiveQuery query;
    query.now = m_now;
    query.range = {view.range().begin, std::max(view.range().begin, std::min(view.range().end, m_now))};
    query.overview = overviewRange(view);
    if (m_wholeRecord && view.firstRow())
        query.overview.begin = std::min(query.overview.begin, *view.firstRow());
    query.columns = std::max(1, widthOfPane() - 100); // of the response-time chart, the only one that is binned there
    query.latencyOf = m_site->target();
    query.latest = m_options.viewer;
    return query;
}

PageFacts LivePage::facts() const {
    return PageFacts({m_watchlist, m_settings, m_picture, m_answer, m_now, m_options.viewer});
}

std::vector<TargetId> LivePage::targetsOf(const std::string& lane) const {
    std::vector<std::string> slugs{lane};
    if (m_answer)
        if (const auto found = std::ranges::find(m_answer->timeline.lanes, lane, &Lane::id);
            found != m_answer->timeline.lanes.end())
            slugs = found->targets;
    std::vector<TargetId> targets;
    for (const Target& target : m_watchlist.targets)
        if (std::ranges::find(slugs, target.name) != slugs.end())
            targets.push_back(target.id);
    return targets;
}

void LivePage::setPlace(const QString& place) {
    if (place == m_place)
        return;
    m_place = place;
    refresh();
}

words::Headline LivePage::headline(const QString& place) const {
    const bool recorded = m_answer && m_answer->firstRowAt;
    const Known known{.recorded = recorded,
                      .viewer = m_options.viewer,
                      .read = m_answer.has_value(),
                      .place = place,
                      .inRepair = m_answer && m_answer->inRepair,
                      .again = m_answer && reachesBack(m_answer->firstRowAt, m_now),
                      .copy = m_options.copy,
                      .newer = m_options.newer};
    return withRoutes(headlineFor(m_picture, m_settings, known), m_picture, m_answer, m_now);
}

// It leaves the window, and the place with it would.
QString LivePage::summary() const {
    SummaryFacts facts;
    facts.headline = headline({});
    for (const auto& [site, tile] : m_tiles)
        facts.sites.push_back(this->facts().ofSite(*site));
    facts.ownLine = m_picture.live.ownLine;
    facts.asOf = m_now;
    facts.simulated = m_options.simulated;
    return summaryText(facts);
}

void LivePage::refresh() {
    const bool recorded = m_answer && m_answer->firstRowAt;
    if (m_options.viewer && m_answer) {
        m_picture.live = statusAtEnd(m_answer->overview);
        m_picture.live.targets = targetsAtEnd(m_watchlist, *m_answer);
    }
    const PageFacts said = facts();
    m_headline->setNow(m_now, m_picture.watching != Watching::Paused);
    m_elsewhere->setPicture(m_picture, m_now);
    m_headline->setHeadline(headline(m_place));
    for (const auto& [site, tile] : m_tiles)
        tile->setFacts(said.ofSite(*site));
    const bool watches = m_picture.watching != Watching::NotStarted || m_options.viewer;
    const bool gate = !watches && !m_options.copy && !m_options.newer;
    m_paneStack->setCurrentWidget(gate ? m_firstRun : static_cast<QWidget*>(m_watch));
    const std::optional<SiteFacts> shown = said.ofTarget(m_site->target());
    m_site->setFacts(shown);
    m_watch->nameSite(shown ? words::label(shown->site.label, 24) : tr("Site"));
    m_incidents->setLive(m_picture.live);
    showAway();
    m_card->timeline().setStatus(m_options.viewer || !watches ? std::nullopt : std::optional(m_picture.live),
                                 said.waitingLanes());
    m_card->timeline().setSwitchedOff(said.lanesOff());
    m_card->timeline().setRoutesNow(said.routesNow());
    m_card->setEmpty(!recorded && gate && (!m_answer || (m_answer->desks.empty() && !m_answer->inRepair)));
}

// An old outage is offered while there is nothing of our own to look at, and to those alone who can ask for it.
void LivePage::showAway() {
    const auto asked = std::ranges::find_if(m_picture.sources, &SourceStatus::asksPast);
    const bool asking = asked != m_picture.sources.end();
    const bool watches = m_picture.watching == Watching::Running || m_picture.watching == Watching::Observing;
    const std::optional<UtcTime> first = m_answer ? m_answer->firstRowAt : std::nullopt;
    const bool known = m_answer && m_answer->routesFrom && *m_answer->routesFrom <= AwayCard::offered().end;
    const bool repairing = m_answer && m_answer->inRepair; // it is older than what is left of it
    const bool young = !repairing && (!first || m_now - *first < std::chrono::hours(24));
    if (!m_incidents->answer())
        return; // the list above would push it away
    m_watch->away().setFacts({.away = m_answer ? m_answer->away : std::nullopt,
                              .inVain = m_answer ? m_answer->askedInVain : std::nullopt,
                              .young = watches && young && !known && !m_options.viewer && !m_options.simulated,
                              .asking = asking,
                              .waits = asking ? asked->pastWaitsUntil : std::nullopt});
}

MorningCard& LivePage::morning() { return m_watch->morning(); }

// However far down it stands.
void LivePage::showMorning() {
    m_paneOpen = true;
    placePane();
    QTimer::singleShot(0, this, [this] { m_pane->ensureWidgetVisible(&morning()); }); // once it has its place
}

void LivePage::wantWholeRecord() {
    m_wholeRecord = true;
    Q_EMIT queryWanted();
}

void LivePage::laneSelected() {
    const std::string& lane = m_card->timeline().view().lane();
    if (lane != m_shownLane) {
        m_shownLane = lane;
        m_site->selectLane(lane);
    }
    Q_EMIT queryWanted();
}

void LivePage::chooseLane(const std::string& id) {
    ViewState view = m_card->timeline().view();
    view.selectLane(id);
    m_card->timeline().setView(view);
    m_site->selectLane(id);
    m_watch->showSite();
    if (width() < paneBeside * textScale() && m_picture.watching != Watching::NotStarted) {
        m_paneOpen = true;
        placePane();
    }
}

} // namespace kpwatch
