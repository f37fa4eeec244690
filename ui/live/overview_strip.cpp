// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/overview_strip.h"

#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/state_weight.h"
#include "ui/live/timeline_paint.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace kpwatch {

using std::chrono::milliseconds;

static constexpr qreal stripTop = 4, stripHeight = 26, smallestBrush = 8, dayHeight = 16;
static constexpr qreal handleReach = 12; // to either side: as wide as a fingertip or an unsteady hand needs

TimeRange overviewRange(const ViewState& view) {
    const UtcTime now = view.now(), month = now - std::chrono::hours{24 * 30};
    const UtcTime first = std::min(view.firstRow().value_or(now), now);
    const UtcTime begin = view.range().begin < month ? std::min(first, view.range().begin) : month;
    return {begin, now};
}

std::vector<Span> worstOfSites(const Timeline& timeline) {
    std::vector<UtcTime> edges;
    for (const Lane& lane : timeline.lanes)
        if (lane.kind == LaneKind::Site)
            for (const Span& span : lane.spans)
                edges.push_back(span.range.begin);
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<Span> worst;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const TimeRange range{edges[i], i + 1 < edges.size() ? edges[i + 1] : timeline.range.end};
        const Span* found = nullptr;
        for (const Lane& lane : timeline.lanes) {
            const Span* span = lane.kind == LaneKind::Site ? spanAt(lane, range.begin) : nullptr;
            if (span && (!found || weightOf(span->verdict) > weightOf(found->verdict)))
                found = span;
        }
        if (!found)
            continue;
        if (!worst.empty() && worst.back().verdict == found->verdict && worst.back().reason == found->reason)
            worst.back().range.end = range.end;
        else
            worst.push_back({range, found->verdict, found->reason, {}, {}, {}});
    }
    return worst;
}

// --- the ends of the brush ---

namespace {

class HandleAccess : public QAccessibleWidget, public QAccessibleValueInterface {
  public:
    explicit HandleAccess(BrushHandle& handle) : QAccessibleWidget(&handle, QAccessible::Slider), m_handle(handle) {}
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? words::stampKst(m_handle.at()) : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return secondOf(m_handle.at()); }
    void setCurrentValue(const QVariant& value) override {
        Q_EMIT m_handle.moved(std::chrono::seconds{value.toLongLong() - secondOf(m_handle.at())});
    }
    QVariant minimumValue() const override { return secondOf(m_handle.within().begin); }
    QVariant maximumValue() const override { return secondOf(m_handle.within().end); }
    QVariant minimumStepSize() const override { return 1; }

  private:
    static qlonglong secondOf(UtcTime time) { return time.time_since_epoch() / std::chrono::seconds{1}; }
    BrushHandle& m_handle;
};

QAccessibleInterface* accessOf(const QString&, QObject* object) {
    auto* handle = qobject_cast<BrushHandle*>(object);
    return handle ? new HandleAccess(*handle) : nullptr;
}

} // namespace

BrushHandle::BrushHandle(End end, QWidget* strip) : QWidget(strip) {
    static const bool known = (QAccessible::installFactory(accessOf), true);
    Q_UNUSED(known)
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(end == End::Begin ? tr("Begin of the range in view") : tr("End of the range in view"));
}

void BrushHandle::setAt(UtcTime at, TimeRange within) {
    const bool other = at != m_at;
    m_at = at;
    m_within = within;
    if (other && hasFocus()) {
        QAccessibleValueChangeEvent changed(this, words::stampKst(at));
        QAccessible::updateAccessibility(&changed);
    }
}

void BrushHandle::keyPressEvent(QKeyEvent* event) {
    const milliseconds step = m_within.length() / (event->modifiers().testFlag(Qt::ControlModifier) ? 1000 : 100);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        Q_EMIT moved(-step);
        return;
    case Qt::Key_Right:
    case Qt::Key_Up:
        Q_EMIT moved(step);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void BrushHandle::focusInEvent(QFocusEvent*) { parentWidget()->update(); }
void BrushHandle::focusOutEvent(QFocusEvent*) { parentWidget()->update(); }

// --- the strip ---

OverviewStrip::OverviewStrip(QWidget* parent)
    : QWidget(parent), m_begin(new BrushHandle(BrushHandle::End::Begin, this)),
      m_end(new BrushHandle(BrushHandle::End::Finish, this)), m_view(UtcTime{}) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_lane.kind = LaneKind::Target; // no durations in a strip this low
    connect(m_begin, &BrushHandle::moved, this, [this](milliseconds by) { moveEnds(m_view.range(), by, {}); });
    connect(m_end, &BrushHandle::moved, this, [this](milliseconds by) { moveEnds(m_view.range(), {}, by); });
}

void OverviewStrip::setTimeline(const Timeline& overview) {
    std::vector<Span> spans = worstOfSites(overview);
    if (spans == m_lane.spans)
        return;
    m_lane.spans = std::move(spans);
    update();
}

void OverviewStrip::setView(const ViewState& view) {
    if (view == m_view)
        return;
    m_view = view;
    const TimeRange range = view.range();
    setAccessibleName(tr("Part of the record in view: %1 to %2")
                          .arg(words::stampKst(range.begin), words::stampKst(std::min(range.end, view.now()))));
    placeHandles();
    update();
}

void OverviewStrip::resizeEvent(QResizeEvent*) { placeHandles(); }

void OverviewStrip::placeHandles() {
    const TimeRange strip = overviewRange(m_view);
    const QRectF window = brush();
    const auto place = [&](BrushHandle& handle, qreal x, UtcTime at) {
        handle.setGeometry(QRectF(x - handleReach, 0, 2 * handleReach, stripTop + stripHeight + 4).toRect());
        handle.setAt(at, strip);
    };
    place(*m_begin, window.left(), m_view.range().begin);
    place(*m_end, window.right(), std::min(m_view.range().end, m_view.now()));
}

// The ends never pass each other, and none goes where nothing can be.
void OverviewStrip::moveEnds(TimeRange from, milliseconds begin_by, milliseconds end_by) {
    TimeRange range{from.begin + begin_by, from.end + end_by};
    if (begin_by != end_by) {
        range.end = std::clamp(range.end, from.begin + shortestRange,
                               std::max(from.end, m_view.now() + from.length() * 3 / 100));
        range.begin = std::min(range.begin, range.end - shortestRange);
    }
    Q_EMIT brushed(range);
}

QSize OverviewStrip::sizeHint() const {
    return {900, static_cast<int>(stripTop + stripHeight + 6 + dayHeight * textScale())};
}

TimeAxis OverviewStrip::axis() const {
    return {overviewRange(m_view), gutterWidth(),
            std::max(gutterWidth() + 1, static_cast<qreal>(width()) - plotMargin)};
}

QRectF OverviewStrip::brush() const {
    const TimeAxis strip = axis();
    qreal left = std::max(strip.left, strip.xAt(m_view.range().begin));
    qreal right = std::min(strip.right, strip.xAt(m_view.range().end));
    if (right - left < smallestBrush) {
        right = std::min(strip.right, left + smallestBrush);
        left = std::max(strip.left, right - smallestBrush);
    }
    return {left, stripTop - 2, right - left, stripHeight + 4};
}

void OverviewStrip::paintBrush(QPainter& painter, const Theme& theme) const {
    QColor glass = theme.accent;
    glass.setAlphaF(0.16F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(glass);
    painter.drawRoundedRect(brush(), 3, 3);
}

// Over what they lie on.
void OverviewStrip::paintEnds(QPainter& painter, const Theme& theme) const {
    const QRectF window = brush();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, hasFocus() ? 2.5 : 1.5));
    painter.drawRoundedRect(window, 3, 3);
    for (const BrushHandle* handle : {m_begin, m_end}) {
        const qreal x = handle == m_begin ? window.left() : window.right();
        const QRectF grip(x - 2, window.center().y() - 6, 4, 12);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(grip, 2, 2);
        if (handle->hasFocus())
            paintFocusRing(painter, grip.adjusted(-3, -4, 3, 4), 4, theme);
    }
}

void OverviewStrip::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimeAxis strip = axis();
    const QRectF trough(strip.left, stripTop, strip.right - strip.left, stripHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface2);
    painter.drawRoundedRect(trough, 3, 3);
    paintBrush(painter, theme);
    paintKnown(painter, trough.adjusted(0, 5, 0, -5), m_lane, strip, theme, {devicePixelRatioF()});
    paintEnds(painter, theme);

    const bool whole = strip.range.length() > std::chrono::hours{24 * 30};
    painter.setFont(kpwatch::font(11, 600));
    painter.setPen(theme.text2);
    painter.drawText(QRectF(16, stripTop, gutterWidth() - 28, stripHeight), Qt::AlignRight | Qt::AlignVCenter,
                     whole ? tr("Whole record") : tr("Last 30 days"));
    painter.setFont(kpwatch::font(11));
    painter.setPen(theme.text3);
    const QRectF beneath(strip.left, stripTop + stripHeight + 3, strip.right - strip.left, dayHeight * textScale());
    painter.drawText(beneath, Qt::AlignLeft | Qt::AlignVCenter,
                     whole ? words::weekdayDayKst(strip.range.begin) : words::dayKst(strip.range.begin));
    painter.drawText(beneath, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
}

OverviewStrip::Grip OverviewStrip::gripAt(qreal x) const {
    const QRectF window = brush();
    // Outside a handle reaches further than inside, where the whole window wants to be taken hold of.
    const qreal inside = std::min(handleReach / 2, window.width() / 3);
    if (x >= window.right() - inside && x <= window.right() + handleReach)
        return Grip::End;
    if (x <= window.left() + inside && x >= window.left() - handleReach)
        return Grip::Begin;
    return window.left() < x && x < window.right() ? Grip::Whole : Grip::None;
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || event->position().x() < gutterWidth() - handleReach)
        return;
    m_grip = gripAt(event->position().x());
    m_pressedAt = event->position().x();
    m_pressedRange = m_view.range();
    if (m_grip != Grip::None)
        return;
    const UtcTime middle = axis().timeAt(m_pressedAt); // a click beside the brush jumps there
    const milliseconds half = m_pressedRange.length() / 2;
    m_pressedRange = {middle - half, middle + half};
    m_grip = Grip::Whole;
    Q_EMIT brushed(m_pressedRange);
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
    const qreal x = event->position().x();
    if (m_grip == Grip::None) {
        const Grip near = gripAt(x);
        setCursor(near == Grip::Begin || near == Grip::End ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    const TimeAxis strip = axis();
    const milliseconds by = strip.timeAt(x) - strip.timeAt(m_pressedAt);
    moveEnds(m_pressedRange, m_grip == Grip::End ? milliseconds{} : by, m_grip == Grip::Begin ? milliseconds{} : by);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent*) { m_grip = Grip::None; }

void OverviewStrip::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) {
        QWidget::keyPressEvent(event);
        return;
    }
    const milliseconds step = axis().range.length() / 100 * (event->key() == Qt::Key_Left ? -1 : 1);
    const bool oneEnd = event->modifiers().testFlag(Qt::ShiftModifier); // wider or narrower
    moveEnds(m_view.range(), oneEnd ? -step : step, oneEnd ? milliseconds{} : step);
}

} // namespace kpwatch
