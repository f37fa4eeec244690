// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_pane.h"

#include "app/story/state_track.h"
#include "app/words/copy.h"
#include "app/words/told_of.h"
#include "app/words/words.h"
#include "ui/incidents/assessment_column.h"
#include "ui/incidents/incident_row.h"
#include "ui/incidents/incidents_page.h"
#include "ui/incidents/mark_row.h"
#include "ui/live/card.h"
#include "ui/live/controls.h"
#include "ui/paint/ladder.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>

#include <algorithm>

namespace kpwatch {

static constexpr std::size_t mostRungs = 6, mostEarlier = 6;

static TextLabel* labelled(QWidget* parent, qreal px, int weight, Ink ink, const QString& text = {}) {
    auto* label = new TextLabel(px, weight, ink, parent);
    label->setText(text);
    return label;
}

static TextLabel* wrapped(QWidget* parent, qreal px, int weight, Ink ink) {
    auto* label = labelled(parent, px, weight, ink);
    label->setWordWrap(true);
    return label;
}

static void clear(QGridLayout& grid) {
    while (QLayoutItem* const item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

// Whether anything can be said of the sites at present.
static bool areSeen(const std::vector<SiteStatus>& sites) {
    return sites.empty() || std::ranges::any_of(sites, saysSomething, &SiteStatus::state);
}

IncidentPane::IncidentPane(const Watchlist& watchlist, bool simulated, QWidget* parent)
    : QWidget(parent), m_watchlist(watchlist), m_simulated(simulated), m_calm(wrapped(this, 13, 400, Ink::Text2)),
      m_ongoing(makeOngoing()), m_earlier(makeEarlier()) {
    m_calm->setContentsMargins(24, 8, 24, 14);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_calm);
    column->addWidget(m_ongoing);
    column->addWidget(m_earlier);
    column->addStretch(1);
    refresh();
}

QWidget* IncidentPane::makeOngoing() {
    auto* part = new QWidget(this);
    m_title = wrapped(part, 20, 600, Ink::Text);
    m_marks = new MarkRow(part);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(3);
    m_facts->setColumnStretch(1, 1);
    auto* box = new Card(Ground::Box, part);
    m_finding = wrapped(box, 13, 400, Ink::Text);
    m_basis = wrapped(box, 12, 400, Ink::Text2);
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(14, 10, 14, 11);
    inside->setSpacing(4);
    inside->addWidget(labelled(box, 12, 600, Ink::Text2, tr("What the record shows so far")));
    inside->addWidget(m_finding);
    inside->addWidget(m_basis);
    m_order = new QGridLayout;
    m_order->setHorizontalSpacing(10);
    m_order->setVerticalSpacing(6);
    m_order->setColumnStretch(2, 1);
    auto* review = new Button(tr("Review incident"), ButtonKind::Plain, part);
    auto* copy = new Button(tr("Copy brief"), ButtonKind::Plain, part);
    connect(review, &Button::clicked, this, [this] {
        if (const CurrentIncident* const now = m_answer ? m_answer->goingOn() : nullptr)
            Q_EMIT reviewWanted(m_answer->log[now->index].id);
    });
    connect(copy, &Button::clicked, this, &IncidentPane::copyBrief);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(review, 1);
    buttons->addWidget(copy, 1);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(24, 8, 24, 16);
    column->setSpacing(8);
    column->addWidget(labelled(part, 10.5, 600, Ink::Text2, tr("ONGOING INCIDENT")));
    column->addWidget(m_title);
    column->addWidget(m_marks);
    column->addSpacing(4);
    column->addLayout(m_facts);
    column->addSpacing(4);
    column->addWidget(box);
    column->addSpacing(4);
    column->addWidget(labelled(part, 13, 600, Ink::Text2, tr("What stopped answering first")));
    column->addLayout(m_order);
    column->addSpacing(4);
    column->addLayout(buttons);
    return part;
}

QWidget* IncidentPane::makeEarlier() {
    auto* part = new QWidget(this);
    m_earlierCaption = labelled(part, 10.5, 600, Ink::Text2, tr("EARLIER"));
    m_earlierCaption->setContentsMargins(8, 0, 8, 2);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    m_all = new Button(tr("All incidents"), ButtonKind::Plain, part);
    connect(m_all, &Button::clicked, this, &IncidentPane::logWanted);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(6);
    column->addWidget(new Divider(part));
    column->addSpacing(8);
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(16, 0, 16, 0);
    inside->addWidget(m_earlierCaption);
    inside->addLayout(m_rows);
    column->addLayout(inside);
    auto* last = new QHBoxLayout;
    last->setContentsMargins(24, 4, 24, 0);
    last->addWidget(m_all);
    last->addStretch(1);
    column->addLayout(last);
    return part;
}

void IncidentPane::setAnswer(const IncidentsAnswer& answer) {
    m_answer = answer;
    refresh();
}

void IncidentPane::setLive(const LiveStatus& live) {
    const bool sight = live.ownLine.state != m_live.ownLine.state || areSeen(live.sites) != areSeen(m_live.sites);
    m_live = live;
    m_marks->setSites(live.sites);
    if (sight)
        refresh();
}

// That nothing is going on is claimed only while somebody can see it.
static QString calmWords(bool seen) {
    return seen ? IncidentPane::tr("No incident is going on.")
                : IncidentPane::tr("No incident was going on when the sites were last seen. What happens now is out of "
                                   "sight.");
}

void IncidentPane::refresh() {
    const CurrentIncident* const now = m_answer ? m_answer->goingOn() : nullptr;
    const bool any = now != nullptr;
    m_ongoing->setVisible(any);
    m_calm->setVisible(!any);
    if (any)
        showOngoing(*now);
    else if (!m_answer)
        m_calm->setText(tr("Reading the record…"));
    else
        m_calm->setText(m_answer->trouble       ? unreadable(*m_answer)
                        : m_answer->log.empty() ? noIncidents(*m_answer)
                                                : calmWords(areSeen(m_live.sites)));
    showEarlier();
}

void IncidentPane::showOngoing(const CurrentIncident& now) {
    const Incident& incident = m_answer->log[now.index];
    const Assessment& seen = now.assessment;
    const words::IncidentTold told{incident, seen, m_answer->watchlistOf(incident, m_watchlist), m_answer->toldAt,
                                   m_simulated};
    const bool blind = m_live.ownLine.state == Verdict::OwnConnectionDown;
    const bool unseen = words::toldOf(told).outOfSight(); // then the title says so itself
    m_title->setText(blind && !unseen ? tr("%1, out of sight").arg(words::incidentTitle(told))
                                      : words::incidentTitle(told));
    clear(*m_facts);
    int line = 0;
    for (const IncidentFact& fact : ongoingFacts({told, blind || unseen})) {
        m_facts->addWidget(labelled(m_ongoing, 12, 400, Ink::Text3, fact.name), line, 0, Qt::AlignTop);
        auto* value = wrapped(m_ongoing, 13, 600, Ink::Text);
        value->setText(fact.value);
        m_facts->addWidget(value, line++, 1);
        if (fact.beneath.isEmpty())
            continue;
        auto* beneath = wrapped(m_ongoing, 12, 400, Ink::Text3);
        beneath->setText(fact.beneath);
        m_facts->addWidget(beneath, line++, 1);
    }
    m_finding->setText(QStringLiteral("%1.").arg(findingOf(seen)));
    m_basis->setText(words::basis(seen));
    clear(*m_order);
    const Ladder ladder = ladderOf(incident, told.watchlist, LadderKind::Failure);
    for (std::size_t i = 0; i < std::min(mostRungs, ladder.rungs.size()); ++i) {
        const Rung& rung = ladder.rungs[i];
        const int row = static_cast<int>(i);
        const QString rank = rung.rank > 0 ? QString::number(rung.rank) : QStringLiteral("–");
        m_order->addWidget(labelled(m_ongoing, 13, 600, Ink::Text2, rank), row, 0);
        m_order->addWidget(labelled(m_ongoing, 13, 400, Ink::Text2, words::clockKstSeconds(rung.range.by)), row, 1);
        m_order->addWidget(labelled(m_ongoing, 13, 500, Ink::Text, rung.label), row, 2);
    }
    if (ladder.rungs.size() > mostRungs)
        m_order->addWidget(
            labelled(m_ongoing, 12, 400, Ink::Text3, tr("and %1 more").arg(ladder.rungs.size() - mostRungs)),
            static_cast<int>(mostRungs), 2);
}

// The same as a click, and its line for who writes about it; by the menu key as well.
static void addRowMenu(IncidentRow& row) {
    auto* const review = new QAction(IncidentPane::tr("Review this incident"), &row);
    QObject::connect(review, &QAction::triggered, &row, &QAbstractButton::click);
    auto* const copy = new QAction(IncidentPane::tr("Copy this line"), &row);
    QObject::connect(copy, &QAction::triggered, &row,
                     [&row] { QGuiApplication::clipboard()->setText(row.accessibleName()); });
    row.addActions({review, copy});
    row.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void IncidentPane::showEarlier() {
    std::size_t shown = 0;
    const CurrentIncident* const now = m_answer ? m_answer->goingOn() : nullptr;
    if (m_answer)
        for (std::size_t i = m_answer->log.size(); i-- > 0 && shown < mostEarlier;) {
            if (now != nullptr && i == now->index)
                continue;
            if (shown == m_shown.size()) {
                m_shown.push_back(new IncidentRow(m_earlier));
                m_rows->addWidget(m_shown.back());
                addRowMenu(*m_shown.back());
                connect(m_shown.back(), &QAbstractButton::clicked, this,
                        [this, row = m_shown.back()] { Q_EMIT reviewWanted(row->id()); });
            }
            m_shown[shown]->setIncident(m_answer->log[i], m_answer->watchlistOf(m_answer->log[i], m_watchlist));
            m_shown[shown++]->show();
        }
    for (std::size_t i = shown; i < m_shown.size(); ++i)
        m_shown[i]->hide();
    m_earlier->setVisible(shown > 0);
}

void IncidentPane::copyBrief() const {
    const CurrentIncident* const now = m_answer ? m_answer->goingOn() : nullptr;
    if (now == nullptr)
        return;
    const Incident& incident = m_answer->log[now->index];
    const words::IncidentTold told{incident, now->assessment, m_answer->watchlistOf(incident, m_watchlist),
                                   m_answer->toldAt, m_simulated};
    QGuiApplication::clipboard()->setText(words::copyOf(told, {.language = words::copyLanguage()}).brief);
}

} // namespace kpwatch
