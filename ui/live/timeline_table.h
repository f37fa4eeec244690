// SPDX-License-Identifier: GPL-3.0-or-later
// The range in view as a table that can be searched and sorted by keyboard. GUI thread.
#pragma once

#include "ui/live/span_table_model.h"

#include <QDialog>

class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace kpwatch {

class SimulatedBadge;

class TimelineTable : public QDialog {
    Q_OBJECT
  public:
    explicit TimelineTable(QWidget* parent = nullptr);
    void setTimeline(const Timeline& timeline, const std::vector<DeskTimeline>& desks = {});

  private:
    void makeRoom();
    void copySelected(); // tab-separated, with the header

    SpanTableModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_search;
    SimulatedBadge* m_simulated;
    QTableView* m_view;
};

} // namespace kpwatch
