// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/timeline_accessible.h"

#include "ui/live/hover_card.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

class Cell : public QAccessibleInterface, public QAccessibleTableCellInterface {
  public:
    Cell(const TimelineAccessible& table, int row, int column) : m_table(table), m_row(row), m_column(column) {}

    bool isValid() const override { return m_table.laneRow(m_row) != nullptr; }
    QObject* object() const override { return nullptr; }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
    }
    QAccessibleInterface* parent() const override { return owner(); }
    QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface* /*child*/) const override { return -1; }
    QString text(QAccessible::Text what) const override {
        return what == QAccessible::Name ? m_table.cellWords(m_row, m_column) : QString();
    }
    void setText(QAccessible::Text /*what*/, const QString& /*text*/) override {}
    QRect rect() const override { return m_table.cellRect(m_row, m_column); }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override {
        QAccessible::State now;
        now.readOnly = true;
        now.invisible = m_table.cellWords(m_row, m_column).isEmpty();
        return now;
    }

    bool isSelected() const override { return m_table.isRowSelected(m_row); }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return owner(); }

  private:
    QAccessibleInterface* owner() const { return QAccessible::queryAccessibleInterface(m_table.object()); }
    const TimelineAccessible& m_table;
    int m_row, m_column;
};

} // namespace

TimelineAccessible::TimelineAccessible(TimelineWidget& timeline)
    : QAccessibleWidget(&timeline, QAccessible::Table), m_timeline(timeline) {}

TimelineAccessible::~TimelineAccessible() {
    for (const auto& [place, id] : m_cells)
        QAccessible::deleteAccessibleInterface(id);
}

void* TimelineAccessible::interface_cast(QAccessible::InterfaceType type) {
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface* TimelineAccessible::child(int index) const {
    const int columns = columnCount();
    return columns > 0 && index >= 0 ? cellAt(index / columns, index % columns) : nullptr;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface* child) const {
    for (const auto& [place, id] : m_cells)
        if (QAccessible::accessibleInterface(id) == child)
            return place.first * columnCount() + place.second;
    return -1;
}

QAccessibleInterface* TimelineAccessible::cellAt(int row, int column) const {
    if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
        return nullptr;
    const auto [place, fresh] = m_cells.try_emplace({row, column});
    if (fresh)
        place->second = QAccessible::registerAccessibleInterface(new Cell(*this, row, column)); // takes it over
    return QAccessible::accessibleInterface(place->second);
}

int TimelineAccessible::rowCount() const {
    const auto& rows = m_timeline.rows();
    return static_cast<int>(std::ranges::count_if(rows, [](const TimelineRow& row) { return row.lane != nullptr; }));
}

int TimelineAccessible::columnCount() const {
    std::size_t most = 0;
    for (const TimelineRow& row : m_timeline.rows())
        if (row.lane != nullptr)
            most = std::max(most, stretchCount(row));
    return static_cast<int>(most);
}

const TimelineRow* TimelineAccessible::laneRow(int row) const {
    for (const TimelineRow& each : m_timeline.rows())
        if (each.lane != nullptr && row-- == 0)
            return &each;
    return nullptr;
}

QString TimelineAccessible::rowDescription(int row) const {
    const TimelineRow* const lane = laneRow(row);
    return lane == nullptr ? QString() : QStringLiteral("%1, %2").arg(lane->fullName, lane->value);
}

QString TimelineAccessible::cellWords(int row, int column) const {
    const TimelineRow* const lane = laneRow(row);
    return lane == nullptr || std::cmp_greater_equal(column, stretchCount(*lane))
               ? QString()
               : m_timeline.wordsOf(*lane, static_cast<std::size_t>(column)).spoken();
}

QRect TimelineAccessible::cellRect(int row, int column) const {
    const TimelineRow* const lane = laneRow(row);
    if (lane == nullptr || std::cmp_greater_equal(column, stretchCount(*lane)))
        return {};
    const QRect here = m_timeline.rectOf(*lane, stretchOf(*lane, static_cast<std::size_t>(column)));
    return {m_timeline.mapToGlobal(here.topLeft()), here.size()};
}

QList<int> TimelineAccessible::selectedRows() const {
    for (int row = 0; row < rowCount(); ++row)
        if (laneRow(row)->lane->id == m_timeline.view().lane())
            return {row};
    return {};
}

bool TimelineAccessible::selectRow(int row) {
    const TimelineRow* const lane = laneRow(row);
    if (lane == nullptr)
        return false;
    ViewState view = m_timeline.view();
    view.selectLane(lane->lane->id);
    m_timeline.setView(view);
    return true;
}

void installTimelineAccessible() {
    static const bool once = [] {
        QAccessible::installFactory([](const QString& /*key*/, QObject* object) -> QAccessibleInterface* {
            auto* const timeline = qobject_cast<TimelineWidget*>(object);
            return timeline == nullptr ? nullptr : new TimelineAccessible(*timeline); // Qt takes it over
        });
        return true;
    }();
    (void)once;
}

} // namespace kpwatch
