// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/timeline_table.h"

#include "ui/live/controls.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace kpwatch {

TimelineTable::TimelineTable(QWidget* parent)
    : QDialog(parent), m_model(new SpanTableModel(this)), m_filtered(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit(this)), m_simulated(new SimulatedBadge(this)), m_view(new QTableView(this)) {
    setWindowTitle(tr("Timeline as a table"));
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1); // in any of them
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search: a site, a state, a day"));
    m_search->setAccessibleName(tr("Search the table"));
    m_search->setClearButtonEnabled(true);
    m_search->setFont(kpwatch::font(13));
    connect(m_search, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    m_view->setModel(m_filtered);
    m_view->setAccessibleName(tr("Timeline, one row for each stretch of each lane"));
    m_view->setFont(kpwatch::font(13));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false); // Tab leaves the table
    m_view->setAlternatingRowColors(true);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    addToMenu(*m_view, tr("Copy the rows"), [this] { copySelected(); }).setShortcut(QKeySequence::Copy);
    m_simulated->hide();
    auto* above = new QHBoxLayout;
    above->addWidget(m_search, 1);
    above->addWidget(m_simulated);
    auto* column = new QVBoxLayout(this);
    column->addLayout(above);
    column->addWidget(m_view, 1);
    resize(1180, 620);
    m_view->setFocus();
}

void TimelineTable::setTimeline(const Timeline& timeline, const std::vector<DeskTimeline>& desks) {
    const bool first = m_model->rowCount() == 0;
    m_model->setTimeline(timeline, desks);
    m_simulated->setVisible(timeline.simulated);
    if (first)
        makeRoom();
}

// As wide as its columns, or with a scroll bar: why something was so is not cut.
void TimelineTable::makeRoom() {
    QHeaderView& header = *m_view->horizontalHeader();
    header.setStretchLastSection(false);
    m_view->resizeColumnsToContents();
    const int wanted = header.length() + 60; // and the scroll bar, and margins
    resize(std::max(width(), std::min(wanted, screen()->availableSize().width() - 40)), height());
    header.setStretchLastSection(wanted <= width());
}

void TimelineTable::copySelected() {
    const auto line = [this](auto&& cell) {
        QStringList cells;
        for (int column = 0; column < m_filtered->columnCount(); ++column)
            cells << cell(column).toString();
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines{line([this](int column) { return m_filtered->headerData(column, Qt::Horizontal); })};
    for (const QModelIndex& row : m_view->selectionModel()->selectedRows())
        lines << line([&](int column) { return row.siblingAtColumn(column).data(); });
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace kpwatch
