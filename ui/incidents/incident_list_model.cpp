// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incident_list_model.h"

#include "app/words/incident.h"
#include "app/words/words.h"

namespace kpwatch {

IncidentListModel::IncidentListModel(const Watchlist& watchlist, QObject* parent)
    : QAbstractListModel(parent), m_watchlist(watchlist) {}

void IncidentListModel::setLog(std::vector<Incident> log) {
    beginResetModel();
    m_log = std::move(log);
    endResetModel();
}

std::string IncidentListModel::idAt(int row) const { return row < 0 || row >= rowCount() ? std::string() : at(row).id; }

int IncidentListModel::rowOf(const std::string& id) const {
    for (int row = 0; row < rowCount(); ++row)
        if (at(row).id == id)
            return row;
    return -1;
}

int IncidentListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_log.size());
}

QVariant IncidentListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const Incident& incident = at(index.row());
    const QString length = words::lengthOf(incident.lengths.untilSteady, incident.lengths);
    return QStringLiteral("%1\n%2, %3")
        .arg(words::stampKst(incident.began.by), words::silentOnes(incident, m_watchlist),
             incident.over() ? length : tr("%1, not over").arg(length));
}

} // namespace kpwatch
