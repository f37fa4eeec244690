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
    // Of the same lanes, rows stay where they are as far as their stretches are the same: who reads one keeps it.
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
    struct Stretch {
        TimeRange range;
        int what = 0, why = 0;
    };
    struct Block { // of rows: those of a lane, or of a comparison
        Row first;
        std::string lane, desk;
        std::vector<Stretch> stretches;
    };
    static std::vector<Block> blocksOf(const Timeline& timeline, const std::vector<DeskTimeline>& desks);
    static bool isSameBlock(const Block& one, const Block& other);
    struct Kept {
        std::size_t first = 0, count = 0;
    };
    static Kept keptOf(const std::vector<Stretch>& before, const std::vector<Stretch>& after);
    std::vector<std::size_t> dropGone(const std::vector<Block>& before, const std::vector<Block>& after);
    void drop(std::size_t row, std::size_t count);
    void insert(std::size_t row, const Block& block, std::size_t from_span);
    void addRows(std::size_t row, const Block& block, std::size_t from_span);
    const Lane& laneOf(const Row& row) const;
    QString laneName(const Row& row) const;
    QString text(const Row& row, Column column) const;

    Timeline m_timeline;
    std::vector<DeskTimeline> m_desks;
    std::vector<Row> m_rows;
};

} // namespace kpwatch
