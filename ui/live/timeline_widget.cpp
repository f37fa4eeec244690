// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/timeline_widget.h"

#include "ui/live/controls.h"
#include "ui/live/timeline_accessible.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kpwatch {

TimelineWidget::TimelineWidget(UtcTime now, QWidget* parent)
    : QWidget(parent), m_view(now), m_scroll(new QScrollBar(Qt::Vertical, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture); // two fingers on a screen; those on a touchpad come as native gestures
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->hide();
    connect(m_scroll, &QScrollBar::valueChanged, this, [this] {
        hideCard();
        update();
    });
    installTimelineAccessible();
    nameYourself();
}

// Whatever it points to.
static bool saysTheSame(TimelineRow one, TimelineRow other) {
    one.lane = other.lane = nullptr;
    one.agreement = other.agreement = nullptr; // it follows from the lanes
    return one == other;
}

void TimelineWidget::updateFrom(UtcTime time) {
    const qreal left = std::max(gutterWidth(), axis().xAt(time) - 4);
    update(QRectF(left, 0, width() - left, height()).toAlignedRect());
}

// As wentOnFrom() of lanes.
static std::optional<UtcTime> wentOn(const std::vector<DeskTimeline>& earlier, const std::vector<DeskTimeline>& later) {
    if (earlier.size() != later.size())
        return std::nullopt;
    UtcTime from = UtcTime::max();
    for (std::size_t i = 0; i < later.size(); ++i) {
        const std::optional<UtcTime> lanes = wentOnFrom(earlier[i].lanes, later[i].lanes);
        const std::optional<UtcTime> targets = wentOnFrom(earlier[i].targetLanes, later[i].targetLanes);
        if (!lanes || !targets)
            return std::nullopt;
        from = std::min({from, *lanes, *targets});
    }
    return from;
}

void TimelineWidget::setTimeline(const Timeline& timeline, const std::vector<Lane>& target_lanes,
                                 const std::vector<DeskTimeline>& desks) {
    const std::optional<UtcTime> lanes = wentOnFrom(m_data.timeline.lanes, timeline.lanes);
    const std::optional<UtcTime> targets = wentOnFrom(m_data.targetLanes, target_lanes);
    const std::optional<UtcTime> others = wentOn(m_data.desks, desks);
    const std::vector<TimelineRow> before = std::exchange(m_layout.rows, {});
    m_data.inShort = false;
    m_data.timeline = timeline;
    m_data.targetLanes = target_lanes;
    m_data.desks = desks;
    layOut();
    // Mostly the present has moved by less than a pixel, and nothing else has changed.
    if (lanes && targets && others && std::ranges::equal(before, m_layout.rows, saysTheSame))
        updateFrom(std::min({*lanes, *targets, *others}));
    else
        update();
    if (m_cardAwaited && m_view.cursor() && timeline.range.contains(*m_view.cursor())) {
        m_cardAwaited = false;
        showCardAtCursor();
    }
}

void TimelineWidget::lookAt(const Timeline& timeline, const std::vector<Lane>& target_lanes) {
    hideCard();
    m_layout.rows.clear(); // they point to what goes away
    m_data.inShort = true;
    m_data.timeline = timeline;
    m_data.targetLanes = target_lanes;
    m_data.desks.clear();
    rebuild();
}

void TimelineWidget::setRecord(const Timeline& record) {
    m_record = record;
    if (const int direction = std::exchange(m_changeAwaited, 0); direction != 0)
        goToChange(direction);
}

void TimelineWidget::setStatus(const std::optional<LiveStatus>& live, const std::set<std::string>& waiting) {
    const bool same = waiting == m_data.waiting;
    const auto changed = same ? saidAnew(m_data.live, live) : std::nullopt;
    m_data.live = live;
    m_data.waiting = waiting;
    if (changed)
        sayAgain(*changed);
    else
        rebuild();
}

void TimelineWidget::setSwitchedOff(const SwitchedOff& switched_off) {
    if (switched_off == m_data.switchedOff)
        return;
    m_data.switchedOff = switched_off;
    rebuild();
}

void TimelineWidget::setNewQuestions(const NewQuestions& questions) {
    if (questions == m_data.newQuestions)
        return;
    m_data.newQuestions = questions;
    rebuild();
}

void TimelineWidget::setRoutesNow(const RoutesNow& routes) {
    if (routes == m_data.routesNow)
        return;
    m_data.routesNow = routes;
    rebuild();
}

void TimelineWidget::setView(const ViewState& view) {
    if (view == m_view)
        return;
    const bool moved = view.range() != m_view.range();
    ViewState later = m_view;
    later.setNow(view.now());
    const bool onlyLater = !moved && later == view;
    m_view = view;
    if (onlyLater && std::floor(axis().xAt(view.now())) == m_nowAt)
        return; // a second is seldom a pixel
    rebuild();
    if (moved)
        Q_EMIT viewChanged();
}

TimeAxis TimelineWidget::axis() const {
    return {m_view.range(), gutterWidth(), std::max(gutterWidth() + 1, static_cast<qreal>(width()) - plotMargin)};
}

void TimelineWidget::rebuild() {
    layOut();
    update();
}

// A commit changes a word or two: a row each, and nothing of its lane.
void TimelineWidget::sayAgain(const std::vector<std::string>& lanes) {
    for (TimelineRow& row : m_layout.rows) {
        if (row.kind != RowKind::Lane || std::ranges::find(lanes, row.lane->id) == lanes.end())
            continue;
        sayRow(row, m_data, m_view);
        update(QRectF(0, topOf(m_layout, row, scroll()), gutterWidth(), row.height).toAlignedRect());
    }
}

void TimelineWidget::layOut() {
    m_layout = timelineLayout(m_data, m_view, height(), QFontMetricsF(kpwatch::font(13, 500)).height());
    const int hidden = static_cast<int>(std::ceil(m_layout.contentHeight - m_layout.viewHeight));
    m_scroll->setVisible(hidden > 0);
    m_scroll->setRange(0, std::max(0, hidden));
    m_scroll->setPageStep(std::max(1, static_cast<int>(m_layout.viewHeight)));
    m_scroll->setSingleStep(24);
    m_scroll->setGeometry(width() - 12, static_cast<int>(axisHeight()), 8, static_cast<int>(m_layout.viewHeight));
    nameYourself();
}

void TimelineWidget::nameYourself() {
    const TimeRange range = m_view.range();
    const UtcTime end = std::min(range.end, m_view.now());
    const QString name =
        tr("Outage timeline, %1 %2 to %3 %4 Korea time, %n lanes", nullptr, static_cast<int>(lanes().size()))
            .arg(words::weekdayDayKst(range.begin), words::clockKst(range.begin), words::weekdayDayKst(end),
                 words::clockKst(end));
    if (accessibleName() != name)
        setAccessibleName(name);
}

QSize TimelineWidget::minimumSizeHint() const {
    const qreal text = QFontMetricsF(kpwatch::font(13, 500)).height();
    return {static_cast<int>(gutterWidth() + 140), static_cast<int>(std::ceil(smallestHeight(text)))};
}

std::vector<const Lane*> TimelineWidget::lanes() const {
    std::vector<const Lane*> all = pointersTo(m_data.timeline.lanes);
    for (const DeskTimeline& desk : m_data.desks)
        std::ranges::copy(pointersTo(desk.lanes), std::back_inserter(all));
    return all;
}

qreal TimelineWidget::scroll() const { return m_scroll->value(); }

void TimelineWidget::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    TimelinePicture picture;
    picture.layout = &m_layout;
    picture.axis = axis();
    picture.now = m_view.now();
    picture.size = size();
    picture.scroll = scroll();
    picture.selected = m_view.lane();
    picture.live = m_data.live.has_value();
    picture.focused = hasFocus();
    picture.crosshair = m_pointer ? m_pointer : m_view.cursor();
    picture.selection = m_view.selection();
    picture.devicePixelRatio = devicePixelRatioF();
    picture.dirty = event->rect();
    m_nowAt = std::floor(picture.axis.xAt(picture.now));
    paintTimeline(painter, picture, themeInForce());
}

void TimelineWidget::resizeEvent(QResizeEvent*) {
    hideCard();
    rebuild();
    Q_EMIT viewChanged(); // the plot has other pixels now
}

void TimelineWidget::hideEvent(QHideEvent*) { hideCard(); }

// --- the card ---

void TimelineWidget::showCard(const TimelineRow& row, UtcTime at, qreal x) {
    const std::optional<std::size_t> stretch = stretchAt(row, at);
    if (!stretch) {
        if (m_card)
            m_card->hide();
        return;
    }
    if (!m_card) {
        m_card = new HoverCard(window());
        auto* dismiss =
            new QShortcut(Qt::Key_Escape, m_card); // alive only while the card is seen, wherever the focus is
        connect(dismiss, &QShortcut::activated, this, &TimelineWidget::escape);
    }
    HoverWords said = wordsOf(row, *stretch);
    if (!row.others && row.lane->spans[*stretch].verdict == Verdict::Down)
        said.hint = tr("Double-click or Enter: the incident");
    setAccessibleDescription(said.spoken());
    const QPoint top = mapTo(window(), QPoint(static_cast<int>(x), static_cast<int>(topOf(m_layout, row, scroll()))));
    m_card->showAt(QRect(top, QSize(1, static_cast<int>(row.height))), said, mapTo(window(), rect().topRight()).x());
}

HoverWords TimelineWidget::wordsOf(const TimelineRow& row, std::size_t stretch) const {
    const TimeRange known = m_data.timeline.range;
    if (row.agreement)
        return hoverWords(row.fullName, (*row.agreement)[stretch], known, m_data.timeline.now);
    const Span& span = row.lane->spans[stretch];
    HoverWords said = hoverWords(*row.lane, stretch, known, m_data.timeline.now);
    if (row.others)
        said.title = QStringLiteral("%1 · %2").arg(row.fullName, words::stateLower(span.verdict));
    if (const QString why = whyOff(*row.lane, m_data.switchedOff); !why.isEmpty() && &span == &row.lane->spans.back())
        said.beneath = tr("Switched off: %1").arg(why);
    for (const UtcTime at : row.newQuestions)
        if (span.range.contains(at)) {
            const QString when = QStringLiteral("%1, %2").arg(words::weekdayDayKst(at), words::clockKst(at));
            said.beneath += (said.beneath.isEmpty() ? QString() : QStringLiteral(" · ")) +
                            tr("asked something else from %1 %2 on").arg(when, words::zoneName(at));
        }
    return said;
}

QRect TimelineWidget::rectOf(const TimelineRow& row, TimeRange range) const {
    const TimeAxis plot = axis();
    const qreal left = std::clamp(plot.xAt(range.begin), plot.left, plot.right);
    const qreal right = std::clamp(plot.xAt(range.end), left, plot.right);
    return QRectF(left, topOf(m_layout, row, scroll()), right - left, row.height).toAlignedRect();
}

void TimelineWidget::showCursor() {
    m_cardAwaited = true;
    Q_EMIT viewChanged(); // asks, even if the range is the same
}

void TimelineWidget::showCardAtCursor() {
    const TimelineRow* row = selectedRow();
    if (!row || !m_view.cursor() || !m_view.range().contains(*m_view.cursor()))
        return;
    showCard(*row, *m_view.cursor(), axis().xAt(*m_view.cursor()));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TimelineWidget::hideCard() {
    m_cardAwaited = false;
    if (m_card)
        m_card->hide();
    if (m_pointer) {
        m_pointer.reset();
        update();
    }
}

} // namespace kpwatch
