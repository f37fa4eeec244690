// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows the timeline has, and what their gutters say. Pure; placed by timeline_layout, painted by timeline_paint,
// pointed at by timeline_widget. Any thread.
#pragma once

#include "app/history/desk_timeline.h"
#include "app/history/new_questions.h"
#include "app/words/words.h"
#include "ui/live/view_state.h"

#include <map>
#include <set>

namespace kpwatch {

// Targets that cannot be asked by the way out in force, by slug, and why.
using SwitchedOff = std::map<std::string, QString>;

// What is seen of routes at this moment, by lane.
using RoutesNow = std::map<std::string, Span>;

struct TimelineData {
    Timeline timeline;
    std::vector<Lane> targetLanes;  // for opened lanes
    std::optional<LiveStatus> live; // none in a window that only reads: the last span speaks instead
    SwitchedOff switchedOff;
    std::set<std::string> waiting{};   // lanes that somebody watches and nothing has come back from yet
    std::vector<DeskTimeline> desks{}; // below our lanes
    bool inShort = false;              // the lanes are a first look: nothing is told of them in words
    NewQuestions newQuestions{};
    RoutesNow routesNow{}; // where the range in view ends before now
};

enum class RowKind { Heading, Lane, TargetLane, Agreement };

struct TimelineRow {
    RowKind kind = RowKind::Lane;
    QString name;               // heading in capitals, or the lane's name
    QString shortName;          // for where the name does not fit
    QString fullName;           // with the desk whose it is, for where the heading is not at hand
    const Lane* lane = nullptr; // into the TimelineData the rows were made from, and so is the next
    const std::vector<AgreementSpan>* agreement = nullptr; // of another desk's lane with ours
    std::vector<UtcTime> newQuestions{};                   // from these on something else is asked
    bool others = false;                                   // another desk's
    bool inShort = false;                                  // see TimelineData
    Verdict state = Verdict::NotMonitored;
    QString value;     // never just a colour: "Not answering", "1 of 2 answer", "98.4 % · 91 %"
    bool loud = false; // the value is about something wrong
    bool openable = false, open = false;
    bool pinned = false;       // our own line: never scrolls away
    qreal top = 0, height = 0; // of timelineLayout; pinned ones from the top of the pinned block, others from that of
                               // the scrolled one
    bool operator==(const TimelineRow&) const = default;
};

// Ranges of 30 days and more show the share that answered, always with its coverage.
bool showsShares(TimeRange range);

// `spread`: lanes of several targets are open unless they were closed. Without place and height.
std::vector<TimelineRow> rowsOf(const TimelineData& data, const ViewState& view, bool spread);

// Ids of the lanes that say something else by `later` than by `earlier`; nullopt if these tell of other lanes.
std::optional<std::vector<std::string>> saidAnew(const std::optional<LiveStatus>& earlier,
                                                 const std::optional<LiveStatus>& later);
// What the gutter says of a row by the status in `data`.
void sayRow(TimelineRow& row, const TimelineData& data, const ViewState& view);

// Why a lane is off: all that feeds it is. Empty if it is not.
QString whyOff(const Lane& lane, const SwitchedOff& switched_off);

// From when on the later reading of the same lanes differs from the earlier, if all that happened is that their last
// spans went on: of a down time, whose length is written in it, from its begin. nullopt: something else differs.
std::optional<UtcTime> wentOnFrom(const std::vector<Lane>& earlier, const std::vector<Lane>& later);

std::vector<const Lane*> pointersTo(const std::vector<Lane>& lanes);

// The span of a lane at an instant; nullptr outside what is known.
const Span* spanAt(const Lane& lane, UtcTime at);

// What lies in a row one after another: the spans of its lane, or what the comparison says; nothing in a first look.
std::size_t stretchCount(const TimelineRow& row);
TimeRange stretchOf(const TimelineRow& row, std::size_t index);
std::optional<std::size_t> stretchAt(const TimelineRow& row, UtcTime at); // none outside what is known

} // namespace kpwatch
