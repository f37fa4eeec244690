// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline under hand: zoom, pan, read and open lanes, by pointer and by keyboard. Takes values, asks nobody; says
// when the view changed, so that its owner fetches what is now in view. GUI thread.
#pragma once

#include "ui/live/hover_card.h"
#include "ui/live/timeline_paint.h"

#include <QPointer>
#include <QWidget>

class QGestureEvent;
class QNativeGestureEvent;
class QScrollBar;

namespace kpwatch {

class TimelineWidget : public QWidget {
    Q_OBJECT
  public:
    explicit TimelineWidget(UtcTime now, QWidget* parent = nullptr);

    void setTimeline(const Timeline& timeline, const std::vector<Lane>& target_lanes,
                     const std::vector<DeskTimeline>& desks = {});
    // Lanes to be looked at alone, until the ones that stand are set.
    void lookAt(const Timeline& timeline, const std::vector<Lane>& target_lanes);
    void setStatus(const std::optional<LiveStatus>& live,
                   const std::set<std::string>& waiting = {}); // see TimelineData
    void setSwitchedOff(const SwitchedOff& switched_off);
    void setNewQuestions(const NewQuestions& questions);
    void setRoutesNow(const RoutesNow& routes);
    // What is known beyond the range in view, for going to changes that lie outside it.
    void setRecord(const Timeline& record);

    const ViewState& view() const { return m_view; }
    void setView(const ViewState& view); // emits viewChanged if it differs
    TimeAxis axis() const;               // from the range in view to this widget's pixels

    // For who cannot see it: what is shown, in words, and where.
    const std::vector<TimelineRow>& rows() const { return m_layout.rows; }
    HoverWords wordsOf(const TimelineRow& row, std::size_t stretch) const;
    QRect rectOf(const TimelineRow& row, TimeRange range) const;

    // To the change before (-1) or after (1) the cursor: of the selected lane, or of any if none is. Where it lies
    // further away than is known, asks for the whole record and goes there once it has come.
    void goToChange(int direction);
    bool toggleSelectedLane();                // its targets; false if it has none
    void showCursor();                        // with its card, once what is in view has been read
    bool dismissCard();                       // false if none was there
    void scrollToDesk(const std::string& id); // to what that colleague saw, where it is among the rows

    QSize sizeHint() const override { return minimumSizeHint(); } // the page gives it all that is left
    QSize minimumSizeHint() const override;                       // the axis, our own line, and a few lanes to scroll

  Q_SIGNALS:
    void viewChanged();
    void wholeRecordWanted();
    // Double-clicked, or Enter on the selected one: id of a lane or a target; at an outage, that.
    void laneOpened(const std::string& id);
    void blockOpened(const std::string& id, UtcTime at);

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    void rebuild(); // rows and scroll bar from the data and the view; paints all of it
    void sayAgain(const std::vector<std::string>& lanes); // what their gutters say, after another status
    void layOut();
    void updateFrom(UtcTime time); // the plot, to its right end
    void nameYourself();           // for screen readers
    bool zoomOrPanByKey(const QKeyEvent& event);
    bool laneKey(const QKeyEvent& event);
    bool escape();
    static bool isOurKey(const QKeyEvent& event);
    bool zoomByTouchpad(const QNativeGestureEvent& gesture);
    bool zoomByFingers(const QGestureEvent& event);
    void drag(qreal to);
    void selectNeighbour(int step);
    void scrollToSelected();
    void describeAt(const QPointF& position);
    void showCard(const TimelineRow& row, UtcTime at, qreal x);
    void showCardAtCursor();
    void hideCard();
    void openRow(const TimelineRow& row, std::optional<UtcTime> at);
    qreal scroll() const;
    const TimelineRow* selectedRow() const;
    std::vector<const Lane*> lanes() const; // ours, then other desks'
    template <typename Change>
    void change(Change&& make) {
        ViewState next = m_view;
        make(next);
        setView(next);
    }

    TimelineData m_data;
    Timeline m_record;
    ViewState m_view;
    TimelineLayout m_layout;
    qreal m_nowAt = -1; // pixel that the line of the present was painted at
    QScrollBar* m_scroll;
    QPointer<HoverCard> m_card;
    std::optional<UtcTime> m_pointer; // instant under the pointer
    std::optional<QPointF> m_pressed; // while a button is held on the plot
    std::optional<ViewState> m_dragFrom;
    bool m_marks = false;       // the drag marks a span instead of moving the view
    bool m_cardAwaited = false; // at the cursor, once what is in view has been read
    int m_changeAwaited = 0;    // direction, once the whole record has been read
};

} // namespace kpwatch
