// SPDX-License-Identifier: GPL-3.0-or-later
// What of the record is being looked at: the range, whether it follows the present, the way back, the lane and the
// instant that are pointed at, the span that is being marked, the lanes that are opened. A value without widgets, so
// that its rules can be tested alone. Any thread.
#pragma once

#include "ui/paint/time_axis.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kpwatch {

enum class RangeChoice { Hour, SixHours, Day, Week, Month, Year, All };
inline constexpr std::array<RangeChoice, 7> rangeChoices{RangeChoice::Hour, RangeChoice::SixHours, RangeChoice::Day,
                                                         RangeChoice::Week, RangeChoice::Month,    RangeChoice::Year,
                                                         RangeChoice::All};
// nullopt for All, whose length is that of the record.
std::optional<std::chrono::milliseconds> lengthOf(RangeChoice choice);

class ViewState {
  public:
    // The last 24 hours, following the present.
    explicit ViewState(UtcTime now);
    bool operator==(const ViewState&) const = default;

    TimeRange range() const { return m_range; }
    UtcTime now() const { return m_now; }
    std::optional<UtcTime> firstRow() const { return m_firstRow; }
    bool followsNow() const { return m_lead.has_value(); }
    std::optional<RangeChoice> choice() const { return m_choice; } // nullopt once zoomed by hand

    // The present goes on; a view that follows it moves along, a thousandth of its length at a time.
    void setNow(UtcTime now);
    void setFirstRow(std::optional<UtcTime> first);

    void begin(RangeChoice choice) { follow(choice); }
    void choose(RangeChoice choice);
    // Around the instant under `x`; factor > 1 shows more time.
    void zoomAt(const TimeAxis& axis, qreal x, double factor);
    // Without a pointer: around the cursor if it is in view, else the present if that is in view, else the middle.
    void zoom(double factor);
    void panBy(std::chrono::milliseconds by);
    void panByShare(double share); // of the range's length
    void toOldest();
    void toNow();
    void show(TimeRange range); // the brush; kept within the limits

    // A leap remembers the range it leaves, so that there is a way back from it; zooming and panning do not.
    void leapTo(TimeRange range);
    bool canGoBack() const { return !m_left.empty(); }
    void goBack();

    // A span being marked, from where it was begun to where it has come; in order, and never past the present.
    std::optional<TimeRange> selection() const;
    void select(UtcTime anchor, UtcTime other);
    void extendSelection(double share); // of the range's length; begins at the cursor
    void clearSelection() { m_selection.reset(); }
    void leapToSelection(); // and no longer marks it

    const std::string& lane() const { return m_lane; } // id of the selected lane; empty for none
    void selectLane(const std::string& id);
    std::optional<UtcTime> cursor() const { return m_cursor; }
    void setCursor(std::optional<UtcTime> at) { m_cursor = at; }
    bool isOpen(const std::string& lane_id) const { return m_open.contains(lane_id); }
    void toggleOpen(const std::string& lane_id);

  private:
    void settle(TimeRange range); // takes a range and decides whether it follows the present
    void follow(RangeChoice choice);
    void followAll();
    void remember(); // the range in view, for goBack()

    struct Leap {
        TimeRange range; // where it was when it was left
        std::optional<RangeChoice> choice;
        bool followed = false;
        bool operator==(const Leap&) const = default;
    };
    struct Selection {
        UtcTime anchor, other;
        bool operator==(const Selection&) const = default;
    };

    UtcTime m_now;
    std::optional<UtcTime> m_firstRow;
    TimeRange m_range;
    std::optional<RangeChoice> m_choice = RangeChoice::Day;
    std::optional<std::chrono::milliseconds> m_lead; // how far the range reaches past now, while it follows
    std::string m_lane;
    std::optional<UtcTime> m_cursor;
    std::set<std::string> m_open;
    std::vector<Leap> m_left; // ranges that were leapt from, oldest first
    std::optional<Selection> m_selection;
};

} // namespace kpwatch
