// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline for screen readers, which see nothing of what is painted: a table with a row for each lane or comparison
// and a cell for each stretch of it in view, in the words of the card that the pointer opens. Cells are made when they
// are asked for. GUI thread.
#pragma once

#include "ui/live/timeline_widget.h"

#include <QAccessibleWidget>

#include <map>

namespace kpwatch {

class TimelineAccessible : public QAccessibleWidget, public QAccessibleTableInterface {
  public:
    explicit TimelineAccessible(TimelineWidget& timeline);
    ~TimelineAccessible() override;

    // QAccessibleInterface
    void* interface_cast(QAccessible::InterfaceType type) override;
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;

    // QAccessibleTableInterface
    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override; // an empty one past the last stretch of a lane
    int rowCount() const override;
    int columnCount() const override; // as many as the lane with the most stretches has
    QString rowDescription(int row) const override;
    QString columnDescription(int /*column*/) const override { return {}; }
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface*> selectedCells() const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    bool isColumnSelected(int /*column*/) const override { return false; }
    int selectedRowCount() const override { return static_cast<int>(selectedRows().size()); }
    QList<int> selectedRows() const override; // the selected lane
    bool isRowSelected(int row) const override { return selectedRows().contains(row); }
    bool selectRow(int row) override;
    bool selectColumn(int /*column*/) override { return false; }
    bool unselectRow(int /*row*/) override { return false; }
    bool unselectColumn(int /*column*/) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent* /*event*/) override {}

    // For its cells; nullptr and empty where there is none any more.
    const TimelineRow* laneRow(int row) const;
    QString cellWords(int row, int column) const;
    QRect cellRect(int row, int column) const; // on the screen

  private:
    TimelineWidget& m_timeline;
    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

// From now on every timeline has it.
void installTimelineAccessible();

} // namespace kpwatch
