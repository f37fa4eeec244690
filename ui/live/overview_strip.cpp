// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/overview_strip.h"

#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/timeline_paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace kpwatch {

using std::chrono::milliseconds;

static constexpr qreal stripTop = 4, stripHeight = 26, smallestBrush = 8;

TimeRange overviewRange(const ViewState& view) {
    const UtcTime now = view.now(), month = now - std::chrono::hours{24 * 30};
    const UtcTime first = std::min(view.firstRow().value_or(now), now);
    const UtcTime begin = view.range().begin < month ? std::min(first, view.range().begin) : month;
    return {begin, now};
}

// The order in which states win where they meet; see the rule of the lanes.
static int weight(Verdict verdict) {
    switch (verdict) {
    case Verdict::Down:
        return 7;
    case Verdict::BlockedHere:
        return 6;
    case Verdict::ErrorPage:
        return 5;
    case Verdict::Degraded:
        return 4;
    case Verdict::OwnConnectionDown:
        return 3;
    case Verdict::Unknown:
        return 2;
    case Verdict::Up:
        return 1;
    case Verdict::NotMonitored:
        return 0;
    }
    return 7;
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
            if (span && (!found || weight(span->verdict) > weight(found->verdict)))
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

OverviewStrip::OverviewStrip(QWidget* parent) : QWidget(parent), m_view(UtcTime{}) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_lane.kind = LaneKind::Target; // no durations in a strip this low
}

void OverviewStrip::setTimeline(const Timeline& overview) {
    m_lane.spans = worstOfSites(overview);
    update();
}

void OverviewStrip::setView(const ViewState& view) {
    m_view = view;
    const TimeRange range = view.range();
    setAccessibleName(tr("Part of the record in view: %1 to %2")
                          .arg(words::stampKst(range.begin), words::stampKst(std::min(range.end, view.now()))));
    update();
}

TimeAxis OverviewStrip::axis() const {
    return {overviewRange(m_view), gutterWidth, std::max(gutterWidth + 1, static_cast<qreal>(width()) - plotMargin)};
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

void OverviewStrip::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimeAxis strip = axis();
    const QRectF trough(strip.left, stripTop, strip.right - strip.left, stripHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface2);
    painter.drawRoundedRect(trough, 3, 3);
    const QRectF window = brush();
    QColor glass = theme.accent;
    glass.setAlphaF(0.16F);
    painter.setBrush(glass);
    painter.drawRoundedRect(window, 3, 3);
    paintKnown(painter, trough.adjusted(0, 5, 0, -5), m_lane, strip, theme, devicePixelRatioF());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, hasFocus() ? 2.5 : 1.5));
    painter.drawRoundedRect(window, 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    for (const qreal x : {window.left(), window.right()})
        painter.drawRoundedRect(QRectF(x - 2, window.center().y() - 6, 4, 12), 2, 2);

    const bool whole = strip.range.length() > std::chrono::hours{24 * 30};
    painter.setFont(kpwatch::font(11, 600));
    painter.setPen(theme.text2);
    painter.drawText(QRectF(16, stripTop, gutterWidth - 28, stripHeight), Qt::AlignRight | Qt::AlignVCenter,
                     whole ? tr("Whole record") : tr("Last 30 days"));
    painter.setFont(kpwatch::font(11));
    painter.setPen(theme.text3);
    const QRectF beneath(strip.left, stripTop + stripHeight + 3, strip.right - strip.left, 16);
    painter.drawText(beneath, Qt::AlignLeft | Qt::AlignVCenter,
                     whole ? words::weekdayDayKst(strip.range.begin) : words::dayKst(strip.range.begin));
    painter.drawText(beneath, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
}

OverviewStrip::Grip OverviewStrip::gripAt(qreal x) const {
    const QRectF window = brush();
    if (std::abs(x - window.right()) <= 5)
        return Grip::End;
    if (std::abs(x - window.left()) <= 5)
        return Grip::Begin;
    return window.left() < x && x < window.right() ? Grip::Whole : Grip::None;
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || event->position().x() < gutterWidth - 5)
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
    TimeRange range = m_pressedRange;
    if (m_grip != Grip::End)
        range.begin += by;
    if (m_grip != Grip::Begin)
        range.end += by;
    if (range.length() >= shortestRange)
        Q_EMIT brushed(range);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent*) { m_grip = Grip::None; }

void OverviewStrip::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) {
        QWidget::keyPressEvent(event);
        return;
    }
    const milliseconds step = axis().range.length() / 100 * (event->key() == Qt::Key_Left ? -1 : 1);
    TimeRange range = m_view.range();
    if (event->modifiers().testFlag(Qt::ShiftModifier)) // the end alone: wider or narrower
        range.begin -= step;
    else
        range = {range.begin + step, range.end + step};
    if (range.length() >= shortestRange)
        Q_EMIT brushed(range);
}

} // namespace kpwatch
