// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hard_charts.h"

#include "app/words/words.h"

#include <cctype>
#include <cmath>

namespace kpwatch::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Millis = std::chrono::milliseconds;

UtcTime at(const char* text) { return parseIsoUtc(text).value(); }

Hard::Hard(UtcTime begin, Millis length) {
    timeline.range = {begin, begin + length};
    timeline.now = facts.asOf = timeline.range.end + 1h;
}

Lane& Hard::add(const std::string& label, std::vector<Part> parts) {
    Lane lane;
    lane.id = lane.label = lane.shortLabel = label;
    lane.kind = LaneKind::Site;
    lane.host = "www.";
    for (const char letter : label)
        if (letter != ' ')
            lane.host += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    lane.host += ".kp";
    lane.interval = 120s;
    UtcTime now = timeline.range.begin;
    Millis used{0};
    for (const Part& part : parts)
        used += part.length;
    if (used < timeline.range.length())
        parts.push_back({Verdict::Up, timeline.range.length() - used});
    for (const Part& part : parts) {
        lane.spans.push_back({{now, now + part.length}, part.verdict, Reason::None, {}, {}, {}});
        now += part.length;
        if (part.verdict != Verdict::Down)
            continue;
        lane.spans.back().onset = Onset{lane.spans.back().range.begin - 2min, lane.spans.back().range.begin + 10s};
        if (now < timeline.range.end)
            lane.spans.back().ended = Onset{now - 110s, now + 300ms};
    }
    lane.shares = sharesOf(lane.spans, timeline.range);
    timeline.lanes.push_back(lane);
    return timeline.lanes.back();
}

void Hard::addFour(const std::vector<Part>& parts) {
    for (const char* const name : {"KCNA", "Naenara", "Air Koryo", "Foreign Ministry"})
        add(name, parts);
}

const std::vector<Part>& night() {
    static const std::vector<Part> parts{{Verdict::Up, 8h}, {Verdict::Down, 8h + 12min}};
    return parts;
}

Hard withRoutes() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.add("KCNA", {{Verdict::Up, 8h + 18min}, {Verdict::Down, 8h + 12min}});
    hard.add("Naenara", {{Verdict::Up, 8h + 19min}, {Verdict::Down, 7h + 59min}, {Verdict::Degraded, 40min}});
    hard.add(
        "Air Koryo",
        {{Verdict::Up, 1h}, {Verdict::NotMonitored, 90min}, {Verdict::Up, 5h + 50min}, {Verdict::Down, 8h + 8min}});
    hard.add("Foreign Ministry", {{Verdict::Up, 8h + 21min}, {Verdict::Down, 8h + 40min}});
    for (const char* const side : {"China", "Russia"}) {
        Lane& lane = hard.add(std::string("Routes via ") + side,
                              {{Verdict::Up, 8h + 17min}, {Verdict::Down, 8h}, {Verdict::Degraded, 20min}});
        lane.kind = LaneKind::Routes;
        lane.host.clear();
    }
    hard.facts.routes = true;
    hard.facts.routeSources = {"ripe-ris"};
    hard.facts.newsroom = QStringLiteral("The Courier");
    return hard;
}
Hard ongoing() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour({{Verdict::Up, 17h}, {Verdict::Down, 3h}});
    hard.timeline.now = hard.facts.asOf = hard.timeline.range.end;
    return hard;
}
Hard longHeadline() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour(night());
    hard.facts.headline = QStringLiteral("None of the four sites answered, ").repeated(10).left(299) + u'.';
    return hard;
}
Hard minuteInAYear() {
    Hard hard(at("2025-03-05T09:00:00Z"), 365 * 24h);
    hard.add("KCNA", {{Verdict::Up, 200 * 24h}, {Verdict::Down, 1min}});
    hard.add("Naenara");
    return hard;
}
Hard fortyLanes() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    for (int i = 0; i < 40; ++i)
        hard.add("Site number " + std::to_string(i), i % 9 == 8 ? night() : std::vector<Part>{});
    return hard;
}
static Hard noData() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour({{Verdict::NotMonitored, 20h}});
    return hard;
}
static Hard noLanes() { return {at("2026-03-05T09:00:00Z"), 20h}; }
Hard acrossMay2018() {
    Hard hard(at("2018-05-04T03:00:00Z"), 24h);
    hard.addFour({{Verdict::Up, 8h}, {Verdict::Down, 8h}});
    return hard;
}
static Hard pyongyangTime() {
    Hard hard(at("2017-05-04T03:00:00Z"), 24h);
    hard.addFour({{Verdict::Up, 8h}, {Verdict::Down, 8h}});
    return hard;
}
static Hard future() {
    Hard hard(at("2099-03-05T09:00:00Z"), 20h);
    hard.timeline.now = hard.facts.asOf = at("2026-03-05T09:00:00Z");
    hard.addFour({{Verdict::NotMonitored, 20h}});
    return hard;
}
static Hard twoMidnights() { // 15:00 UTC in Korea, 09:00 there for UTC
    Hard hard(at("2026-03-05T14:30:00Z"), 10h);
    hard.addFour({{Verdict::Up, 2h}, {Verdict::Down, 3h}});
    return hard;
}
static Hard twoBlocked() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.add("KCNA", {{Verdict::BlockedHere, 20h}});
    hard.add("Naenara", night());
    hard.add("Air Koryo", {{Verdict::BlockedHere, 20h}});
    hard.add("Foreign Ministry", night());
    return hard;
}
Hard oneOfTwo() {
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour(night());
    hard.facts.otherComputers = 1;
    hard.facts.newsroom = u"한빛일보 The Courier"_s;
    hard.facts.place = u"one computer in Europe"_s;
    return hard;
}
static Hard everything() { // all states, ongoing, simulated, with totals and a logo
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour({{Verdict::Degraded, 2h},
                  {Verdict::ErrorPage, 2h},
                  {Verdict::Unknown, 1h},
                  {Verdict::OwnConnectionDown, 1h},
                  {Verdict::NotMonitored, 1h},
                  {Verdict::BlockedHere, 1h},
                  {Verdict::Up, 1h},
                  {Verdict::Down, 11h}});
    Lane& carriers = hard.add("Name servers", night());
    carriers.kind = LaneKind::Group;
    hard.timeline.simulated = true;
    hard.facts.carriers = hard.facts.totals = true;
    hard.facts.logo = QImage(300, 120, QImage::Format_RGB32);
    hard.facts.logo.fill(Qt::darkGreen);
    return hard;
}
Hard cutByAGap() { // the gap lies in the block; length and headline say "at least"
    Hard hard(at("2026-03-05T09:00:00Z"), 20h);
    hard.addFour({{Verdict::Up, 4h}, {Verdict::Down, 4h}, {Verdict::NotMonitored, 2h}, {Verdict::Down, 8h}});
    for (Lane& lane : hard.timeline.lanes) {
        lane.spans[3].onset = lane.spans[1].onset;
        lane.spans[1].ended.reset();
    }
    return hard;
}

static Hard markedByHand() { // five outages, none of them theirs
    Hard hard(at("2026-03-01T15:00:00Z"), 10 * 24h);
    std::vector<Part> parts;
    for (int day = 0; day < 5; ++day) {
        parts.insert(parts.end(), {{Verdict::Up, 30h}, {Verdict::Down, 4h}});
        const UtcTime began = hard.timeline.range.begin + (day + 1) * 30h + day * 4h;
        hard.facts.falseAlarms.push_back({{began, began + 4h}, {"KCNA", "Naenara", "Air Koryo", "Foreign Ministry"}});
    }
    hard.addFour(parts);
    for (Lane& lane : hard.timeline.lanes)
        lane.targets = {lane.id};
    return hard;
}

const std::vector<HardCase>& hardCases() {
    static const std::vector<HardCase> all{{"300 characters", longHeadline},
                                           {"a minute in a year", minuteInAYear},
                                           {"forty lanes", fortyLanes},
                                           {"no data", noData},
                                           {"no lanes", noLanes},
                                           {"May 2018", acrossMay2018},
                                           {"2017", pyongyangTime},
                                           {"future", future},
                                           {"midnight twice", twoMidnights},
                                           {"two blocked", twoBlocked},
                                           {"one of two computers", oneOfTwo},
                                           {"everything", everything},
                                           {"cut by a gap", cutByAGap},
                                           {"with routes", withRoutes},
                                           {"going on", ongoing},
                                           {"marked by hand", markedByHand}};
    return all;
}

void asOrder(Hard& hard) {
    Ladder ladder;
    UtcTime first = hard.timeline.range.end, last = hard.timeline.range.begin;
    int rank = 0;
    for (const Lane& lane : hard.timeline.lanes) {
        const UtcTime by = hard.timeline.range.begin + 1h + std::chrono::minutes(rank * 3);
        const bool observed = rank % 5 != 4;
        ladder.rungs.push_back({words::cleaned(lane.label),
                                {observed ? std::optional(by - 2min) : std::nullopt, by},
                                rank % 7 == 6 ? 0 : rank / 2 + 1});
        first = std::min(first, by - 2min);
        last = std::max(last, by);
        ++rank;
    }
    ladder.shown = {first - 3min, last + 12min};
    hard.facts.order = ladder;
}
void asResponse(Hard& hard) {
    ResponseTimes times{u"KCNA"_s, {}, 151, 2310};
    QList<QPointF> run;
    const double length = static_cast<double>(hard.timeline.range.length() / 1s);
    for (int i = 0; i <= 200; ++i) {
        if (i == 100)
            times.runs.push_back(std::exchange(run, {}));
        run.append({i * length / 200, 150 + 40 * std::sin(i) + (i == 150 ? 2120 : 0)});
    }
    times.runs.push_back(run);
    hard.facts.response = times;
    if (!hard.timeline.lanes.empty())
        hard.timeline.lanes.resize(1);
}

} // namespace kpwatch::test
