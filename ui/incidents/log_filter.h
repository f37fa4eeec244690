// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of incidents is narrowed to: what is listed at all, and by scope, shape, length and time; and in which
// order it stands. GUI thread.
#pragma once

#include "app/story/incident_filter.h"
#include "ui/incidents/log_order.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QGridLayout;

namespace kpwatch {

class Selector;

enum class Listed { Incidents, Degraded, ErrorPages, ReportedElsewhere };

class LogFilter : public QWidget {
    Q_OBJECT
  public:
    explicit LogFilter(QWidget* parent = nullptr);
    Listed listed() const;
    IncidentFilter filter(UtcTime now) const;
    std::optional<Verdict> spells() const; // if such are listed
    LogOrder order() const;
    void setOrder(LogOrder order);
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void changed();
    void reordered();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void follow();
    void arrange(); // in rows, as many beside each other as fit
    QGridLayout* m_grid;
    int m_columns = 0;
    Selector* m_listed;
    Selector* m_scope;
    Selector* m_pattern;
    Selector* m_length;
    Selector* m_time;
    Selector* m_order;
};

// The log, an IncidentListModel, narrowed by text and by what the archive found to pass, in the order that is wanted.
class FilteredLog : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setOrder(LogOrder order);
    void setPassing(std::vector<bool> passing); // in order of begin, while the list has the latest first

  protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

  private:
    LogOrder m_order = LogOrder::Newest;
    std::vector<bool> m_passing;
};

} // namespace kpwatch
