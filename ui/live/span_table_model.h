// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as a table: one row for each stretch of each lane, in lane order, then in order of time; then the lanes
// of other desks, each followed by its comparison with ours. For those who would rather read than look, and for screen
// readers. GUI thread.
#pragma once

#include "app/history/desk_timeline.h"

#include <QAbstractTableModel>

namespace kpwatch {

class SpanTableModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { LaneName, State, FromKst, ToKst, FromUtc, ToUtc, Lasted, Why, Columns };

    explicit SpanTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    // Replaces all rows, unless they would be the same.
    void setTimeline(const Timeline& timeline, const std::vector<DeskTimeline>& desks = {});

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    struct Row {
        std::optional<std::size_t> desk{}; // ours without
        std::size_t lane = 0, span = 0;
        bool compares = false; // the span is one of the comparison
    };
    void addLane(Row first, std::size_t spans);
    const Lane& laneOf(const Row& row) const;
    QString laneName(const Row& row) const;
    QString text(const Row& row, Column column) const;

    Timeline m_timeline;
    std::vector<DeskTimeline> m_desks;
    std::vector<Row> m_rows;
};

} // namespace kpwatch
