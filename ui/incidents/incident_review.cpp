// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_review.h"

#include "app/words/label.h"
#include "app/words/told_of.h"
#include "app/words/words.h"
#include "ui/export/chart_source.h"
#include "ui/incidents/assessment_column.h"
#include "ui/incidents/facts_card.h"
#include "ui/incidents/incident_lanes.h"
#include "ui/incidents/ladder_view.h"
#include "ui/incidents/said_card.h"
#include "ui/live/controls.h"
#include "ui/live/flow_layout.h"
#include "ui/live/pane_frame.h"
#include "ui/live/regions.h"
#include "ui/live/response_chart.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>

#include <set>

namespace kpwatch {

static constexpr int sideWidth = 392, sideBeside = 1180; // at a text size of 100 %

IncidentReview::IncidentReview(const Watchlist& watchlist, bool simulated, QWidget* parent)
    : QWidget(parent), m_watchlist(watchlist), m_simulated(simulated), m_scroll(new QScrollArea(this)),
      m_side(new PaneFrame(this)), m_left(new QWidget(m_scroll)), m_column(new QVBoxLayout(m_left)) {
    m_column->setContentsMargins(24, 14, 24, 16);
    m_column->setSpacing(10);
    m_column->addWidget(makeHead());
    m_facts = new FactsCard(m_left);
    m_column->addWidget(m_facts);
    m_column->addWidget(makeLadder());
    m_column->addWidget(makeLanes());
    m_column->addWidget(makeLatency());
    m_said = new SaidCard(m_left);
    m_column->addWidget(m_said);
    connect(m_said, &SaidCard::handWanted, this, &IncidentReview::judge);
    connect(m_said, &SaidCard::undoWanted, this, &IncidentReview::undo);
    m_column->addStretch(1);
    m_assessment = new AssessmentColumn(m_side);
    m_assessment->setBackgroundRole(QPalette::Base);
    m_assessment->setAutoFillBackground(true);
    m_side->setWidget(m_assessment);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_left);
    m_scroll->setAccessibleName(tr("Review of the incident"));
    m_side->setAccessibleName(tr("What the record shows"));
    m_side->setFocusPolicy(Qt::StrongFocus);
}

QWidget* IncidentReview::makeHead() {
    auto* head = new QWidget(m_left);
    m_back = new Button(tr("‹ All incidents"), ButtonKind::Plain, head);
    head->setFocusProxy(m_back);
    m_previous = new Button(tr("‹ Previous"), ButtonKind::Plain, head);
    m_next = new Button(tr("Next ›"), ButtonKind::Plain, head);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addWidget(m_back);
    ways->addStretch(1);
    auto* seen = new Button(tr("Show in the timeline"), ButtonKind::Plain, head);
    for (Button* const button : {seen, m_previous, m_next})
        ways->addWidget(button);
    connect(m_back, &Button::clicked, this, &IncidentReview::backWanted);
    connect(m_next, &Button::clicked, this, [this] { Q_EMIT stepWanted(1); });
    connect(m_previous, &Button::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    // As they stand in the list.
    for (const auto& [key, button] : {std::pair(Qt::Key_Down, m_next), std::pair(Qt::Key_Up, m_previous)})
        new QShortcut(
            QKeySequence(Qt::ALT | key), this, [button = button] { button->click(); }, Qt::WidgetWithChildrenShortcut);
    connect(seen, &Button::clicked, this, [this] {
        if (m_answer)
            Q_EMIT seenWanted(m_answer->around.range);
    });

    m_icon = new StateIcon(32, head);
    m_icon->setVerdict(Verdict::Down);
    m_title = new TextLabel(24, 600, Ink::Text, head);
    m_about = new TextLabel(13, 400, Ink::Text2, head);
    m_brief = new TextLabel(13, 400, Ink::Text, head);
    for (TextLabel* const label : {m_title, m_about, m_brief})
        label->setWordWrap(true);
    auto* said = new QVBoxLayout;
    said->setSpacing(2);
    said->addWidget(m_title);
    said->addWidget(m_about);
    auto* sentence = new QHBoxLayout;
    sentence->setSpacing(14);
    sentence->addWidget(m_icon, 0, Qt::AlignTop);
    sentence->addLayout(said, 1);

    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(ways);
    column->addLayout(sentence);
    column->addWidget(m_brief);
    column->addLayout(makeCopies(head));
    return head;
}

QVBoxLayout* IncidentReview::makeCopies(QWidget* head) {
    auto* buttons = new FlowLayout(8);
    const std::pair<QString, QString words::Copy::*> lengths[] = {
        {tr("Copy alert"), &words::Copy::alert},
        {tr("Copy brief"), &words::Copy::brief},
        {tr("Copy full"), &words::Copy::full},
        {tr("Copy table for an expert"), &words::Copy::expert}};
    for (const auto& [text, part] : lengths) {
        auto* button = new Button(text, ButtonKind::Plain, head);
        buttons->addWidget(button);
        connect(button, &Button::clicked, this, [this, part = part] { copy(part); });
    }
    m_copyIn = new Selector(head);
    m_copyIn->setObjectName(QStringLiteral("copy-in"));
    m_copyIn->setAccessibleName(tr("Language and clock of what is copied"));
    for (const QString& choice :
         {tr("English, a.m. and p.m."), tr("English, 24 h"), tr("Korean, a.m. and p.m."), tr("Korean, 24 h")})
        m_copyIn->addItem(choice);
    m_copyIn->setCurrentIndex(words::copyLanguage() == words::CopyLanguage::Korean ? 2 : 0);
    connect(m_copyIn, &QComboBox::activated, this, [this] {
        m_copied->clear();
        if (m_answer)
            showHead();
    });
    m_copyIn->setMinimumContentsLength(18);
    buttons->addWidget(m_copyIn);
    m_pack = new Button(tr("Evidence pack…"), ButtonKind::Plain, head);
    m_pack->hide();
    connect(m_pack, &Button::clicked, this, &IncidentReview::packWanted);
    buttons->addWidget(m_pack);
    m_copied = new TextLabel(12, 400, Ink::Text2, head);
    m_copied->setObjectName(QStringLiteral("copied"));
    auto* lines = new QVBoxLayout;
    lines->setSpacing(6);
    lines->addLayout(buttons);
    lines->addWidget(m_copied);
    return lines;
}

// A card with its title, what stands beside that, and room beneath.
static std::pair<Card*, QHBoxLayout*> titledCard(const QString& title, QWidget* parent) {
    auto* card = new Card(Ground::Card, parent);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(18, 12, 18, 12);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* label = new TextLabel(15, 600, Ink::Text, card);
    label->setText(title);
    head->addWidget(label, 1);
    column->addLayout(head);
    return {card, head};
}

QWidget* IncidentReview::makeLadder() {
    const auto [card, head] = titledCard(tr("What stopped answering first"), m_left);
    m_failure = new Button(tr("Failure"), ButtonKind::Segment, card);
    m_recovery = new Button(tr("Recovery"), ButtonKind::Segment, card);
    for (const auto& [button, kind] :
         {std::pair(m_failure, LadderKind::Failure), std::pair(m_recovery, LadderKind::Recovery)}) {
        button->setCheckable(true);
        head->addWidget(button);
        connect(button, &Button::clicked, this, [this, kind = kind] {
            m_kind = kind;
            showLadder();
        });
    }
    card->setFocusProxy(m_failure);
    m_ladderTitle = card->findChild<TextLabel*>();
    m_ladder = new LadderView(card);
    card->layout()->addWidget(m_ladder);
    m_noneYet = new TextLabel(13, 400, Ink::Text2, card);
    m_noneYet->setWordWrap(true);
    card->layout()->addWidget(m_noneYet);
    m_ladderLegend = new TextLabel(12, 400, Ink::Text3, card);
    m_ladderLegend->setWordWrap(true);
    card->layout()->addWidget(m_ladderLegend);
    return card;
}

QWidget* IncidentReview::makeLanes() {
    const auto [card, head] = titledCard(tr("The whole incident"), m_left);
    m_lanes = new IncidentLanes(card);
    card->layout()->addWidget(m_lanes);
    return card;
}

QWidget* IncidentReview::makeLatency() {
    const auto [card, head] = titledCard(tr("Response time"), m_left);
    auto* unit = new TextLabel(12, 400, Ink::Text3, card);
    unit->setText(tr("ms, KST; no line: no answer, or nobody looked"));
    unit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    head->addWidget(unit);
    m_targets = new Selector(card);
    m_targets->setAccessibleName(tr("Target whose response time is shown"));
    m_targets->setMinimumContentsLength(16);
    head->addWidget(m_targets);
    card->setFocusProxy(m_targets);
    m_chart = new ResponseChart(card);
    m_chart->setFixedHeight(150);
    card->layout()->addWidget(m_chart);
    connect(m_targets, &QComboBox::activated, this, [this] {
        m_latencyOf = TargetId{m_targets->currentData().toLongLong()};
        Q_EMIT latencyWanted();
    });
    return card;
}

// Beside it where there is room, else all the way down.
void IncidentReview::resizeEvent(QResizeEvent* /*event*/) {
    const bool beside = width() >= sideBeside * textScale();
    const int side = beside ? qRound(sideWidth * textScale()) : 0;
    m_scroll->setGeometry(0, 0, width() - side, height());
    m_side->setGeometry(width() - side, 0, side, height());
    m_side->setVisible(beside);
    const bool moved = (m_assessment->parentWidget() == m_left) == beside;
    if (!moved)
        return;
    if (beside) {
        m_column->removeWidget(m_assessment);
        m_side->setWidget(m_assessment);
    } else {
        m_column->insertWidget(m_column->count() - 1, m_side->takeWidget());
    }
    m_assessment->show();
}

words::IncidentTold IncidentReview::told() const {
    const Incident& incident = m_answer->log[*m_answer->shown];
    return {incident, m_answer->assessment, m_answer->watchlistOf(incident, m_watchlist), m_answer->toldAt,
            m_simulated};
}

void IncidentReview::setNewsroom(const QString& newsroom, const QString& place) {
    m_newsroom = newsroom;
    m_place = place;
    if (m_answer)
        showHead();
}

void IncidentReview::setNeighbours(bool previous, bool next) {
    m_previous->setEnabled(previous);
    m_next->setEnabled(next);
}

void IncidentReview::setAnswer(const IncidentsAnswer& answer) {
    m_answer = answer;
    const std::string& id = answer.log[*answer.shown].id;
    if (id != m_shown) {
        m_shown = id;
        m_latencyOf.reset();
        m_copied->clear();
        m_scroll->ensureVisible(0, 0);
    }
    showHead();
    showLadder();
    Timeline around = answer.around;
    if (!around.lanes.empty())
        addRoutes(around, answer.routes);
    std::set<std::string> leftOut;
    for (const Lane& lane : around.lanes)
        if (isLeftOut(lane, answer.log[*answer.shown], told().watchlist))
            leftOut.insert(lane.id);
    m_lanes->setTimeline(around, answer.routes.sources, leftOut);
    showLatency();
    m_assessment->setAssessment(told());
    m_said->setIncident(answer.log[*answer.shown], answer.said, told().watchlist);
    std::vector<Hand> possible;
    for (const Hand hand : {Hand::Merge, Hand::Split, Hand::Window, Hand::Exclude, Hand::FalseAlarm})
        if (JudgeDialog::makesSense(hand, about()))
            possible.push_back(hand);
    m_said->setHands(std::move(possible));
}

void IncidentReview::toTop() {
    m_scroll->ensureVisible(0, 0);
    m_back->setFocus(Qt::OtherFocusReason);
}

void IncidentReview::cycleRegion(int direction) {
    std::vector<QWidget*> regions{m_back->parentWidget(), m_failure->parentWidget(), m_targets->parentWidget(), m_said};
    if (m_side->isVisible())
        regions.push_back(m_side);
    QWidget* const next = focusNextRegion(regions, direction);
    if (m_left->isAncestorOf(next))
        m_scroll->ensureWidgetVisible(next);
}

void IncidentReview::offerPacks(bool offered) { m_pack->setVisible(offered); }

void IncidentReview::setNotes(const Notes* notes) { m_said->setNotes(notes); }

JudgeDialog::About IncidentReview::about() const {
    return {m_answer->log[*m_answer->shown], m_answer->log, told().watchlist, m_answer->asOf, m_answer->lineChanges};
}

void IncidentReview::judge(Hand hand) {
    if (!m_answer || !JudgeDialog::makesSense(hand, about()))
        return;
    JudgeDialog dialog(hand, about(), this);
    if (dialog.exec() == QDialog::Accepted)
        Q_EMIT said(dialog.judgement(utcNow()));
}

void IncidentReview::undo(const Judgement& judgement) {
    if (!m_answer)
        return;
    JudgeDialog dialog(judgement, about(), this);
    if (dialog.exec() == QDialog::Accepted)
        Q_EMIT said(dialog.judgement(utcNow()));
}

void IncidentReview::showHead() {
    const Incident& incident = m_answer->log[*m_answer->shown];
    m_title->setText(words::incidentTitle(told()));
    const bool unseen = words::toldOf(told()).outOfSight();
    const QString state = incident.falseAlarm     ? tr("Marked as a false alarm")
                          : incident.over()       ? tr("Over")
                          : unseen                ? tr("Not over when last seen")
                          : incident.longStanding ? tr("Not over, long-standing")
                                                  : tr("Not over");
    m_about->setText(tr("%1 · seen from one computer · incident %2 (UTC)").arg(state, words::cleaned(incident.id)));
    m_brief->setText(words::copyOf(told(), copyFrom()).brief);
    m_facts->setFacts(reviewFacts(told()));
}

void IncidentReview::showLadder() {
    m_failure->setChecked(m_kind == LadderKind::Failure);
    m_recovery->setChecked(m_kind == LadderKind::Recovery);
    m_ladderTitle->setText(m_kind == LadderKind::Failure ? tr("What stopped answering first")
                                                         : tr("What answered again first"));
    if (!m_answer)
        return;
    const Incident& incident = m_answer->log[*m_answer->shown];
    const Ladder ladder = ladderOf(incident, told().watchlist, m_kind);
    m_ladder->setLadder(ladder);
    m_noneYet->setText(incident.over() ? tr("Nothing was seen to come back.") : tr("Nothing has come back yet."));
    m_ladderLegend->setText(
        m_kind == LadderKind::Failure
            ? tr("Tinted: between the last good check and the failure that decides. A shared number means that "
                 "bands overlap, one with the next: no order of all who have it can be told.")
            : tr("Tinted: between a failed check and the first good one. A shared number means that bands overlap, one "
                 "with the next: no order of all who have it can be told."));
    m_ladder->setVisible(!ladder.rungs.empty());
    m_ladderLegend->setVisible(!ladder.rungs.empty());
    m_noneYet->setVisible(ladder.rungs.empty());
}

static std::vector<TimeRange> silentTimes(const IncidentsAnswer& answer, TargetId target) {
    std::vector<TimeRange> times;
    if (const Member* const member = answer.log[*answer.shown].member(target))
        for (const DownTime& time : member->downTimes)
            times.insert(times.end(), time.seen.begin(), time.seen.end());
    return times;
}

void IncidentReview::showLatency() {
    const QSignalBlocker quiet(m_targets);
    m_targets->clear();
    for (const Member& member : m_answer->log[*m_answer->shown].members)
        if (const Target* const target = told().watchlist.find(member.target))
            m_targets->addItem(words::label(target->label), static_cast<qlonglong>(target->id));
    if (!m_answer->latencyOf)
        return;
    m_targets->setCurrentIndex(m_targets->findData(static_cast<qlonglong>(*m_answer->latencyOf)));
    if (const Target* const target = told().watchlist.find(*m_answer->latencyOf))
        m_chart->setPoints(m_answer->latency, m_answer->around.range, m_answer->query.columns, target->interval,
                           silentTimes(*m_answer, target->id));
}

words::CopyFrom IncidentReview::copyFrom() const {
    const int choice = m_copyIn->currentIndex();
    return {m_newsroom, m_place, choice % 2 == 0 ? words::CopyStyle::Wire : words::CopyStyle::Clock24,
            choice < 2 ? words::CopyLanguage::English : words::CopyLanguage::Korean};
}

void IncidentReview::copy(QString words::Copy::*part) {
    if (!m_answer)
        return;
    const QString text = words::copyOf(told(), copyFrom()).*part;
    QGuiApplication::clipboard()->setText(text);
    m_copied->setText(tr("Copied, %n characters", nullptr, static_cast<int>(text.size())));
}

} // namespace kpwatch
