// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/span_table_model.h"

#include "app/words/down_length.h"
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

QString lasted(const std::vector<Span>& spans, std::size_t index) {
    const Span& span = spans[index];
    if (span.verdict == Verdict::Down)
        return words::exactLength(downLength(spans, index));
    return words::duration(span.range.length());
}

// A new end of the last stretch of each lane is not another table.
bool sameStretches(const Timeline& one, const Timeline& other) {
    return std::ranges::equal(one.lanes, other.lanes, [](const Lane& left, const Lane& right) {
        return left.label == right.label &&
               std::ranges::equal(left.spans, right.spans, [](const Span& a, const Span& b) {
                   return a.range.begin == b.range.begin && a.verdict == b.verdict && a.reason == b.reason;
               });
    });
}

} // namespace

void SpanTableModel::setTimeline(const Timeline& timeline) {
    if (sameStretches(m_timeline, timeline)) {
        m_timeline = timeline;
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_timeline = timeline;
    m_rows.clear();
    for (std::size_t lane = 0; lane < timeline.lanes.size(); ++lane)
        for (std::size_t span = 0; span < timeline.lanes[lane].spans.size(); ++span)
            m_rows.push_back({lane, span});
    endResetModel();
}

int SpanTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SpanTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int{Columns}; }

QString SpanTableModel::text(const Row& row, Column column) const {
    const Lane& lane = m_timeline.lanes[row.lane];
    const Span& span = lane.spans[row.span];
    const bool going_on = span.range.end >= m_timeline.now;
    switch (column) {
    case LaneName:
        return words::cleaned(lane.label);
    case State:
        return words::state(span.verdict);
    case FromKst:
        return kst(span.range.begin);
    case ToKst:
        return going_on ? tr("now") : kst(span.range.end);
    case FromUtc:
        return utc(span.range.begin);
    case ToUtc:
        return going_on ? tr("now") : utc(span.range.end);
    case Lasted:
        return lasted(lane.spans, row.span);
    case Why:
        return spanReason(span);
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
