// SPDX-License-Identifier: GPL-3.0-or-later
// The chart at the size there is, in its own proportions, drawn by the code that draws the file. GUI thread.
#pragma once

#include "ui/export/chart_file.h"
#include "ui/paint/colour_vision.h"

#include <QWidget>

namespace kpwatch {

class ChartPreview : public QWidget {
    Q_OBJECT
  public:
    explicit ChartPreview(QWidget* parent = nullptr);
    void setChart(const ComposedChart& chart);
    void setEye(Eye eye); // as others see it; the file is not changed by it
    int percent() const;  // of its full size, as it is shown
    QSize sizeHint() const override { return {830, 467}; }

  Q_SIGNALS:
    void scaled(); // percent() may have changed

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    qreal scale() const;
    void paintSheet(QPainter& painter) const;
    ComposedChart m_chart;
    ChartPreset m_preset;
    Eye m_eye = Eye::All;
};

} // namespace kpwatch
