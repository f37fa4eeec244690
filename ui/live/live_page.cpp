// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_page.h"

#include "app/words/left_out.h"
#include "ui/live/first_run_pane.h"
#include "ui/live/headline_bar.h"
#include "ui/live/legend_strip.h"
#include "ui/live/site_pane.h"
#include "ui/live/site_tile.h"
#include "ui/live/summary_words.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

LiveStatus statusAtEnd(const Timeline& timeline) {
    LiveStatus status;
    status.asOf = timeline.now;
    for (const Lane& lane : timeline.lanes) {
        if (lane.spans.empty())
            continue;
        const Span& last = lane.spans.back();
        if (lane.kind == LaneKind::Site)
            status.sites.push_back({lane.id, lane.label, last.verdict, last.range.begin});
        if (lane.kind == LaneKind::OwnLine)
            status.ownLine = {last.verdict, last.range.begin, 0, 0};
    }
    return status;
}

words::Headline headlineFor(const Picture& picture, bool anything_recorded, bool viewer, const Settings& settings) {
    if (picture.watching == Watching::Observing)
        return words::observing();
    const bool nothing_yet = std::ranges::all_of(
        picture.live.targets, [](const TargetStatus& target) { return target.reason == Reason::NotStarted; });
    if (picture.watching == Watching::Running && nothing_yet)
        return {LivePage::tr("Starting to watch"), LivePage::tr("The first results are on their way."),
                Verdict::Unknown};
    if (picture.watching == Watching::Paused && nothing_yet)
        return {LivePage::tr("Not watching: paused by you"), LivePage::tr("What happens meanwhile is not recorded."),
                Verdict::NotMonitored};
    if (picture.watching != Watching::NotStarted || viewer)
        return words::headline(picture.live, settings, picture.way && std::holds_alternative<Proxy>(*picture.way));
    if (anything_recorded)
        return {words::state(Verdict::NotMonitored), LivePage::tr("Nothing is sent until you start."),
                Verdict::NotMonitored};
    return {LivePage::tr("Ready to watch"), LivePage::tr("Nothing has been sent yet."), Verdict::NotMonitored};
}

// White or dark, with a line towards the page.
class PaneFrame : public QScrollArea {
  public:
    explicit PaneFrame(QWidget* parent) : QScrollArea(parent) {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setViewportMargins(1, 0, 0, 0);
        setFocusPolicy(Qt::NoFocus);
        setBackgroundRole(QPalette::Base);
        viewport()->setBackgroundRole(QPalette::Base);
    }

  protected:
    bool event(QEvent* event) override {
        const bool done = QScrollArea::event(event);
        if (event->type() == QEvent::Paint) {
            QPainter painter(this);
            painter.fillRect(0, 0, 1, height(), themeInForce().border);
        }
        return done;
    }
};

LivePage::LivePage(const Watchlist& watchlist, const Settings& settings, LivePageOptions options, UtcTime now,
                   QWidget* parent)
    : QWidget(parent), m_watchlist(watchlist), m_settings(settings), m_options(options), m_now(now),
      m_scroll(new QScrollArea(this)), m_left(new QWidget(m_scroll)) {
    makeLeft(options, now);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_left);
    makePane(options);
    connect(&m_card->timeline(), &TimelineWidget::viewChanged, this, [this] { laneSelected(); });
    connect(&m_card->timeline(), &TimelineWidget::laneOpened, this, &LivePage::laneOpened);
    connect(&m_card->timeline(), &TimelineWidget::wholeRecordWanted, this, &LivePage::wantWholeRecord);
    refresh();
}

void LivePage::makeLeft(LivePageOptions options, UtcTime now) {
    auto* column = new QVBoxLayout(m_left);
    column->setContentsMargins(24, 14, 24, 8);
    column->setSpacing(0);
    m_headline = new HeadlineBar(m_left);
    column->addWidget(m_headline);
    column->addSpacing(14);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(12);
    column->addLayout(m_tileGrid);
    column->addSpacing(16);
    makeTiles();
    m_card = new TimelineCard(now, options.simulated, m_left);
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

void LivePage::makePane(LivePageOptions options) {
    m_pane = new PaneFrame(this);
    m_paneStack = new QStackedWidget(m_pane);
    m_firstRun = new FirstRunPane(m_watchlist, options.agreed, m_paneStack);
    m_site = new SitePane(m_watchlist, m_paneStack);
    m_paneStack->addWidget(m_firstRun);
    m_paneStack->addWidget(m_site);
    m_paneStack->setBackgroundRole(QPalette::Base);
    m_paneStack->setAutoFillBackground(true);
    m_pane->setWidget(m_paneStack);
    m_paneOpen = !options.viewer; // before the first check the gate must be seen, however narrow the window
    connect(m_firstRun, &FirstRunPane::startWanted, this, &LivePage::startWanted);
    connect(m_site, &SitePane::targetChosen, this, [this] {
        refresh();
        Q_EMIT queryWanted();
    });
}

void LivePage::resizeEvent(QResizeEvent*) {
    placePane();
    arrangeTiles();
}

void LivePage::placePane() {
    const bool beside = width() >= paneBeside * textScale();
    const int pane = widthOfPane();
    m_scroll->setGeometry(0, 0, beside ? width() - pane : width(), height());
    m_pane->setGeometry(width() - pane, 0, pane, height());
    m_pane->setVisible(beside || m_paneOpen);
    m_pane->raise();
}

int LivePage::widthOfPane() const { return std::min(width() - 40, static_cast<int>(paneWidth * textScale())); }

void LivePage::arrangeTiles() {
    const bool narrow = m_scroll->width() < 950 * textScale();
    const int columns = std::min<int>(static_cast<int>(m_tiles.size()), narrow ? 2 : 4);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int index = static_cast<int>(i);
        m_tileGrid->addWidget(m_tiles[i].second, index / columns, index % columns);
    }
    for (int column = 0; column < 4; ++column)
        m_tileGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

void LivePage::endViewing() {
    m_options.viewer = false;
    m_picture = {};
    m_paneOpen = true;
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
                                                                     : m_site->focusProxy());
    const auto isHere = [this](const QWidget* region) {
        const QWidget* focus = focusWidget();
        return focus && (focus == region || region->isAncestorOf(focus) ||
                         (qobject_cast<const SiteTile*>(focus) && qobject_cast<const SiteTile*>(region)));
    };
    const auto here = std::ranges::find_if(regions, isHere);
    const auto count = static_cast<std::ptrdiff_t>(regions.size());
    const std::ptrdiff_t index = here == regions.end() ? -1 : here - regions.begin();
    const std::ptrdiff_t next = index < 0 ? 0 : (index + direction + count) % count;
    regions[static_cast<std::size_t>(next)]->setFocus(Qt::ShortcutFocusReason);
}

void LivePage::setPicture(const Picture& picture) {
    const bool started = m_picture.watching == Watching::NotStarted && picture.watching != Watching::NotStarted;
    m_picture = picture;
    if (!m_options.viewer)
        m_site->setPace(picture.checksLastMinute, picture.recorded, m_settings);
    if (started) {
        m_paneOpen = false; // the gate has been passed; the timeline matters now
        if (m_answer && !m_answer->firstRowAt)
            m_card->choose(RangeChoice::Hour); // a day would show nothing for a long time
        placePane();
    }
    refresh();
}

void LivePage::setAnswer(const ArchiveAnswer& answer) {
    m_answer = answer;
    if (answer.firstRowAt && answer.query.overview.begin <= *answer.firstRowAt)
        m_wholeRecord = false; // here it is
    TimelineWidget& timeline = m_card->timeline();
    ViewState view = timeline.view();
    view.setFirstRow(answer.firstRowAt);
    Timeline shown = answer.timeline;
    shown.simulated = m_options.simulated;
    timeline.setTimeline(shown, answer.targetLanes);
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
    return query;
}

SiteFacts LivePage::factsOf(const Site& site) const {
    SiteFacts facts;
    facts.site = site;
    facts.watching = m_options.viewer ? Watching::Running : m_picture.watching;
    facts.pausedAt = m_picture.pausedAt;
    facts.now = m_now;
    facts.status = {site.id, site.label, Verdict::NotMonitored, {}};
    for (const SiteStatus& status : m_picture.live.sites)
        if (status.id == site.id)
            facts.status = status;
    const auto others_down = std::ranges::count_if(m_picture.live.sites, [&](const SiteStatus& other) {
        return other.id != site.id && other.state == Verdict::Down;
    });
    facts.longStanding = facts.status.state == Verdict::Down && facts.status.since && others_down == 0 &&
                         m_picture.live.sites.size() > 1 &&
                         m_now - *facts.status.since > std::chrono::hours{m_settings.longstanding_h};
    for (const GroupStatus& group : m_picture.live.groups)
        if (group.id == "name-servers")
            facts.nameServers = group;
    const auto statusOf = [this](TargetId id) {
        const auto& all = m_picture.live.targets;
        const auto found = std::ranges::find(all, id, &TargetStatus::id);
        return found == all.end() ? std::nullopt : std::optional(*found);
    };
    for (const Target& target : m_watchlist.targets) {
        if (target.site == site.id && target.layer == Layer::Mail && target.enabled)
            facts.mail = statusOf(target.id);
        if (target.site != site.id || target.layer != Layer::Http || !target.enabled)
            continue;
        facts.switchedOff = whyOff(target);
        facts.http = statusOf(target.id);
        if (const auto* options = std::get_if<HttpOptions>(&target.probe))
            facts.port = QUrl(words::cleaned(options->url)).port(options->url.starts_with("https") ? 443 : 80);
        if (m_answer)
            for (const Observation& page : m_answer->frontPages)
                if (page.target == target.id)
                    facts.frontPage = page;
    }
    return facts;
}

QString LivePage::whyOff(const Target& target) const {
    return m_picture.way ? words::switchedOff(target, *m_picture.way) : QString();
}

std::optional<SiteFacts> LivePage::shownFacts() const {
    const Target* target = m_watchlist.find(m_site->target());
    for (const Site& site : m_watchlist.sites)
        if (target && site.id == target->site)
            return factsOf(site);
    if (!target)
        return std::nullopt;
    SiteFacts facts; // a target that carries the sites is shown like one of them
    facts.site = {target->name, target->label, target->shortLabel, hostOf(target->probe)};
    facts.watching = m_options.viewer ? Watching::Running : m_picture.watching;
    facts.pausedAt = m_picture.pausedAt;
    facts.now = m_now;
    facts.switchedOff = whyOff(*target);
    for (const TargetStatus& status : m_picture.live.targets)
        if (status.id == target->id) {
            facts.http = status;
            facts.status = {target->name, target->label, status.state, status.since};
        }
    return facts;
}

// Of what observing leaves out every lane says "not watching" already.
static SwitchedOff lanesOff(const Watchlist& watchlist, const Picture& picture) {
    SwitchedOff off;
    if (!picture.way || std::holds_alternative<ObserveOnly>(*picture.way))
        return off;
    for (const Target& target : watchlist.targets)
        if (const QString why = words::switchedOff(target, *picture.way); !why.isEmpty())
            off[target.name] = why;
    return off;
}

QString LivePage::summary() const {
    SummaryFacts facts;
    facts.headline = headlineFor(m_picture, m_answer && m_answer->firstRowAt, m_options.viewer, m_settings);
    for (const auto& [site, tile] : m_tiles)
        facts.sites.push_back(factsOf(*site));
    facts.ownLine = m_picture.live.ownLine;
    facts.asOf = m_now;
    facts.simulated = m_options.simulated;
    return summaryText(facts);
}

void LivePage::refresh() {
    const bool recorded = m_answer && m_answer->firstRowAt;
    if (m_options.viewer && m_answer)
        m_picture.live = statusAtEnd(m_answer->overview);
    m_headline->setNow(m_now);
    m_headline->setHeadline(headlineFor(m_picture, recorded, m_options.viewer, m_settings));
    for (const auto& [site, tile] : m_tiles)
        tile->setFacts(factsOf(*site));
    const bool watches = m_picture.watching != Watching::NotStarted || m_options.viewer;
    m_paneStack->setCurrentWidget(watches ? static_cast<QWidget*>(m_site) : m_firstRun);
    m_site->setFacts(shownFacts());
    m_card->timeline().setStatus(m_options.viewer || !watches ? std::nullopt : std::optional(m_picture.live));
    m_card->timeline().setSwitchedOff(lanesOff(m_watchlist, m_picture));
    m_card->setEmpty(!recorded && !watches);
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
    if (width() < paneBeside * textScale() && m_picture.watching != Watching::NotStarted) {
        m_paneOpen = true;
        placePane();
    }
}

} // namespace kpwatch
