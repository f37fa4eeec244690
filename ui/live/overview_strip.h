// SPDX-License-Identifier: GPL-3.0-or-later
// The longer record in one lane, with a brush on the part that the timeline shows. GUI thread.
#pragma once

#include "ui/live/view_state.h"

#include "app/story/timeline.h"
#include "ui/theme.h"

#include <QWidget>

namespace kpwatch {

// What the strip covers: the last 30 days, or the whole record once the view reaches further back.
TimeRange overviewRange(const ViewState& view);

// The worst of all sites at each moment, so that nothing bad hides in one lane.
std::vector<Span> worstOfSites(const Timeline& timeline);

// One end of the brush, for the keyboard and the screen reader: a slider whose value is the instant it stands at.
// Painted and dragged by the strip.
class BrushHandle : public QWidget {
    Q_OBJECT
  public:
    enum class End { Begin, Finish };
    BrushHandle(End end, QWidget* strip);
    void setAt(UtcTime at, TimeRange within); // what it stands at, and between which ends
    UtcTime at() const { return m_at; }
    TimeRange within() const { return m_within; }

  Q_SIGNALS:
    void moved(std::chrono::milliseconds by);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    UtcTime m_at;
    TimeRange m_within;
};

class OverviewStrip : public QWidget {
    Q_OBJECT
  public:
    explicit OverviewStrip(QWidget* parent = nullptr);
    void setTimeline(const Timeline& overview);
    void setView(const ViewState& view);
    QSize sizeHint() const override;

  Q_SIGNALS:
    void brushed(TimeRange range);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    enum class Grip { None, Begin, End, Whole };
    TimeAxis axis() const;
    QRectF brush() const;
    Grip gripAt(qreal x) const;
    void moveEnds(TimeRange from, std::chrono::milliseconds begin_by, std::chrono::milliseconds end_by);
    void placeHandles();
    void paintBrush(QPainter& painter, const Theme& theme) const;
    void paintEnds(QPainter& painter, const Theme& theme) const;

    BrushHandle* m_begin;
    BrushHandle* m_end;
    Lane m_lane;
    ViewState m_view;
    Grip m_grip = Grip::None;
    qreal m_pressedAt = 0;
    TimeRange m_pressedRange;
};

} // namespace kpwatch
