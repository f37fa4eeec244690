// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_list_model.h"

namespace kpwatch {

IncidentListModel::IncidentListModel(const Watchlist& watchlist, QObject* parent)
    : QAbstractListModel(parent), m_watchlist(watchlist) {}

void IncidentListModel::setLog(std::vector<Incident> log, std::shared_ptr<const WatchedThen> then) {
    beginResetModel();
    m_log = std::move(log);
    m_then = std::move(then);
    m_searched.assign(m_log.size(), {});
    endResetModel();
}

std::string IncidentListModel::idAt(int row) const {
    return row < 0 || row >= rowCount() ? std::string() : incident(row).id;
}

int IncidentListModel::rowOf(const std::string& id) const {
    for (int row = 0; row < rowCount(); ++row)
        if (incident(row).id == id)
            return row;
    return -1;
}

int IncidentListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_log.size());
}

QVariant IncidentListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Incident& incident = this->incident(index.row());
    const Watchlist& watchlist = m_then ? m_then->of(incident) : m_watchlist;
    if (role == SearchRole) {
        QString& text = m_searched[static_cast<std::size_t>(index.row())];
        if (text.isEmpty())
            text = searchedText(incident, watchlist);
        return text;
    }
    if (role == WordsRole)
        return QVariant::fromValue(rowWords(incident, watchlist));
    if (role == Qt::AccessibleTextRole)
        return rowWords(incident, watchlist).sentence();
    if (role == Qt::ToolTipRole)
        return rowWords(incident, watchlist).which();
    return role == Qt::DisplayRole ? QVariant(rowWords(incident, watchlist).spoken()) : QVariant();
}

} // namespace kpwatch
