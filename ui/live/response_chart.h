// SPDX-License-Identifier: GPL-3.0-or-later
// How long the connection took, over the range in view: the only file that knows Qt Charts, made when first shown. One
// line per unbroken run of answers: nothing is joined across a time without an answer. GUI thread.
#pragma once

#include "app/history/archive.h"

#include <QPointF>
#include <QWidget>

namespace kpwatch {

// Points (seconds from the range's begin, milliseconds), broken where two buckets lie further apart than two intervals
// or buckets, whichever is longer: there was no answer between them. Two points per bucket at most. Pure.
std::vector<QList<QPointF>> unbrokenRuns(const std::vector<LatencyPoint>& points, TimeRange range, int columns,
                                         std::chrono::seconds interval);

class ResponseChart : public QWidget {
    Q_OBJECT
  public:
    explicit ResponseChart(QWidget* parent = nullptr);
    ~ResponseChart() override;
    // `silent` is tinted: when it did not answer, where that is known.
    void setPoints(const std::vector<LatencyPoint>& points, TimeRange range, int columns, std::chrono::seconds interval,
                   std::vector<TimeRange> silent = {});
    QSize sizeHint() const override { return {320, 190}; }

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Chart;
    void draw();
    std::vector<QList<QPointF>> m_runs;
    TimeRange m_range;
    std::vector<TimeRange> m_silent;
    std::unique_ptr<Chart> m_chart;
};

} // namespace kpwatch
