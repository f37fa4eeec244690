// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/response_chart.h"

#include "ui/live/controls.h"
#include "ui/paint/round_step.h"
#include "ui/paint/time_axis.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QScatterSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace kpwatch {

using std::chrono::milliseconds;

// In the middle; zero for fewer than three points. A record may have been made at another interval than today's.
static milliseconds usualStep(const std::vector<LatencyPoint>& points) {
    std::vector<milliseconds> steps;
    for (std::size_t i = 1; i < points.size(); ++i)
        steps.push_back(points[i].at - points[i - 1].at);
    if (steps.size() < 2)
        return milliseconds{0};
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return *middle;
}

std::vector<QList<QPointF>> unbrokenRuns(const std::vector<LatencyPoint>& points, TimeRange range, int columns,
                                         std::chrono::seconds interval) {
    const milliseconds bucket = range.length() / std::max(1, columns);
    const milliseconds longestStep = 2 * std::max<milliseconds>({bucket, interval, usualStep(points)}) + bucket;
    std::vector<QList<QPointF>> runs;
    std::optional<UtcTime> previous;
    for (const LatencyPoint& point : points) {
        if (!previous || point.at - *previous > longestStep)
            runs.emplace_back();
        previous = point.at;
        const qreal x = static_cast<qreal>((point.at - range.begin).count()) / 1000;
        const auto inMillis = [](Micros length) { return static_cast<qreal>(length.count()) / 1000; };
        runs.back().append({x, inMillis(point.lowest)});
        if (point.highest != point.lowest)
            runs.back().append({x, inMillis(point.highest)});
    }
    return runs;
}

// Qt Charts draws its own x labels from numbers only; ours are Korea time, like everywhere else.
class KoreaTimeView : public QChartView {
  public:
    KoreaTimeView(QChart* chart, QWidget* parent) : QChartView(chart, parent) {}
    TimeRange range;
    std::vector<TimeRange> silent;
    bool empty = true;

  protected:
    void drawBackground(QPainter* painter, const QRectF&) override {
        const QRectF plot = chart()->plotArea();
        const TimeAxis axis{range, plot.left(), plot.right()};
        for (const TimeRange& time : silent) {
            const qreal left = std::max(plot.left(), axis.xAt(time.begin));
            const qreal right = std::min(plot.right(), axis.xAt(time.end));
            if (left < right)
                painter->fillRect(QRectF(left, plot.top(), right - left, plot.height()), themeInForce().downTint);
        }
    }
    void drawForeground(QPainter* painter, const QRectF&) override {
        const Theme& theme = themeInForce();
        const QRectF plot = chart()->plotArea();
        const TimeAxis axis{range, plot.left(), plot.right()};
        painter->setFont(kpwatch::font(11));
        for (const Tick& tick : axis.ticks(64 * textScale())) {
            const qreal x = axis.xAt(tick.at);
            painter->setPen(theme.grid);
            painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
            const qreal half = QFontMetricsF(painter->font()).horizontalAdvance(tick.kst) / 2 + 1;
            if (x - half < 0 || x + half > sceneRect().right()) // a cut hour would be another hour
                continue;
            painter->setPen(theme.text3);
            painter->drawText(QRectF(x - half, plot.bottom() + 2, 2 * half, 20 * textScale()), Qt::AlignCenter,
                              tick.kst);
        }
        if (empty) {
            painter->setPen(theme.text3);
            painter->setFont(kpwatch::font(12));
            painter->drawText(plot, Qt::AlignCenter, ResponseChart::tr("No answer in this span"));
        }
    }
};

struct ResponseChart::Chart {
    explicit Chart(QWidget* parent)
        : chart(new QChart), view(new KoreaTimeView(chart, parent)), across(new QValueAxis(chart)),
          upwards(new QValueAxis(chart)) {
        chart->legend()->hide();
        chart->setMargins({0, 0, 0, 0});
        chart->layout()->setContentsMargins(0, 0, 0, qRound(18 * textScale())); // room for our own labels
        chart->setBackgroundBrush(Qt::NoBrush);
        chart->addAxis(across, Qt::AlignBottom);
        chart->addAxis(upwards, Qt::AlignLeft);
        across->setLabelsVisible(false);
        across->setGridLineVisible(false);
        across->setLineVisible(false);
        upwards->setLineVisible(false);
        upwards->setLabelFormat(QStringLiteral("%.0f"));
        view->setFrameShape(QFrame::NoFrame);
        view->setRenderHint(QPainter::Antialiasing);
        view->setBackgroundBrush(Qt::NoBrush);
        view->setFocusPolicy(Qt::NoFocus);
        view->setViewportUpdateMode(QGraphicsView::FullViewportUpdate); // our labels are no items of the scene
    }

    void colour(const Theme& theme) const {
        upwards->setLabelsFont(kpwatch::font(11));
        upwards->setLabelsColor(theme.text3);
        upwards->setGridLineColor(theme.grid);
        view->viewport()->setAutoFillBackground(false);
    }

    QChart* chart; // owned by the view
    KoreaTimeView* view;
    QValueAxis* across;
    QValueAxis* upwards;
};

ResponseChart::ResponseChart(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setAccessibleName(tr("Response time"));
}

ResponseChart::~ResponseChart() = default;

void ResponseChart::setPoints(const std::vector<LatencyPoint>& points, TimeRange range, int columns,
                              std::chrono::seconds interval, std::vector<TimeRange> silent) {
    m_runs = unbrokenRuns(points, range, columns, interval);
    m_silent = std::move(silent);
    m_range = range;
    if (isVisible())
        draw();
}

void ResponseChart::showEvent(QShowEvent*) { draw(); }

void ResponseChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && m_chart)
        draw();
    QWidget::changeEvent(event);
}

void ResponseChart::draw() {
    if (!m_chart) {
        m_chart = std::make_unique<Chart>(this);
        layout()->addWidget(m_chart->view);
    }
    const Theme& theme = themeInForce();
    m_chart->chart->removeAllSeries();
    qreal lowest = 1e12, highest = 0;
    for (const QList<QPointF>& run : m_runs) {
        for (const QPointF& point : run) {
            lowest = std::min(lowest, point.y());
            highest = std::max(highest, point.y());
        }
        QXYSeries* series = nullptr;
        if (run.size() == 1) { // a line of one point would not be seen
            auto* dot = new QScatterSeries;
            dot->setMarkerSize(3);
            dot->setBorderColor(Qt::transparent);
            series = dot;
        } else {
            series = new QLineSeries;
        }
        series->setColor(theme.up);
        if (run.size() > 1)
            series->setPen(QPen(theme.up, 1.5));
        series->replace(run);
        m_chart->chart->addSeries(series); // takes it over
        series->attachAxis(m_chart->across);
        series->attachAxis(m_chart->upwards);
    }
    m_chart->across->setRange(0, static_cast<qreal>(std::max<std::int64_t>(1, m_range.length().count())) / 1000);
    const qreal step = roundStep(highest * 1.05 / 4);
    const int steps = std::max(1, static_cast<int>(std::ceil(highest * 1.05 / step)));
    m_chart->upwards->setRange(0, step * steps);
    m_chart->upwards->setTickCount(steps + 1);
    m_chart->upwards->setLabelsVisible(highest > 0);
    m_chart->colour(theme);
    m_chart->view->range = m_range;
    m_chart->view->silent = m_silent;
    m_chart->view->empty = m_runs.empty();
    m_chart->view->viewport()->update();
    setAccessibleDescription(m_runs.empty() ? tr("No answer in this span")
                                            : tr("Between %1 and %2 milliseconds, in %n unbroken runs", nullptr,
                                                 static_cast<int>(m_runs.size()))
                                                  .arg(std::lround(lowest))
                                                  .arg(std::lround(highest)));
}

} // namespace kpwatch
