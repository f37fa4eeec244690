// SPDX-License-Identifier: GPL-3.0-or-later
// The pointer's half of the timeline: wheel, pinch, drag, the marking of a span, and what is read by hovering.
#include "ui/live/timeline_widget.h"

#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace kpwatch {

static constexpr qreal chevronRight = 30; // what lies left of it opens a lane
static constexpr qreal dragBegins = 3;    // pixels before a press becomes a drag

bool TimelineWidget::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture && zoomByTouchpad(dynamic_cast<const QNativeGestureEvent&>(*event)))
        return true;
    if (event->type() == QEvent::Gesture && zoomByFingers(dynamic_cast<const QGestureEvent&>(*event)))
        return true;
    if (event->type() == QEvent::ShortcutOverride && isOurKey(dynamic_cast<const QKeyEvent&>(*event))) {
        event->accept(); // no menu takes it while we have the focus
        return true;
    }
    if (event->type() == QEvent::ContextMenu)
        hideCard(); // it would lie over the menu
    return QWidget::event(event);
}

bool TimelineWidget::zoomByTouchpad(const QNativeGestureEvent& gesture) {
    constexpr qreal smallest = -0.9; // of one step: beyond lies a zoom of nothing
    if (gesture.gestureType() != Qt::ZoomNativeGesture || gesture.value() < smallest)
        return false;
    hideCard();
    change([&](ViewState& view) { view.zoomAt(axis(), gesture.position().x(), 1 / (1 + gesture.value())); });
    return true;
}

bool TimelineWidget::zoomByFingers(const QGestureEvent& event) {
    const auto* pinch = dynamic_cast<const QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    m_pressed.reset();                       // the first finger was not a drag
    const qreal step = pinch->scaleFactor(); // since the last event
    if (pinch->state() == Qt::GestureUpdated && pinch->changeFlags().testFlag(QPinchGesture::ScaleFactorChanged) &&
        step > 0.05 && step < 20) {
        hideCard();
        const QPointF under = mapFromGlobal(pinch->centerPoint());
        change([&](ViewState& view) { view.zoomAt(axis(), under.x(), 1 / step); });
    }
    return true;
}

void TimelineWidget::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier) && turned.y() != 0) {
        hideCard();
        change([&](ViewState& view) { view.zoomAt(axis(), event->position().x(), std::pow(0.8, turned.y() / 120.0)); });
        event->accept();
        return;
    }
    const int sideways = event->modifiers().testFlag(Qt::ShiftModifier) && turned.x() == 0 ? turned.y() : turned.x();
    if (sideways != 0) {
        hideCard();
        change([&](ViewState& view) { view.panByShare(-sideways / 120.0 * 0.1); });
        event->accept();
        return;
    }
    // A plain wheel belongs to whoever scrolls: our lanes if they do not all fit, else the page.
    if (m_scroll->maximum() > 0) {
        m_scroll->setValue(m_scroll->value() - turned.y() / 2);
        event->accept();
    } else {
        event->ignore();
    }
}

void TimelineWidget::mousePressEvent(QMouseEvent* event) {
    const bool left = event->button() == Qt::LeftButton;
    if (!left && event->button() != Qt::RightButton) // which chooses the lane that its menu is about
        return;
    const bool onAxis = event->position().y() < axisHeight();
    const TimelineRow* row = onAxis ? nullptr : rowAt(m_layout, event->position().y(), scroll());
    if (row && row->kind == RowKind::Lane) {
        const std::string id = row->lane->id;
        const bool chevron = left && row->openable && event->position().x() < chevronRight;
        change([&](ViewState& view) {
            view.selectLane(id);
            if (chevron)
                view.toggleOpen(id);
        });
        Q_EMIT viewChanged(); // another lane is selected: whoever shows more about it wants to know
    }
    if (left && event->position().x() >= gutterWidth()) {
        m_pressed = event->position();
        m_dragFrom = m_view;
        m_marks = onAxis || event->modifiers().testFlag(Qt::AltModifier);
    }
}

void TimelineWidget::drag(qreal to) {
    if (!m_pointer && std::abs(m_pressed->x() - to) <= dragBegins)
        return;
    hideCard();
    if (m_marks) {
        setCursor(Qt::IBeamCursor);
        const TimeAxis plot = axis();
        change([&](ViewState& view) {
            view.select(plot.timeAt(m_pressed->x()), plot.timeAt(std::clamp(to, plot.left, plot.right)));
        });
        return;
    }
    setCursor(Qt::ClosedHandCursor);
    const TimeAxis from{m_dragFrom->range(), axis().left, axis().right};
    ViewState next = *m_dragFrom;
    next.setNow(m_view.now());
    next.panBy(from.timeAt(m_pressed->x()) - from.timeAt(to));
    setView(next);
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event) {
    if (m_pressed && m_dragFrom && event->buttons().testFlag(Qt::LeftButton)) {
        drag(event->position().x());
        return;
    }
    if (event->position().y() < axisHeight() && event->position().x() >= gutterWidth())
        setCursor(Qt::IBeamCursor); // a span can be marked here
    else
        unsetCursor();
    describeAt(event->position());
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent*) {
    const bool marked = m_pressed && m_marks && m_view.selection();
    m_pressed.reset();
    m_dragFrom.reset();
    m_marks = false;
    unsetCursor();
    if (marked)
        change([](ViewState& view) { view.leapToSelection(); });
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    const TimelineRow* row = rowAt(m_layout, event->position().y(), scroll());
    const bool chevron = row && row->openable && event->position().x() < chevronRight;
    if (event->button() != Qt::LeftButton || !row || chevron) {
        mousePressEvent(event); // a quick second click on the chevron is another click
        return;
    }
    const bool onPlot = event->position().x() >= gutterWidth();
    openRow(*row, onPlot ? std::optional(axis().timeAt(event->position().x())) : std::nullopt);
}

void TimelineWidget::describeAt(const QPointF& position) {
    const TimeAxis plot = axis();
    if (position.x() < plot.left || position.x() > plot.right) {
        hideCard();
        return;
    }
    m_pointer = plot.timeAt(position.x());
    const TimelineRow* row = rowAt(m_layout, position.y(), scroll());
    if (row)
        showCard(*row, *m_pointer, position.x());
    else if (m_card)
        m_card->hide();
    update();
}

void TimelineWidget::leaveEvent(QEvent*) {
    // Leaving onto the card keeps it: it may be read at leisure.
    if (m_card && m_card->isVisible() && m_card->rect().contains(m_card->mapFromGlobal(QCursor::pos())))
        return;
    hideCard();
}

} // namespace kpwatch
