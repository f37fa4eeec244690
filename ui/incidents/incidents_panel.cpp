// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidents_panel.h"

#include "app/words/words.h"
#include "ui/incidents/incident_list_model.h"
#include "ui/incidents/ladder_view.h"
#include "ui/live/controls.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

TextLabel* wrappingLabel(qreal px, int weight, Ink ink, QWidget* parent) {
    auto* label = new TextLabel(px, weight, ink, parent);
    label->setWordWrap(true);
    return label;
}

QString spoken(Sign sign) {
    switch (sign) {
    case Sign::Supports:
        return IncidentsPanel::tr("Supports: %1");
    case Sign::Against:
        return IncidentsPanel::tr("Speaks against: %1");
    case Sign::NotKnown:
        return IncidentsPanel::tr("Not known: %1");
    }
    return {};
}

QString signOf(Sign sign) {
    switch (sign) {
    case Sign::Supports:
        return QStringLiteral("+");
    case Sign::Against:
        return QStringLiteral("−");
    case Sign::NotKnown:
        return QStringLiteral("?");
    }
    return {};
}

} // namespace

IncidentsPanel::IncidentsPanel(const Watchlist& watchlist, bool simulated, QWidget* parent)
    : QDialog(parent), m_watchlist(watchlist), m_simulated(simulated), m_model(new IncidentListModel(watchlist, this)),
      m_filtered(new QSortFilterProxyModel(this)) {
    setWindowTitle(tr("Incidents"));
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addWidget(makeList(simulated));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    QWidget* const review = makeReview();
    scroll->setWidget(review);
    review->setAutoFillBackground(false); // what lies behind is the panel's own
    scroll->viewport()->setAutoFillBackground(false);
    row->addWidget(scroll, 1);
    makeKeys();
    resize(1180, 800);
    m_list->setFocus();
    showReview();
}

QWidget* IncidentsPanel::makeList(bool simulated) {
    auto* left = new QWidget(this);
    left->setFixedWidth(qRound(340 * textScale()));
    m_search = new QLineEdit(left);
    m_search->setPlaceholderText(tr("Search: a site, a day"));
    m_search->setAccessibleName(tr("Search the incidents"));
    m_search->setClearButtonEnabled(true);
    m_search->setFont(kpwatch::font(13));
    m_list = new QListView(left);
    m_list->setModel(m_filtered);
    m_list->setFont(kpwatch::font(12));
    m_list->setUniformItemSizes(true); // ten thousand rows are laid out at once
    m_list->setWordWrap(false);
    m_list->setAlternatingRowColors(true);
    m_list->setAccessibleName(tr("Incidents, the latest first"));
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    if (simulated)
        column->addWidget(new SimulatedBadge(left), 0, Qt::AlignLeft);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &IncidentsPanel::chosen);
    return left;
}

QWidget* IncidentsPanel::makeReview() {
    auto* page = new QWidget(this);
    m_none = wrappingLabel(15, 500, Ink::Text2, page);
    m_review = new QWidget(page);
    m_title = wrappingLabel(20, 600, Ink::Text, m_review);
    m_about = wrappingLabel(12, 400, Ink::Text2, m_review);
    m_brief = wrappingLabel(13, 400, Ink::Text, m_review);
    m_failure = new Button(tr("Failure"), ButtonKind::Segment, m_review);
    m_recovery = new Button(tr("Recovery"), ButtonKind::Segment, m_review);
    m_ladder = new LadderView(m_review);
    m_finding = wrappingLabel(18, 600, Ink::Text, m_review);
    m_routes = wrappingLabel(13, 400, Ink::Text, m_review);
    m_basis = wrappingLabel(13, 400, Ink::Text, m_review);
    m_thresholds = wrappingLabel(12, 400, Ink::Text2, m_review);
    auto* cannot = wrappingLabel(13, 400, Ink::Text, m_review);
    cannot->setText(words::cannotTell());
    auto* legend = wrappingLabel(12, 400, Ink::Text2, m_review);
    legend->setText(
        tr("Tinted: between the last good check and the failure that decides. A shared number means that the "
           "bands overlap: which came first cannot be told."));

    auto* kinds = new QHBoxLayout;
    auto* heading = new TextLabel(15, 600, Ink::Text, m_review);
    heading->setText(tr("What stopped answering first"));
    kinds->addWidget(heading, 1);
    for (const auto& [button, kind] :
         {std::pair(m_failure, LadderKind::Failure), std::pair(m_recovery, LadderKind::Recovery)}) {
        button->setCheckable(true);
        kinds->addWidget(button);
        connect(button, &Button::clicked, this, [this, kind = kind] {
            m_kind = kind;
            showLadder();
        });
    }
    auto* copies = new QHBoxLayout;
    const std::pair<QString, QString words::Copy::*> lengths[] = {{tr("Copy alert"), &words::Copy::alert},
                                                                  {tr("Copy brief"), &words::Copy::brief},
                                                                  {tr("Copy full"), &words::Copy::full},
                                                                  {tr("Copy table"), &words::Copy::expert}};
    for (const auto& [text, part] : lengths) {
        auto* button = new Button(text, ButtonKind::Plain, m_review);
        copies->addWidget(button);
        connect(button, &Button::clicked, this, [this, part = part] {
            if (m_answer && m_answer->shown)
                copy(copyNow().*part);
        });
    }
    copies->addStretch(1);

    auto* column = new QVBoxLayout(m_review);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    for (QWidget* const each : std::initializer_list<QWidget*>{m_title, m_about, m_brief})
        column->addWidget(each);
    column->addLayout(copies);
    column->addLayout(kinds);
    column->addWidget(m_ladder);
    column->addWidget(legend);
    for (QWidget* const each : std::initializer_list<QWidget*>{m_finding, m_routes, m_basis, m_thresholds})
        column->addWidget(each);
    m_evidence = new QVBoxLayout;
    m_evidence->setSpacing(6);
    column->addLayout(m_evidence);
    auto* cannot_heading = new TextLabel(13, 600, Ink::Text, m_review);
    cannot_heading->setText(tr("What this cannot tell you"));
    column->addWidget(cannot_heading);
    column->addWidget(cannot);
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 8, 0);
    whole->addWidget(m_none);
    whole->addWidget(m_review);
    whole->addStretch(1);
    return page;
}

void IncidentsPanel::makeKeys() {
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(new QShortcut(tr("Alt+Left"), this), &QShortcut::activated, this, [this] { step(1); });
    connect(new QShortcut(tr("Alt+Right"), this), &QShortcut::activated, this, [this] { step(-1); });
}

void IncidentsPanel::step(int rows) {
    const QModelIndex next = m_filtered->index(m_list->currentIndex().row() + rows, 0);
    if (next.isValid())
        m_list->setCurrentIndex(next);
}

void IncidentsPanel::chosen() {
    const QModelIndex current = m_list->currentIndex();
    if (m_filling || !current.isValid())
        return;
    m_wanted = m_model->idAt(m_filtered->mapToSource(current).row());
    Q_EMIT queryWanted();
}

void IncidentsPanel::setNewsroom(const QString& newsroom, const QString& place) {
    m_newsroom = newsroom;
    m_place = place;
    showReview();
}

void IncidentsPanel::setAnswer(const IncidentsAnswer& answer) {
    m_answer = answer;
    m_filling = true;
    const int reached = m_list->verticalScrollBar()->value();
    m_model->setLog(answer.log);
    if (answer.shown) {
        const int row = m_model->rowOf(answer.log[*answer.shown].id);
        m_list->setCurrentIndex(m_filtered->mapFromSource(m_model->index(row)));
    }
    m_list->verticalScrollBar()->setValue(reached); // who reads further down stays there
    m_filling = false;
    showReview();
}

words::IncidentTold IncidentsPanel::told() const {
    return {m_answer->log[*m_answer->shown], m_answer->assessment, m_watchlist, m_answer->asOf, m_simulated};
}

words::Copy IncidentsPanel::copyNow() const {
    return words::copyOf(told(), {m_newsroom, m_place, words::CopyStyle::Wire});
}

void IncidentsPanel::showReview() {
    const bool any = m_answer && m_answer->shown;
    m_review->setVisible(any);
    m_none->setVisible(!any);
    if (!any) {
        m_none->setText(m_answer && m_answer->trouble ? words::cleaned(*m_answer->trouble, 300)
                                                      : tr("No incidents recorded."));
        return;
    }
    const Incident& incident = m_answer->log[*m_answer->shown];
    const Assessment& seen = m_answer->assessment;
    m_title->setText(words::incidentTitle(told()));
    m_about->setText(tr("%1 · seen from one computer · incident %2")
                         .arg(incident.over() ? tr("Over") : tr("Not over"), words::cleaned(incident.id)));
    m_brief->setText(copyNow().brief);
    const QString why = words::unclear(seen.why);
    m_finding->setText(tr("Looks like: %1").arg(words::pattern(seen.pattern)) +
                       (why.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(why)));
    m_routes->setText(
        tr("Of the routes: %1. Scope: %2.").arg(words::routes(seen.routes.routes), words::scope(seen.scope)));
    m_basis->setText(words::basis(seen.basis));
    m_thresholds->setText(words::thresholds(seen.pattern, {}));
    showLadder();
    showEvidence();
}

void IncidentsPanel::showLadder() {
    m_failure->setChecked(m_kind == LadderKind::Failure);
    m_recovery->setChecked(m_kind == LadderKind::Recovery);
    if (m_answer && m_answer->shown)
        m_ladder->setLadder(ladderOf(m_answer->log[*m_answer->shown], m_watchlist, m_kind));
}

void IncidentsPanel::showEvidence() {
    while (QLayoutItem* const item = m_evidence->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Evidence& row : m_answer->assessment.evidence) {
        auto* label = wrappingLabel(13, 400, Ink::Text, m_review);
        label->setText(
            QStringLiteral("%1  %2 (%3)").arg(signOf(row.sign), words::evidence(row), words::evidenceSource(row)));
        label->setAccessibleName(spoken(row.sign).arg(words::evidence(row)));
        m_evidence->addWidget(label);
    }
}

void IncidentsPanel::copy(const QString& text) const { QGuiApplication::clipboard()->setText(text); }

void IncidentsPanel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), themeInForce().surface);
}

} // namespace kpwatch
