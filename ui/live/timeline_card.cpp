// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/timeline_card.h"

#include "app/words/words.h"
#include "ui/live/empty_card.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <functional>

namespace kpwatch {

QString rangeWord(RangeChoice choice) {
    switch (choice) {
    case RangeChoice::Hour:
        return TimelineCard::tr("1 h");
    case RangeChoice::SixHours:
        return TimelineCard::tr("6 h");
    case RangeChoice::Day:
        return TimelineCard::tr("24 h");
    case RangeChoice::Week:
        return TimelineCard::tr("7 d");
    case RangeChoice::Month:
        return TimelineCard::tr("30 d");
    case RangeChoice::Year:
        return TimelineCard::tr("1 y");
    case RangeChoice::All:
        return TimelineCard::tr("All");
    }
    return {};
}

// The trough that the range buttons lie in.
class SegmentRow : public QWidget {
  public:
    using QWidget::QWidget;

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeInForce().surface2);
        painter.drawRoundedRect(rect(), 6, 6);
    }
};

TimelineCard::TimelineCard(UtcTime now, bool simulated, QWidget* parent)
    : QWidget(parent), m_span(new TextLabel(12, 400, Ink::Text2, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 6); // as wide as the edge may become
    column->setSpacing(0);
    column->addWidget(header(simulated)); // made in the order that Tab and screen readers go through
    column->addSpacing(8);
    addPlot(*column, now);
    followView();
}

void TimelineCard::addPlot(QBoxLayout& column, UtcTime now) {
    m_timeline = new TimelineWidget(now, this);
    m_overview = new OverviewStrip(this);
    m_emptyCard = new EmptyCard(this);
    m_emptyCard->hide();
    m_emptyRoom = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
    column.addItem(m_emptyRoom);
    column.addWidget(m_timeline, 1);
    column.addSpacing(6);
    column.addWidget(m_overview);
    connect(m_timeline, &TimelineWidget::viewChanged, this, [this] { followView(); });
    connect(m_overview, &OverviewStrip::brushed, this, [this](TimeRange range) {
        ViewState view = m_timeline->view();
        view.show(range);
        m_timeline->setView(view);
    });
    connect(m_emptyCard, &EmptyCard::importWanted, this, &TimelineCard::importWanted);
}

QWidget* TimelineCard::header(bool simulated) {
    auto* bar = new QWidget(this);
    bar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // in two lines rather than wider than the page
    auto* named = new QHBoxLayout;
    named->setSpacing(8);
    m_title = new TextLabel(15, 600, Ink::Text, bar);
    m_title->setText(tr("Timeline"));
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    named->addWidget(m_title);
    named->addSpacing(4);
    if (simulated)
        named->addWidget(m_badge = new SimulatedBadge(bar));
    named->addWidget(m_span, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_header = new QBoxLayout(QBoxLayout::LeftToRight, bar);
    m_header->setContentsMargins(15, 7, 15, 7);
    m_header->setSpacing(8);
    m_header->addLayout(named, 1);
    m_header->addLayout(row);
    m_back = headerButton(QStringLiteral("↶"), tr("Back to the range before"), *bar);
    connect(m_back, &QAbstractButton::clicked, this, [this] { goBack(); });
    row->addWidget(m_back);
    m_segments = new SegmentRow(bar);
    auto* choices = new QHBoxLayout(m_segments);
    choices->setContentsMargins(2, 2, 2, 2);
    choices->setSpacing(0);
    for (std::size_t i = 0; i < rangeChoices.size(); ++i) {
        auto* button = new Button(rangeWord(rangeChoices[i]), ButtonKind::Segment, m_segments);
        button->setCheckable(true);
        connect(button, &QAbstractButton::clicked, this, [this, i] { choose(rangeChoices[i]); });
        choices->addWidget(button);
        m_ranges[i] = button;
    }
    row->addWidget(m_segments);
    m_choice = new Selector(bar);
    m_choice->setAccessibleName(tr("Length of time in view"));
    m_choice->setMinimumContentsLength(6);
    for (const RangeChoice choice : rangeChoices)
        m_choice->addItem(rangeWord(choice));
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { choose(rangeChoices[static_cast<std::size_t>(index)]); });
    row->addWidget(m_choice);
    const auto stepButton = [&](const QString& text, const QString& name, const std::function<void()>& step) {
        Button* button = headerButton(text, name, *bar);
        connect(button, &QAbstractButton::clicked, this, step);
        row->addWidget(button);
        m_steps.push_back(button);
    };
    stepButton(QStringLiteral("−"), tr("Zoom out"), [this] { zoom(1.6); });
    stepButton(QStringLiteral("+"), tr("Zoom in"), [this] { zoom(1 / 1.6); });
    row->addSpacing(4);
    stepButton(QStringLiteral("‹"), tr("Previous change"), [this] { m_timeline->goToChange(-1); });
    stepButton(QStringLiteral("›"), tr("Next change"), [this] { m_timeline->goToChange(1); });
    row->addStretch(); // in a line of its own
    return bar;
}

Button* TimelineCard::headerButton(const QString& text, const QString& name, QWidget& bar) {
    auto* button = new Button(text, ButtonKind::Plain, &bar);
    button->setFont(kpwatch::font(17, 500));
    button->setAccessibleName(name);
    setPlainTip(*button, name);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

void TimelineCard::begin(RangeChoice choice) {
    ViewState view(m_timeline->view().now());
    view.begin(choice);
    m_timeline->setView(view);
    followView();
}

void TimelineCard::choose(RangeChoice choice) {
    ViewState view = m_timeline->view();
    view.choose(choice);
    m_timeline->setView(view);
    followView(); // a second click on the same button must not lift it
}

void TimelineCard::zoom(double factor) {
    ViewState view = m_timeline->view();
    view.zoom(factor);
    m_timeline->setView(view);
}

void TimelineCard::showRange(TimeRange range) {
    ViewState view = m_timeline->view();
    view.leapTo(range);
    m_timeline->setView(view);
}

void TimelineCard::goBack() {
    ViewState view = m_timeline->view();
    view.goBack();
    m_timeline->setView(view);
}

void TimelineCard::toOldest() {
    ViewState view = m_timeline->view();
    view.toOldest();
    m_timeline->setView(view);
}

void TimelineCard::toNow() {
    ViewState view = m_timeline->view();
    view.toNow();
    m_timeline->setView(view);
}

void TimelineCard::showSpan(const std::string& lane, TimeRange span) {
    if (lane.empty()) { // a day
        showRange(span);
        return;
    }
    ViewState view = m_timeline->view();
    view.selectLane(lane);
    view.setCursor(span.begin);
    const auto around = std::max<std::chrono::milliseconds>(span.length(), std::chrono::hours{1});
    view.leapTo({span.begin - around, span.end + around});
    m_timeline->setView(view);
    m_timeline->showCursor();
}

void TimelineCard::followView() {
    const ViewState& view = m_timeline->view();
    for (std::size_t i = 0; i < rangeChoices.size(); ++i)
        m_ranges[i]->setChecked(view.choice() == rangeChoices[i]);
    const auto chosen = std::find(rangeChoices.begin(), rangeChoices.end(), view.choice());
    m_choice->setCurrentIndex(chosen == rangeChoices.end() ? -1 : static_cast<int>(chosen - rangeChoices.begin()));
    const TimeRange range = view.range();
    const QString from = QStringLiteral("%1, %2").arg(words::weekdayDayKst(range.begin), words::clockKst(range.begin));
    const QString lastDay = words::weekdayDayKst(range.end), lastClock = words::clockKst(range.end);
    const bool oneDay = lastDay == words::weekdayDayKst(range.begin);
    const QString to = range.end >= view.now() ? tr("now")
                       : oneDay                ? lastClock
                                               : QStringLiteral("%1, %2").arg(lastDay, lastClock);
    m_span->setText(tr("%1 to %2, %3").arg(from, to, words::zoneName(range.begin)));
    m_overview->setView(view);
    m_back->setVisible(view.canGoBack());
    arrangeHeader();
}

void TimelineCard::setEmpty(bool empty) {
    m_emptyCard->setVisible(empty);
    placeEmptyCard();
}

void TimelineCard::offerImport() { m_emptyCard->offerImport(); }

// Never over the names of the lanes.
void TimelineCard::placeEmptyCard() {
    constexpr int beneath = 8;
    m_emptyCard->adjustSize();
    const TimeAxis plot = m_timeline->axis();
    const bool fits = m_emptyCard->width() <= plot.right - plot.left;
    const int room = fits || m_emptyCard->isHidden() ? 0 : m_emptyCard->height() + beneath;
    if (m_emptyRoom->sizeHint().height() != room) {
        m_emptyRoom->changeSize(0, room, QSizePolicy::Minimum, QSizePolicy::Fixed);
        layout()->invalidate();
        layout()->activate();
    }
    const int middle = fits ? m_timeline->x() + static_cast<int>(plot.left + plot.right) / 2 : width() / 2;
    const int top = fits ? (m_timeline->height() - m_emptyCard->height()) / 2 : -room;
    m_emptyCard->move(std::max(0, middle - m_emptyCard->width() / 2), m_timeline->y() + top);
}

void TimelineCard::resizeEvent(QResizeEvent*) {
    placeEmptyCard();
    arrangeHeader();
}

// As buttons where a line holds them all, else as a menu; never one over the other.
void TimelineCard::arrangeRanges() {
    constexpr int between = 64; // of what lies in the line
    const QMargins margins = m_header->contentsMargins();
    int others = margins.left() + margins.right() + between + (m_back->isHidden() ? 0 : m_back->sizeHint().width());
    for (const Button* const step : m_steps)
        others += step->sizeHint().width();
    const bool fits = others + m_segments->sizeHint().width() <= width();
    m_segments->setVisible(fits);
    m_choice->setVisible(!fits);
    m_header->parentWidget()->setMinimumWidth(others + m_choice->sizeHint().width());
    m_header->itemAt(1)->invalidate();
}

// What is in view matters more than what it is called.
void TimelineCard::arrangeHeader() {
    arrangeRanges();
    const QMargins margins = m_header->contentsMargins();
    m_title->show();
    const int free = width() - m_header->itemAt(1)->sizeHint().width() - m_header->spacing() - margins.left() -
                     margins.right() - m_title->sizeHint().width() - 12;
    m_title->setVisible(
        m_span->fontMetrics().horizontalAdvance(m_span->text()) + (m_badge ? m_badge->sizeHint().width() : 0) <= free);
    for (const int part : {0, 1})
        m_header->itemAt(part)->invalidate(); // who has just been hidden or named anew counts at once
    const int wanted = m_header->itemAt(0)->sizeHint().width() + m_header->spacing() +
                       m_header->itemAt(1)->sizeHint().width() + margins.left() + margins.right();
    m_header->setDirection(wanted > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TimelineCard::paintEvent(QPaintEvent*) {
    const Theme& theme = themeInForce();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal edge = theme.edge(1), inside = edge / 2;
    painter.setPen(QPen(theme.border, edge));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inside, inside, -inside, -inside), 8, 8);
    const qreal line = m_timeline->y() - 8 + 0.5;
    painter.drawLine(QPointF(1, line), QPointF(width() - 1, line));
}

} // namespace kpwatch
