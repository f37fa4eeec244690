// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/first_run_pane.h"

#include "ui/live/controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kpwatch {

PlannedChecks plannedChecks(const Watchlist& watchlist) {
    PlannedChecks planned;
    for (const Target& target : watchlist.targets) {
        if (!target.enabled)
            continue;
        double each = 1;
        // A name is looked up beside the check, A and AAAA at each of its servers.
        if (const auto* http = std::get_if<HttpOptions>(&target.probe))
            each += 2.0 * static_cast<double>(http->resolve.servers.size());
        planned.perMinute += each * 60 / static_cast<double>(std::max<std::int64_t>(1, target.interval.count()));
    }
    planned.perDay = static_cast<int>(std::lround(planned.perMinute * 24 * 60));
    for (const Control& control : watchlist.controls) {
        if (control.ring != Ring::Line)
            continue;
        const int interval = static_cast<int>(control.target.interval.count());
        planned.controlInterval_s =
            planned.lineControls == 0 ? interval : std::min(planned.controlInterval_s, interval);
        ++planned.lineControls;
    }
    return planned;
}

class NumberDisc : public QWidget {
  public:
    NumberDisc(int number, QWidget* parent) : QWidget(parent), m_number(number) { setFixedSize(26, 26); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themeInForce().surface2);
        painter.drawEllipse(rect());
        painter.setPen(themeInForce().text2);
        painter.setFont(kpwatch::font(13, 600));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

  private:
    int m_number;
};

struct Point {
    QString title, text;
};

// To two significant figures: it is a plan, not a measurement.
static QString about(int count) {
    int unit = 1;
    while (count / unit >= 100)
        unit *= 10;
    return QLocale(QLocale::English).toString((count + unit / 2) / unit * unit);
}

static std::vector<Point> points(const Watchlist& watchlist) {
    const PlannedChecks planned = plannedChecks(watchlist);
    return {
        {FirstRunPane::tr("Your address can be seen"),
         FirstRunPane::tr(
             "Checks leave from this computer, about %1 a day. The servers, in North Korea too, can log its "
             "address. Use another computer or line if that matters to you.")
             .arg(about(planned.perDay))},
        {FirstRunPane::tr("Gaps are shown, never filled"),
         FirstRunPane::tr(
             "While this computer sleeps or the program is closed nothing is seen, and every chart says so.")},
        {FirstRunPane::tr("Your own line is checked as well"),
         FirstRunPane::tr("%1 computers elsewhere are asked every %2 seconds, so that a fault at your end is not taken "
                          "for one at theirs.")
             .arg(planned.lineControls)
             .arg(planned.controlInterval_s)},
        {FirstRunPane::tr("Few and small checks"),
         FirstRunPane::tr(
             "About %1 short questions a minute, spaced out. Nothing is logged in to and nothing is changed. "
             "In South Korea these sites are blocked: ask a lawyer first.")
             .arg(std::max(1, static_cast<int>(std::lround(planned.perMinute))))}};
}

FirstRunPane::FirstRunPane(const Watchlist& watchlist, bool consented, QWidget* parent)
    : QWidget(parent), m_start(new Button(tr("Start watching"), ButtonKind::Primary, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 22, 24, 24);
    column->setSpacing(20);
    auto* title = new TextLabel(20, 600, Ink::Text, this);
    title->setText(consented ? tr("Not watching yet") : tr("Before the first check"));
    column->addWidget(title);
    int number = 0;
    for (const Point& point : points(watchlist)) {
        auto* row = new QHBoxLayout;
        row->setSpacing(14);
        row->addWidget(new NumberDisc(++number, this), 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(3);
        auto* head = new TextLabel(14, 600, Ink::Text, this);
        head->setText(point.title);
        auto* text = new TextLabel(13, 400, Ink::Text2, this);
        text->setWordWrap(true);
        text->setText(point.text);
        words->addWidget(head);
        words->addWidget(text);
        row->addLayout(words, 1);
        column->addLayout(row);
    }
    column->addSpacing(6);
    m_start->setFixedHeight(40);
    column->addWidget(m_start);
    column->addStretch();
    connect(m_start, &QAbstractButton::clicked, this, &FirstRunPane::startWanted);
}

} // namespace kpwatch
