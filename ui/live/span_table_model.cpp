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

} // namespace

std::vector<SpanTableModel::Block> SpanTableModel::blocksOf(const Timeline& timeline,
                                                            const std::vector<DeskTimeline>& desks) {
    std::vector<Block> blocks;
    const auto addLane = [&blocks](Row first, const Lane& lane, const std::string& desk) {
        Block& block = blocks.emplace_back(Block{first, lane.label, desk, {}});
        for (const Span& span : lane.spans)
            block.stretches.push_back({span.range, static_cast<int>(span.verdict), static_cast<int>(span.reason)});
    };
    for (std::size_t lane = 0; lane < timeline.lanes.size(); ++lane)
        addLane({.desk = {}, .lane = lane}, timeline.lanes[lane], {});
    for (std::size_t desk = 0; desk < desks.size(); ++desk)
        for (std::size_t lane = 0; lane < desks[desk].lanes.size(); ++lane) {
            const std::string& label = desks[desk].desk.label;
            addLane({.desk = desk, .lane = lane}, desks[desk].lanes[lane], label);
            Block& block = blocks.emplace_back(
                Block{{.desk = desk, .lane = lane, .compares = true}, desks[desk].lanes[lane].label, label, {}});
            for (const AgreementSpan& both : desks[desk].agreement[lane])
                block.stretches.push_back({both.range, static_cast<int>(both.what), 0});
        }
    return blocks;
}

bool SpanTableModel::isSameBlock(const Block& one, const Block& other) {
    return one.lane == other.lane && one.desk == other.desk && one.first.desk == other.first.desk &&
           one.first.compares == other.first.compares;
}

// In a live view stretches go out at the left, where the one that is cut begins later each time, and new ones come at
// the end.
SpanTableModel::Kept SpanTableModel::keptOf(const std::vector<Stretch>& before, const std::vector<Stretch>& after) {
    const auto same = [](const Stretch& a, const Stretch& b) {
        return a.what == b.what && a.why == b.why && a.range.begin < b.range.end && b.range.begin < a.range.end;
    };
    for (std::size_t first = 0; first < before.size(); ++first) {
        std::size_t count = 0;
        while (first + count < before.size() && count < after.size() && same(before[first + count], after[count]))
            ++count;
        if (count > 0)
            return {first, count};
    }
    return {};
}

void SpanTableModel::setTimeline(const Timeline& timeline, const std::vector<DeskTimeline>& desks) {
    const std::vector<Block> before = blocksOf(m_timeline, m_desks), after = blocksOf(timeline, desks);
    if (!std::ranges::equal(before, after, isSameBlock)) {
        beginResetModel();
        m_timeline = timeline;
        m_desks = desks;
        m_rows.clear();
        for (const Block& block : after)
            addRows(m_rows.size(), block, 0);
        endResetModel();
        return;
    }
    const std::vector<std::size_t> kept = dropGone(before, after);
    m_timeline = timeline;
    m_desks = desks;
    std::size_t row = 0;
    for (const std::size_t count : kept)
        for (std::size_t span = 0; span < count; ++span)
            m_rows[row++].span = span;
    row = 0;
    for (std::size_t block = 0; block < after.size(); ++block) {
        insert(row + kept[block], after[block], kept[block]);
        row += after[block].stretches.size();
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

// Of each block, how many rows are left.
std::vector<std::size_t> SpanTableModel::dropGone(const std::vector<Block>& before, const std::vector<Block>& after) {
    std::vector<std::size_t> kept;
    std::size_t row = 0;
    for (std::size_t block = 0; block < before.size(); ++block) {
        const std::size_t all = before[block].stretches.size();
        const Kept its = keptOf(before[block].stretches, after[block].stretches);
        drop(row + its.first + its.count, all - its.first - its.count);
        drop(row, its.first);
        row += its.count;
        kept.push_back(its.count);
    }
    return kept;
}

void SpanTableModel::drop(std::size_t row, std::size_t count) {
    if (count == 0)
        return;
    const auto from = static_cast<std::ptrdiff_t>(row), to = static_cast<std::ptrdiff_t>(row + count);
    beginRemoveRows({}, static_cast<int>(from), static_cast<int>(to) - 1);
    m_rows.erase(m_rows.begin() + from, m_rows.begin() + to);
    endRemoveRows();
}

void SpanTableModel::insert(std::size_t row, const Block& block, std::size_t from_span) {
    const std::size_t count = block.stretches.size() - from_span;
    if (count == 0)
        return;
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row + count) - 1);
    addRows(row, block, from_span);
    endInsertRows();
}

void SpanTableModel::addRows(std::size_t row, const Block& block, std::size_t from_span) {
    std::vector<Row> rows(block.stretches.size() - from_span, block.first);
    for (Row& each : rows)
        each.span = from_span++;
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(row), rows.begin(), rows.end());
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
