// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard's half of the timeline.
#include "ui/live/timeline_widget.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <iterator>

namespace kpwatch {

void TimelineWidget::keyPressEvent(QKeyEvent* event) {
    if (zoomOrPanByKey(*event) || laneKey(*event))
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

bool TimelineWidget::zoomOrPanByKey(const QKeyEvent& event) {
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
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
        return !control && (shift ? moved([](ViewState& view) { view.extendSelection(-0.01); })
                                  : moved([](ViewState& view) { view.panByShare(-0.1); }));
    case Qt::Key_Right:
        return !control && (shift ? moved([](ViewState& view) { view.extendSelection(0.01); })
                                  : moved([](ViewState& view) { view.panByShare(0.1); }));
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
        toggleSelectedLane();
        return true;
    case Qt::Key_Backspace:
        change([](ViewState& view) { view.goBack(); });
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_view.selection()) {
            change([](ViewState& view) { view.leapToSelection(); });
            return true;
        }
        if (row)
            openRow(*row, m_view.cursor());
        return row != nullptr;
    case Qt::Key_Escape:
        return escape();
    default:
        return false;
    }
}

void TimelineWidget::openRow(const TimelineRow& row, std::optional<UtcTime> at) {
    hideCard();
    const std::string id = row.lane->id; // who is told may lay out anew
    const Span* const span = at && !row.others ? spanAt(*row.lane, *at) : nullptr;
    if (span != nullptr && span->verdict == Verdict::Down)
        Q_EMIT blockOpened(id, *at);
    else
        Q_EMIT laneOpened(id);
}

const TimelineRow* TimelineWidget::selectedRow() const {
    for (const TimelineRow& row : m_layout.rows)
        if (row.kind == RowKind::Lane && row.lane->id == m_view.lane())
            return &row;
    return nullptr;
}

void TimelineWidget::selectNeighbour(int step) {
    std::vector<std::string> ids;
    for (const TimelineRow& row : m_layout.rows) // in the order in which they are seen
        if (row.kind == RowKind::Lane)
            ids.push_back(row.lane->id);
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
            setAccessibleDescription(QStringLiteral("%1, %2").arg(row->fullName, row->value));
    }
    Q_EMIT viewChanged();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

// Begins of stretches of another state, in a lane of what is known; the edge of what is known is none.
static std::optional<UtcTime> changeIn(const Lane& lane, UtcTime from, int direction) {
    std::optional<UtcTime> nearest;
    for (std::size_t i = 1; i < lane.spans.size(); ++i) {
        const UtcTime begin = lane.spans[i].range.begin;
        const bool ahead = direction < 0 ? begin < from : begin > from;
        if (!ahead || lane.spans[i].verdict == lane.spans[i - 1].verdict)
            continue;
        if (!nearest || (direction < 0 ? begin > *nearest : begin < *nearest))
            nearest = begin;
    }
    return nearest;
}

namespace {
struct Change {
    UtcTime at;
    std::string lane;
};
} // namespace

// Of one lane, or of all with an empty id; the nearest.
static std::optional<Change> changeIn(const std::vector<const Lane*>& known, const std::string& lane_id, UtcTime from,
                                      int direction) {
    std::optional<Change> nearest;
    for (const Lane* const lane : known) {
        if (!lane_id.empty() && lane->id != lane_id)
            continue;
        const std::optional<UtcTime> at = changeIn(*lane, from, direction);
        if (at && (!nearest || (direction < 0 ? *at > nearest->at : *at < nearest->at)))
            nearest = Change{*at, lane->id};
    }
    return nearest;
}

void TimelineWidget::goToChange(int direction) {
    if (m_data.inShort) {
        m_changeAwaited = direction; // until it is known when
        return;
    }
    const TimeRange range = m_view.range();
    const UtcTime from = m_view.cursor().value_or(direction < 0 ? range.end : range.begin);
    const bool any = m_view.lane().empty(); // of ours
    std::optional<Change> next =
        changeIn(any ? pointersTo(m_data.timeline.lanes) : lanes(), m_view.lane(), from, direction);
    if (!next)
        next = changeIn(pointersTo(m_record.lanes), m_view.lane(), from, direction);
    if (!next) {
        const bool more = direction < 0 && m_view.firstRow() && *m_view.firstRow() < m_record.range.begin;
        if (more && m_changeAwaited == 0) {
            m_changeAwaited = direction;
            Q_EMIT wholeRecordWanted();
        }
        return;
    }
    m_pointer.reset();
    const bool inView = range.contains(next->at);
    change([&](ViewState& view) {
        view.selectLane(next->lane);
        view.setCursor(next->at);
        if (!inView)
            view.leapTo({next->at - range.length() / 2, next->at + range.length() / 2});
    });
    scrollToSelected();
    if (inView)
        showCardAtCursor();
    else
        showCursor();
}

bool TimelineWidget::toggleSelectedLane() {
    const TimelineRow* row = selectedRow();
    if (!row || !row->openable)
        return false;
    change([id = row->lane->id](ViewState& view) { view.toggleOpen(id); });
    return true;
}

bool TimelineWidget::dismissCard() {
    if (!m_card || !m_card->isVisible())
        return false;
    hideCard();
    change([](ViewState& view) { view.setCursor(std::nullopt); });
    return true;
}

// What was begun last is given up first.
bool TimelineWidget::escape() {
    if (m_view.selection() || m_pressed) {
        m_pressed.reset();
        m_marks = false;
        change([](ViewState& view) { view.clearSelection(); });
        return true;
    }
    return dismissCard();
}

bool TimelineWidget::isOurKey(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Backspace:
        return !event.modifiers().testFlag(Qt::AltModifier);
    default:
        return false;
    }
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

void TimelineWidget::scrollToDesk(const std::string& id) {
    const auto first = std::ranges::find_if(m_layout.rows, [&id](const TimelineRow& row) {
        return row.others && row.lane != nullptr && row.lane->id.starts_with(id + '/');
    });
    if (first != m_layout.rows.end() && first != m_layout.rows.begin())
        m_scroll->setValue(static_cast<int>(std::prev(first)->top)); // its heading
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
