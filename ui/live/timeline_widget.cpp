// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/timeline_widget.h"

#include "ui/live/controls.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace kpwatch {

using std::chrono::milliseconds;

TimelineWidget::TimelineWidget(UtcTime now, QWidget* parent)
    : QWidget(parent), m_view(now), m_scroll(new QScrollBar(Qt::Vertical, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->hide();
    connect(m_scroll, &QScrollBar::valueChanged, this, [this] {
        hideCard();
        update();
    });
    nameYourself();
}

void TimelineWidget::setTimeline(const Timeline& timeline, const std::vector<Lane>& target_lanes) {
    m_data.timeline = timeline;
    m_data.targetLanes = target_lanes;
    rebuild();
}

void TimelineWidget::setStatus(const std::optional<LiveStatus>& live) {
    m_data.live = live;
    rebuild();
}

void TimelineWidget::setView(const ViewState& view) {
    if (view == m_view)
        return;
    const bool moved = view.range() != m_view.range();
    m_view = view;
    rebuild();
    if (moved)
        Q_EMIT viewChanged();
}

TimeAxis TimelineWidget::axis() const {
    return {m_view.range(), gutterWidth, std::max(gutterWidth + 1, static_cast<qreal>(width()) - plotMargin)};
}

int TimelineWidget::plotPixels() const {
    const TimeAxis plot = axis();
    return std::max(1, static_cast<int>((plot.right - plot.left) * devicePixelRatioF()));
}

void TimelineWidget::rebuild() {
    m_layout = timelineLayout(m_data, m_view, height(), QFontMetricsF(kpwatch::font(13, 500)).height());
    const int hidden = static_cast<int>(std::ceil(m_layout.contentHeight - m_layout.viewHeight));
    m_scroll->setVisible(hidden > 0);
    m_scroll->setRange(0, std::max(0, hidden));
    m_scroll->setPageStep(std::max(1, static_cast<int>(m_layout.viewHeight)));
    m_scroll->setSingleStep(24);
    m_scroll->setGeometry(width() - 12, static_cast<int>(axisHeight), 8, static_cast<int>(m_layout.viewHeight));
    nameYourself();
    update();
}

void TimelineWidget::nameYourself() {
    const TimeRange range = m_view.range();
    const UtcTime end = std::min(range.end, m_view.now());
    const QString name = tr("Outage timeline, %1 %2 to %3 %4 Korea time, %n lanes", nullptr,
                            static_cast<int>(m_data.timeline.lanes.size()))
                             .arg(words::weekdayDayKst(range.begin), words::clockKst(range.begin),
                                  words::weekdayDayKst(end), words::clockKst(end));
    if (accessibleName() != name)
        setAccessibleName(name);
}

qreal TimelineWidget::scroll() const { return m_scroll->value(); }

bool TimelineWidget::event(QEvent* event) {
    const auto* gesture = dynamic_cast<QNativeGestureEvent*>(event);
    if (gesture && gesture->gestureType() == Qt::ZoomNativeGesture && gesture->value() > -0.9) {
        change([&](ViewState& view) { view.zoomAt(axis(), gesture->position().x(), 1 / (1 + gesture->value())); });
        return true;
    }
    const auto* key = dynamic_cast<QKeyEvent*>(event);
    const bool ours = key && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Left || key->key() == Qt::Key_Right);
    if (ours && event->type() == QEvent::ShortcutOverride) { // no menu takes these while we have the focus
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TimelineWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    TimelinePicture picture;
    picture.layout = &m_layout;
    picture.axis = axis();
    picture.now = m_view.now();
    picture.size = size();
    picture.scroll = scroll();
    picture.selected = m_view.lane();
    picture.focused = hasFocus();
    picture.crosshair = m_pointer ? m_pointer : m_view.cursor();
    picture.devicePixelRatio = devicePixelRatioF();
    paintTimeline(painter, picture, themeInForce());
}

void TimelineWidget::resizeEvent(QResizeEvent*) {
    hideCard();
    rebuild();
    Q_EMIT viewChanged(); // the plot has other pixels now
}

void TimelineWidget::hideEvent(QHideEvent*) { hideCard(); }

// --- pointer ---

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
    if (event->button() != Qt::LeftButton)
        return;
    const TimelineRow* row = rowAt(m_layout, event->position().y(), scroll());
    if (row && row->kind == RowKind::Lane) {
        const std::string id = row->lane->id;
        const bool chevron = row->openable && event->position().x() < 30;
        change([&](ViewState& view) {
            view.selectLane(id);
            if (chevron)
                view.toggleOpen(id);
        });
        Q_EMIT viewChanged(); // another lane is selected: whoever shows more about it wants to know
    }
    if (event->position().x() >= gutterWidth) {
        m_pressed = event->position();
        m_dragFrom = m_view;
    }
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event) {
    if (m_pressed && m_dragFrom && event->buttons().testFlag(Qt::LeftButton)) {
        const TimeAxis from{m_dragFrom->range(), axis().left, axis().right};
        const milliseconds by = from.timeAt(m_pressed->x()) - from.timeAt(event->position().x());
        if (m_pointer || std::abs(m_pressed->x() - event->position().x()) > 3) {
            hideCard();
            setCursor(Qt::ClosedHandCursor);
            ViewState next = *m_dragFrom;
            next.setNow(m_view.now());
            next.panBy(by);
            setView(next);
        }
        return;
    }
    describeAt(event->position());
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent*) {
    m_pressed.reset();
    m_dragFrom.reset();
    unsetCursor();
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    const TimelineRow* row = rowAt(m_layout, event->position().y(), scroll());
    const bool chevron = row && row->openable && event->position().x() < 30;
    if (event->button() != Qt::LeftButton || !row || chevron) {
        mousePressEvent(event); // a quick second click on the chevron is another click
        return;
    }
    hideCard();
    Q_EMIT laneOpened(std::string(row->lane->id));
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

void TimelineWidget::showCard(const TimelineRow& row, UtcTime at, qreal x) {
    const Span* span = spanAt(*row.lane, at);
    if (!span) {
        if (m_card)
            m_card->hide();
        return;
    }
    if (!m_card)
        m_card = new HoverCard(window());
    const HoverWords said = hoverWords(*row.lane, *span, m_data.timeline.range, m_view.now());
    setAccessibleDescription(said.spoken());
    const QPoint top = mapTo(window(), QPoint(static_cast<int>(x), static_cast<int>(topOf(m_layout, row, scroll()))));
    m_card->showAt(QRect(top, QSize(1, static_cast<int>(row.height))), said);
}

void TimelineWidget::hideCard() {
    if (m_card)
        m_card->hide();
    if (m_pointer) {
        m_pointer.reset();
        update();
    }
}

void TimelineWidget::leaveEvent(QEvent*) {
    // Leaving onto the card keeps it: it may be read at leisure.
    if (m_card && m_card->isVisible() && m_card->rect().contains(m_card->mapFromGlobal(QCursor::pos())))
        return;
    hideCard();
}

} // namespace kpwatch
