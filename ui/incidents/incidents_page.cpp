// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidents_page.h"

#include "app/words/incident.h"
#include "app/words/tr.h"
#include "app/words/words.h"
#include "ui/incidents/incident_list_model.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incident_review.h"
#include "ui/incidents/incident_row.h"
#include "ui/incidents/incident_words.h"
#include "ui/incidents/log_filter.h"
#include "ui/incidents/other_lists.h"
#include "ui/live/controls.h"
#include "ui/live/regions.h"
#include "ui/live/trouble_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QStringListModel>

#include <functional>

namespace kpwatch {

using words::Tr;

// Of the record as far as it can be read.
static QString after(const QString& none, const IncidentsAnswer& answer) {
    return answer.inRepair ? none + QLatin1Char(' ') +
                                 Tr::tr("The earlier record is damaged and being repaired; what it holds is listed "
                                        "here once it is back.")
                           : none;
}

QString noIncidents(const IncidentsAnswer& answer) {
    return after(answer.firstRowAt ? Tr::tr("No incidents recorded since %1.").arg(words::stampKst(*answer.firstRowAt))
                                   : Tr::tr("No incidents recorded."),
                 answer);
}

static QString afterRepair() {
    return IncidentsPage::tr("What was recorded earlier is listed again once it is repaired.");
}

QString unreadable(const IncidentsAnswer& answer) {
    return answer.inRepair ? afterRepair() : troubleWords(*answer.trouble);
}

static QString noSpells(const IncidentsAnswer& answer) {
    return after(answer.firstRowAt
                     ? IncidentsPage::tr("None recorded since %1.").arg(words::stampKst(*answer.firstRowAt))
                     : IncidentsPage::tr("None recorded."),
                 answer);
}

static constexpr std::chrono::milliseconds untilItIsSaid{150};

IncidentsPage::IncidentsPage(const Watchlist& watchlist, bool simulated, QWidget* parent)
    : QWidget(parent), m_watchlist(watchlist), m_model(new IncidentListModel(watchlist, this)),
      m_filtered(new FilteredLog(this)), m_stack(new QStackedWidget(this)), m_otherLines(new QStringListModel(this)) {
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(IncidentListModel::SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_review = new IncidentReview(watchlist, simulated, m_stack);
    m_stack->addWidget(makeLog());
    m_stack->addWidget(m_review);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_review, &IncidentReview::backWanted, this, &IncidentsPage::showLog);
    connect(m_review, &IncidentReview::stepWanted, this, &IncidentsPage::step);
    connect(m_review, &IncidentReview::latencyWanted, this, &IncidentsPage::queryWanted);
    connect(m_review, &IncidentReview::seenWanted, this, &IncidentsPage::seenWanted);
    connect(m_review, &IncidentReview::said, this, &IncidentsPage::said);
    connect(m_review, &IncidentReview::packWanted, this, &IncidentsPage::packWanted);
    setFocusProxy(m_list);
    m_reads.start();
    follow();
}

QWidget* IncidentsPage::makeLog() {
    auto* log = new QWidget(m_stack);
    auto* title = new TextLabel(24, 600, Ink::Text, log);
    title->setText(tr("Incidents"));
    m_search = new QLineEdit(log);
    m_search->setObjectName(QStringLiteral("incident-search"));
    m_search->setPlaceholderText(tr("Search: a site, a day"));
    m_search->setAccessibleName(tr("Search the incidents"));
    m_search->setClearButtonEnabled(true);
    m_search->setFont(kpwatch::font(13));
    m_search->setMinimumSize(qRound(280 * textScale()), qRound(34 * textScale()));
    m_search->setTextMargins(6, 0, 6, 0);
    m_none = new TextLabel(15, 500, Ink::Text2, log);
    m_none->setWordWrap(true);
    m_list = new QListView(log);
    m_list->setObjectName(QStringLiteral("incident-log"));
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new IncidentDelegate(m_list));
    m_list->setUniformItemSizes(true); // ten thousand rows are laid out at once
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Incidents"));
    m_filter = new LogFilter(log);
    m_others = new QListView(log);
    m_others->setObjectName(QStringLiteral("other-log"));
    m_others->setModel(m_otherLines);
    m_others->setUniformItemSizes(true);
    m_others->setSpacing(2);
    m_others->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_others->setFont(kpwatch::font(13));
    m_full = new QPlainTextEdit(log);
    m_full->setObjectName(QStringLiteral("reported-in-full"));
    m_full->setReadOnly(true);
    m_full->setTabChangesFocus(true);
    m_full->setFont(kpwatch::font(13));
    m_full->setAccessibleName(tr("What each source said"));
    m_apart = new TextLabel(13, 400, Ink::Text2, log);
    m_apart->setText(words::reportedElsewhere());
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_search);
    auto* column = new QVBoxLayout(log);
    column->setContentsMargins(24, 18, 24, 18);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_filter);
    column->addWidget(m_none);
    column->addWidget(m_apart);
    column->addWidget(m_list, 1);
    column->addWidget(m_others, 1);
    column->addWidget(m_full, 1);
    connectLog();
    return log;
}

void IncidentsPage::connectLog() {
    m_reads.setInterval(untilItIsSaid);
    m_reads.setSingleShot(true);
    connect(&m_reads, &QTimer::timeout, this, &IncidentsPage::follow);
    connect(m_filter, &LogFilter::changed, this, [this] {
        m_reads.start();
        follow();
        Q_EMIT queryWanted();
    });
    connect(m_filter, &LogFilter::reordered, this, [this] {
        reorder();
        m_list->scrollToTop();
        Q_EMIT reordered();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setFilterFixedString(searchedFor(text));
        follow();
    });
    const auto toFound = [this] {
        m_list->setCurrentIndex(m_filtered->index(0, 0));
        m_list->setFocus(Qt::OtherFocusReason);
    };
    connect(m_search, &QLineEdit::returnPressed, this, toFound);
    auto* const down = new QShortcut(Qt::Key_Down, m_search);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, toFound);
    const auto open = [this](const QModelIndex& index) {
        openIncident(m_model->idAt(m_filtered->mapToSource(index).row()));
    };
    const auto onRow = [](QListView& list, const QString& text, const std::function<void(const QModelIndex&)>& run) {
        addToMenu(list, text, [&list, run] {
            if (list.currentIndex().isValid()) // the press has chosen it
                run(list.currentIndex());
        });
    };
    const auto copy = [](const QModelIndex& index) { QGuiApplication::clipboard()->setText(index.data().toString()); };
    onRow(*m_list, IncidentPane::tr("Review this incident"), open);
    onRow(*m_list, IncidentPane::tr("Copy this line"), copy);
    onRow(*m_others, IncidentPane::tr("Copy this line"), copy);
    connect(m_others->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& chosen) { showInFull(chosen.row()); });
    connect(m_list, &QListView::activated, this, open); // not by a single click: another would hit what comes instead
    auto* const leave = new QShortcut(Qt::Key_Escape, m_list); // which would search for it
    leave->setContext(Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, &IncidentsPage::showLog);
}

bool IncidentsPage::reviews() const { return m_stack->currentWidget() == m_review; }

const IncidentsAnswer* IncidentsPage::reviewed() const { return reviews() && m_answer ? &*m_answer : nullptr; }

IncidentsQuery IncidentsPage::query(UtcTime now) const {
    return {.id = m_wanted,
            .now = now,
            .latencyOf = m_review->latencyOf(),
            .filter = m_filter->filter(now),
            .spells = m_filter->spells()};
}

LogOrder IncidentsPage::order() const { return m_filter->order(); }

void IncidentsPage::setOrder(LogOrder order) {
    m_filter->setOrder(order);
    reorder();
}

void IncidentsPage::reorder() {
    m_filtered->setOrder(m_filter->order());
    follow();
}

void IncidentsPage::offerPacks(bool offered) { m_review->offerPacks(offered); }

void IncidentsPage::setNotes(const Notes* notes) { m_review->setNotes(notes); }

// A list of their own, a line each: they are no incidents.
void IncidentsPage::showOthers() {
    const Listed listed = m_filter->listed();
    const bool incidents = listed == Listed::Incidents;
    m_list->setVisible(incidents);
    m_search->setVisible(incidents);
    m_others->setVisible(!incidents);
    m_apart->setVisible(listed == Listed::ReportedElsewhere);
    m_full->setVisible(listed == Listed::ReportedElsewhere);
    if (incidents)
        return;
    QStringList lines;
    if (listed == Listed::ReportedElsewhere)
        lines = reportedLines();
    else if (m_answer && m_answer->query.spells == m_filter->spells())
        lines = spellLines(m_answer->spells, m_answer->then ? m_answer->then->ever() : m_watchlist, m_answer->asOf);
    if (lines != m_otherLines->stringList())
        m_otherLines->setStringList(lines);
    if (listed == Listed::ReportedElsewhere && !m_others->currentIndex().isValid())
        m_others->setCurrentIndex(m_otherLines->index(0));
    m_others->setAccessibleName(listed == Listed::ReportedElsewhere ? words::reportedElsewhere()
                                                                    : tr("The latest first"));
}

// As text and not as links: nothing of ours asks those pages.
void IncidentsPage::showInFull(int line) {
    if (m_filter->listed() == Listed::ReportedElsewhere)
        m_full->setPlainText(reportedInFull(line).join(QLatin1Char('\n')));
}

void IncidentsPage::setNewsroom(const QString& newsroom, const QString& place) {
    m_review->setNewsroom(newsroom, place);
}

void IncidentsPage::openIncident(const std::string& id) {
    if (id.empty())
        return;
    m_wanted = id;
    select(id);
    follow();
    Q_EMIT queryWanted();
}

void IncidentsPage::showLog() {
    m_wanted.clear();
    follow();
    m_list->setFocus(Qt::OtherFocusReason);
}

void IncidentsPage::beginSearch() {
    showLog();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void IncidentsPage::cycleRegion(int direction) {
    if (reviews())
        return m_review->cycleRegion(direction);
    const bool incidents = m_filter->listed() == Listed::Incidents;
    std::vector<QWidget*> regions{m_filter, incidents ? m_list : m_others};
    if (incidents)
        regions.insert(regions.begin(), m_search);
    focusNextRegion(regions, direction);
}

void IncidentsPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_wanted.empty()) // one that is still to be read, too
        showLog();
    else
        QWidget::keyPressEvent(event);
}

void IncidentsPage::step(int rows) {
    const QModelIndex next = m_filtered->index(m_list->currentIndex().row() + rows, 0);
    if (next.isValid())
        openIncident(m_model->idAt(m_filtered->mapToSource(next).row()));
}

void IncidentsPage::select(const std::string& id) {
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_list->setCurrentIndex(m_filtered->mapFromSource(m_model->index(row)));
}

void IncidentsPage::setAnswer(const IncidentsAnswer& answer) {
    m_answer = answer;
    const int reached = m_list->verticalScrollBar()->value();
    const std::string current =
        m_list->currentIndex().isValid() ? m_model->idAt(m_filtered->mapToSource(m_list->currentIndex()).row()) : "";
    m_filtered->setPassing({}); // those of the log before
    m_model->setLog(answer.log, answer.then);
    m_filtered->setPassing(answer.passing);
    if (!m_wanted.empty() && answer.query.id == m_wanted && answer.shown)
        m_wanted = answer.log[*answer.shown].id; // it may have merged with another
    select(m_wanted.empty() ? current : m_wanted);
    m_list->verticalScrollBar()->setValue(reached); // who reads further down stays there
    follow();
}

// The review waits for its answer: another incident's would be read for this one.
void IncidentsPage::follow() {
    const bool open =
        !m_wanted.empty() && m_answer && m_answer->shown && m_answer->log[*m_answer->shown].id == m_wanted;
    if (open) {
        m_review->setAnswer(*m_answer);
        const int row = m_list->currentIndex().row();
        m_review->setNeighbours(row > 0, row + 1 < m_filtered->rowCount());
    }
    if (open && !reviews()) {
        m_stack->setCurrentWidget(m_review);
        m_review->toTop();
    } else if (m_wanted.empty()) {
        m_stack->setCurrentIndex(0);
    }
    setFocusProxy(reviews() ? static_cast<QWidget*>(&m_review->back()) : m_list);
    showOthers();
    const QString empty = emptyWords();
    m_none->setVisible(!empty.isEmpty());
    m_none->setText(empty);
}

bool IncidentsPage::isBehind() const {
    return m_answer && !m_answer->trouble && m_answer->query.filter != m_filter->filter(m_answer->query.now);
}

// Why nothing is listed, or not all; or what is was not chosen. Empty otherwise.
QString IncidentsPage::emptyWords() const {
    const Listed listed = m_filter->listed();
    const bool incidents = listed == Listed::Incidents;
    if (incidents && isBehind() && !m_reads.isActive()) // the first look at all shapes takes a second in a long record
        return tr("Reading the record…");
    if (incidents && !m_answer)
        return m_reads.isActive() ? QString() : tr("Reading the record…");
    const int rows = incidents ? m_filtered->rowCount() : m_otherLines->rowCount();
    if (listed == Listed::ReportedElsewhere)
        return {};
    if (rows > 0)
        return m_answer && m_answer->inRepair ? afterRepair() : QString();
    if (m_answer && m_answer->trouble)
        return unreadable(*m_answer);
    if (!m_answer || (!incidents && m_answer->query.spells != m_filter->spells()))
        return tr("Reading the record…");
    if (!incidents)
        return noSpells(*m_answer);
    if (m_model->rowCount() == 0)
        return noIncidents(*m_answer);
    return m_search->text().isEmpty() ? tr("None of them is of that kind.") : tr("None of them is called so.");
}

} // namespace kpwatch
