// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/span_table_model.h"

#include "app/story/down_length.h"
#include "app/words/compared.h"
#include "app/words/label.h"
#include "app/words/words.h"
#include "ui/live/span_words.h"

#include <algorithm>

namespace kpwatch {

namespace {

QString kst(UtcTime time) {
    return QStringLiteral("%1, %2 %3")
        .arg(words::weekdayDayKst(time), words::clockKstSeconds(time), words::zoneName(time));
}

QString utc(UtcTime time) {
    return QStringLiteral("%1, %2 UTC").arg(words::dayUtc(time), words::clockUtcSeconds(time));
}

// A new end of the last stretch of each lane is not another table.
bool sameStretches(const std::vector<Lane>& one, const std::vector<Lane>& other) {
    return std::ranges::equal(one, other, [](const Lane& left, const Lane& right) {
        return left.label == right.label &&
               std::ranges::equal(left.spans, right.spans, [](const Span& a, const Span& b) {
                   return a.range.begin == b.range.begin && a.verdict == b.verdict && a.reason == b.reason;
               });
    });
}

bool sameDesk(const DeskTimeline& one, const DeskTimeline& other) {
    const auto sameStrip = [](const std::vector<AgreementSpan>& left, const std::vector<AgreementSpan>& right) {
        return std::ranges::equal(left, right, [](const AgreementSpan& a, const AgreementSpan& b) {
            return a.range.begin == b.range.begin && a.what == b.what;
        });
    };
    return one.desk.label == other.desk.label && sameStretches(one.lanes, other.lanes) &&
           std::ranges::equal(one.agreement, other.agreement, sameStrip);
}

} // namespace

void SpanTableModel::setTimeline(const Timeline& timeline, const std::vector<DeskTimeline>& desks) {
    if (sameStretches(m_timeline.lanes, timeline.lanes) && std::ranges::equal(m_desks, desks, sameDesk)) {
        m_timeline = timeline;
        m_desks = desks;
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_timeline = timeline;
    m_desks = desks;
    m_rows.clear();
    for (std::size_t lane = 0; lane < m_timeline.lanes.size(); ++lane)
        addLane({.lane = lane}, m_timeline.lanes[lane].spans.size());
    for (std::size_t desk = 0; desk < m_desks.size(); ++desk)
        for (std::size_t lane = 0; lane < m_desks[desk].lanes.size(); ++lane) {
            addLane({.desk = desk, .lane = lane}, m_desks[desk].lanes[lane].spans.size());
            addLane({.desk = desk, .lane = lane, .compares = true}, m_desks[desk].agreement[lane].size());
        }
    endResetModel();
}

void SpanTableModel::addLane(Row first, std::size_t spans) {
    for (first.span = 0; first.span < spans; ++first.span)
        m_rows.push_back(first);
}

const Lane& SpanTableModel::laneOf(const Row& row) const {
    return row.desk ? m_desks[*row.desk].lanes[row.lane] : m_timeline.lanes[row.lane];
}

QString SpanTableModel::laneName(const Row& row) const {
    QString lane = words::label(laneOf(row).label);
    if (!row.desk)
        return lane;
    const QString desk = words::label(m_desks[*row.desk].desk.label, 40);
    return row.compares ? tr("%1, compared with %2").arg(lane, desk) : tr("%1, seen by %2").arg(lane, desk);
}

int SpanTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SpanTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int{Columns}; }

QString SpanTableModel::text(const Row& row, Column column) const {
    const Lane& lane = laneOf(row);
    const AgreementSpan* const both = row.compares ? &m_desks[*row.desk].agreement[row.lane][row.span] : nullptr;
    const TimeRange range = both != nullptr ? both->range : knownRange(lane, row.span);
    const bool going_on = range.end >= m_timeline.now;
    switch (column) {
    case LaneName:
        return laneName(row);
    case State:
        return both != nullptr ? words::compared(both->what) : spanState(lane.kind, lane.spans[row.span]);
    case FromKst:
        return kst(range.begin);
    case ToKst:
        return going_on ? tr("now") : kst(range.end);
    case FromUtc:
        return utc(range.begin);
    case ToUtc:
        return going_on ? tr("now") : utc(range.end);
    case Lasted:
        return both != nullptr ? words::duration(range.length()) : spanLength(lane, row.span);
    case Why:
        return both != nullptr ? QString() : spanReason(lane.spans[row.span]);
    case Columns:
        break;
    }
    return {};
}

QVariant SpanTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return text(m_rows[static_cast<std::size_t>(index.row())], static_cast<Column>(index.column()));
}

QVariant SpanTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case LaneName:
        return tr("Lane");
    case State:
        return tr("State");
    case FromKst:
        return tr("From (Korea time)");
    case ToKst:
        return tr("To (Korea time)");
    case FromUtc:
        return tr("From (UTC)");
    case ToUtc:
        return tr("To (UTC)");
    case Lasted:
        return tr("Lasted");
    case Why:
        return tr("Why");
    case Columns:
        break;
    }
    return {};
}

} // namespace kpwatch
