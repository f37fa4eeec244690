// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard's half of the timeline.
#include "ui/live/timeline_widget.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace kpwatch {

void TimelineWidget::keyPressEvent(QKeyEvent* event) {
    if (zoomOrPanByKey(*event) || laneKey(*event))
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

bool TimelineWidget::zoomOrPanByKey(const QKeyEvent& event) {
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const auto moved = [&](auto&& make) {
        hideCard();
        change(make);
        return true;
    };
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return moved([](ViewState& view) { view.zoom(0.8); });
    case Qt::Key_Minus:
        return moved([](ViewState& view) { view.zoom(1 / 0.8); });
    case Qt::Key_0:
        return control && moved([](ViewState& view) { view.choose(RangeChoice::Day); });
    case Qt::Key_Left:
        return !control && moved([](ViewState& view) { view.panByShare(-0.1); });
    case Qt::Key_Right:
        return !control && moved([](ViewState& view) { view.panByShare(0.1); });
    case Qt::Key_PageUp:
        return moved([](ViewState& view) { view.panByShare(-1); });
    case Qt::Key_PageDown:
        return moved([](ViewState& view) { view.panByShare(1); });
    case Qt::Key_Home:
        return moved([](ViewState& view) { view.toOldest(); });
    case Qt::Key_End:
        return moved([](ViewState& view) { view.toNow(); });
    default:
        return false;
    }
}

bool TimelineWidget::laneKey(const QKeyEvent& event) {
    const TimelineRow* row = selectedRow();
    switch (event.key()) {
    case Qt::Key_Up:
        selectNeighbour(-1);
        return true;
    case Qt::Key_Down:
        selectNeighbour(1);
        return true;
    case Qt::Key_Left:
        goToChange(-1);
        return true;
    case Qt::Key_Right:
        goToChange(1);
        return true;
    case Qt::Key_Space:
        if (row && row->openable)
            change([id = row->lane->id](ViewState& view) { view.toggleOpen(id); });
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row) {
            hideCard();
            Q_EMIT laneOpened(std::string(row->lane->id));
        }
        return row != nullptr;
    case Qt::Key_Escape:
        if (!m_card || !m_card->isVisible())
            return false;
        hideCard();
        change([](ViewState& view) { view.setCursor(std::nullopt); });
        return true;
    default:
        return false;
    }
}

const TimelineRow* TimelineWidget::selectedRow() const {
    for (const TimelineRow& row : m_layout.rows)
        if (row.kind == RowKind::Lane && row.lane->id == m_view.lane())
            return &row;
    return nullptr;
}

void TimelineWidget::selectNeighbour(int step) {
    std::vector<std::string> ids;
    for (const Lane& lane : m_data.timeline.lanes)
        ids.push_back(lane.id);
    if (ids.empty())
        return;
    const auto found = std::ranges::find(ids, m_view.lane());
    const auto last = static_cast<std::ptrdiff_t>(ids.size()) - 1;
    const std::ptrdiff_t index =
        found == ids.end() ? (step > 0 ? 0 : last) : std::clamp<std::ptrdiff_t>(found - ids.begin() + step, 0, last);
    const std::optional<UtcTime> cursor = m_view.cursor();
    change([&](ViewState& view) {
        view.selectLane(ids[static_cast<std::size_t>(index)]);
        view.setCursor(cursor);
    });
    scrollToSelected();
    if (const TimelineRow* row = selectedRow()) {
        if (cursor)
            showCard(*row, *cursor, axis().xAt(*cursor));
        else
            setAccessibleDescription(QStringLiteral("%1, %2").arg(row->name, row->value));
    }
    Q_EMIT viewChanged();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TimelineWidget::goToChange(int direction) {
    if (!selectedRow())
        selectNeighbour(1);
    const TimelineRow* row = selectedRow();
    if (!row || row->lane->spans.empty())
        return;
    const std::vector<Span>& spans = row->lane->spans;
    const UtcTime from = m_view.cursor().value_or(direction < 0 ? spans.back().range.end : spans.front().range.begin);
    std::optional<UtcTime> next;
    for (const Span& span : spans) {
        const UtcTime begin = span.range.begin;
        if (direction < 0 && begin < from)
            next = begin;
        if (direction > 0 && begin > from && !next)
            next = begin;
    }
    if (!next)
        return;
    m_pointer.reset();
    change([&](ViewState& view) { view.setCursor(next); });
    if (const TimelineRow* now_at = selectedRow())
        showCard(*now_at, *next, axis().xAt(*next));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TimelineWidget::scrollToSelected() {
    const TimelineRow* row = selectedRow();
    if (!row || row->pinned)
        return;
    const int top = static_cast<int>(row->top), bottom = static_cast<int>(row->top + row->height);
    if (top < m_scroll->value())
        m_scroll->setValue(top);
    else if (bottom > m_scroll->value() + static_cast<int>(m_layout.viewHeight))
        m_scroll->setValue(bottom - static_cast<int>(m_layout.viewHeight));
}

void TimelineWidget::focusInEvent(QFocusEvent* event) {
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                       event->reason() == Qt::ShortcutFocusReason;
    if (byKey && m_view.lane().empty())
        selectNeighbour(1);
    QWidget::focusInEvent(event);
    update();
}

} // namespace kpwatch
