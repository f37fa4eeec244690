// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what happened: every stretch of the whole record in which something was not as it should be, narrowed by what
// is typed; Enter shows it in the timeline. GUI thread.
#pragma once

#include "ui/live/find_words.h"

#include <QAbstractTableModel>
#include <QDialog>

class QLineEdit;
class QModelIndex;
class QTableView;

namespace kpwatch {

class Button;
class SimulatedBadge;
class TextLabel;

class FoundModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { When, Name, State, Lasted, Why, columns };
    explicit FoundModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setRecord(const Timeline& record);
    void seek(const Sought& wanted);
    int mostTelling() const; // row of the worst, of those the longest; -1 if there is none
    const Stretch& at(int row) const { return m_all[m_found[static_cast<std::size_t>(row)]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    void narrow();
    std::vector<Stretch> m_all;
    std::vector<std::size_t> m_found;
    Sought m_wanted;
};

class FindDialog : public QDialog {
    Q_OBJECT
  public:
    explicit FindDialog(QWidget* parent = nullptr);
    void begin(bool simulated, UtcTime now); // the field ready for typing
    void setRecord(const Timeline& record);

  Q_SIGNALS:
    void found(const std::string& lane, TimeRange span); // of an empty lane: a day

  private:
    void seek();
    void widen();
    void go(const QModelIndex& index);
    void goToDay();

    FoundModel* m_model;
    QLineEdit* m_field;
    QTableView* m_view;
    TextLabel* m_count;
    Button* m_day;
    SimulatedBadge* m_simulated;
    Sought m_wanted;
    UtcTime m_now;
    std::optional<UtcTime> m_firstCheck;
};

} // namespace kpwatch
