// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as a table: one row for each stretch of each lane, in lane order, then in order of time. For those who
// would rather read than look, and for screen readers. GUI thread.
#pragma once

#include "app/story/timeline.h"

#include <QAbstractTableModel>

namespace kpwatch {

class SpanTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { LaneName, State, FromKst, ToKst, FromUtc, ToUtc, Lasted, Why, Columns };

    explicit SpanTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setTimeline(const Timeline& timeline); // replaces all rows, unless they would be the same

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    struct Row {
        std::size_t lane = 0, span = 0;
        bool operator==(const Row&) const = default;
    };
    QString text(const Row& row, Column column) const;

    Timeline m_timeline;
    std::vector<Row> m_rows;
};

} // namespace kpwatch
