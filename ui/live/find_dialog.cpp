// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/find_dialog.h"

#include "app/words/korea_time.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/state_weight.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kpwatch {

// --- what was found ---

void FoundModel::setRecord(const Timeline& record) {
    beginResetModel();
    m_all = stretches(record);
    narrow();
    endResetModel();
}

void FoundModel::seek(const Sought& wanted) {
    beginResetModel();
    m_wanted = wanted;
    narrow();
    endResetModel();
}

void FoundModel::narrow() {
    m_found.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (matches(m_all[i], m_wanted))
            m_found.push_back(i);
}

int FoundModel::mostTelling() const {
    const auto tells = [this](std::size_t one) {
        return std::pair(weightOf(m_all[one].verdict), m_all[one].range.length());
    };
    const auto most = std::ranges::max_element(m_found, {}, tells);
    return most == m_found.end() ? -1 : static_cast<int>(most - m_found.begin());
}

int FoundModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

int FoundModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int{columns}; }

QVariant FoundModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const Stretch& stretch = at(index.row());
    switch (static_cast<Column>(index.column())) {
    case When:
        return stretch.when;
    case Name:
        return stretch.name;
    case State:
        return stretch.state;
    case Lasted:
        return stretch.lasted;
    case Why:
        return stretch.why;
    case columns:
        break;
    }
    return {};
}

QVariant FoundModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case When:
        return tr("From (Korea time)");
    case Name:
        return tr("Lane");
    case State:
        return tr("State");
    case Lasted:
        return tr("Lasted");
    case Why:
        return tr("Why");
    case columns:
        break;
    }
    return {};
}

// --- the dialog ---

FindDialog::FindDialog(QWidget* parent)
    : QDialog(parent), m_model(new FoundModel(this)), m_field(new QLineEdit(this)), m_view(new QTableView(this)),
      m_count(new TextLabel(12, 400, Ink::Text2, this)), m_day(new Button(QString(), ButtonKind::Plain, this)),
      m_simulated(new SimulatedBadge(this)) {
    setWindowTitle(tr("Find"));
    m_field->setPlaceholderText(tr("A day, a site, a state: last Tuesday · 6 March · KCNA not answering"));
    m_field->setAccessibleName(tr("What to find"));
    m_day->hide();
    m_field->setClearButtonEnabled(true);
    m_field->setFont(kpwatch::font(13));
    connect(m_field, &QLineEdit::textChanged, this, &FindDialog::seek);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_view->currentIndex().isValid())
            go(m_view->currentIndex());
        else if (!m_day->isHidden())
            goToDay();
    });
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("What was found, newest first"));
    m_view->setFont(kpwatch::font(13));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setStretchLastSection(true);
    connect(m_view, &QTableView::activated, this, &FindDialog::go);
    addToMenu(*m_view, tr("Show in the timeline"), [this] {
        if (m_view->currentIndex().isValid())
            go(m_view->currentIndex());
    });
    connect(m_day, &QAbstractButton::clicked, this, &FindDialog::goToDay);
    auto* above = new QHBoxLayout;
    above->addWidget(m_field, 1);
    above->addWidget(m_simulated);
    auto* below = new QHBoxLayout;
    below->addWidget(m_count, 1);
    below->addWidget(m_day);
    auto* column = new QVBoxLayout(this);
    column->addLayout(above);
    column->addWidget(m_view, 1);
    column->addLayout(below);
    resize(940, 480);
}

void FindDialog::begin(bool simulated, UtcTime now) {
    m_now = now;
    m_simulated->setVisible(simulated);
    m_field->setFocus();
    m_field->selectAll();
    seek();
}

void FindDialog::setRecord(const Timeline& record) {
    const int chosen = m_view->currentIndex().row(), before = m_model->rowCount();
    m_firstCheck = firstCheck(record);
    m_model->setRecord(record);
    seek();
    if (chosen >= 0 && before == m_model->rowCount()) // the same list, read again
        m_view->setCurrentIndex(m_model->index(chosen, 0));
}

void FindDialog::seek() {
    m_wanted = sought(m_field->text(), inKorea(m_now).date());
    m_model->seek(m_wanted);
    const int count = m_model->rowCount();
    m_view->setCurrentIndex(m_model->index(m_model->mostTelling(), 0)); // what Enter shows is seen
    widen();
    const QString day = m_wanted.day ? words::weekdayDayKst(dayInKorea(*m_wanted.day).begin) : QString();
    const bool tooEarly = m_wanted.day && m_firstCheck && dayInKorea(*m_wanted.day).end <= *m_firstCheck;
    if (tooEarly)
        m_count->setText(tr("%1 was before the first check, %2.").arg(day, words::stampKst(*m_firstCheck)));
    else if (m_wanted.day)
        m_count->setText(count == 0 ? tr("Nothing but answers is recorded on %1, Korea time.").arg(day)
                                    : tr("%n stretches on %1, Korea time", nullptr, count).arg(day));
    else
        m_count->setText(tr("%n stretches", nullptr, count));
    m_day->setVisible(m_wanted.day && !tooEarly);
    m_day->setText(tr("Show all of %1").arg(day));
    m_day->updateGeometry();
}

// As wide as what is in them, and never narrower again: columns do not dance while somebody types.
void FindDialog::widen() {
    const QAbstractItemView* const view = m_view;
    constexpr int room = 16;
    for (int column = 0; column + 1 < m_model->columnCount(); ++column)
        m_view->setColumnWidth(column, std::max({m_view->columnWidth(column), view->sizeHintForColumn(column) + room,
                                                 m_view->horizontalHeader()->sectionSizeHint(column) + room}));
}

void FindDialog::go(const QModelIndex& index) {
    const Stretch stretch = m_model->at(index.row());
    hide();
    Q_EMIT found(stretch.lane, stretch.range);
}

void FindDialog::goToDay() {
    hide();
    Q_EMIT found({}, dayInKorea(*m_wanted.day));
}

} // namespace kpwatch
