// SPDX-License-Identifier: GPL-3.0-or-later
// The log of incidents as a list, the latest first: who did not answer, when, for how long. GUI thread.
#pragma once

#include "ui/incidents/incident_words.h"

#include <QAbstractListModel>

namespace kpwatch {

class IncidentListModel : public QAbstractListModel {
    Q_OBJECT
  public:
    static constexpr int WordsRole = Qt::UserRole; // IncidentRowWords; the display role is all of them in one line
    static constexpr int SearchRole = Qt::UserRole + 1;

    explicit IncidentListModel(const Watchlist& watchlist, QObject* parent = nullptr);

    // In order of begin; told by the lists of their time, or all by today's.
    void setLog(std::vector<Incident> log, std::shared_ptr<const WatchedThen> then = {});
    std::string idAt(int row) const;
    const Incident& incident(int row) const { return m_log[m_log.size() - 1 - static_cast<std::size_t>(row)]; }
    int rowOf(const std::string& id) const; // -1 if it is not there

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override; // what a row says, made when it is looked at

  private:
    const Watchlist& m_watchlist;
    std::shared_ptr<const WatchedThen> m_then;
    std::vector<Incident> m_log;
    mutable std::vector<QString> m_searched; // by row; every letter that is typed asks for all of them
};

} // namespace kpwatch

Q_DECLARE_METATYPE(kpwatch::IncidentRowWords)
