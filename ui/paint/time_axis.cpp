// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/time_axis.h"

#include "app/words/korea_time.h"
#include "app/words/language.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace kpwatch {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr minutes bySeconds{2};    // what is shorter may have no whole minute in it
constexpr double overshoot = 0.03; // how far after now a view may reach, as a share of its length

QString clock(const QDateTime& time) { return QLocale::c().toString(time, QStringLiteral("HH:mm")); }
QString day(const QDateTime& time) { return words::printedDate(time, words::DateForm::Day); }

bool isMidnight(const QDateTime& time) { return time.time() == QTime(0, 0); }

QString dayOrClock(const QDateTime& time) { return isMidnight(time) ? day(time) : clock(time); }

Tick clockTick(UtcTime at) {
    const QDateTime kst = inKorea(at);
    return {at, dayOrClock(kst), dayOrClock(inUtc(at)), isMidnight(kst)};
}

Tick secondTick(UtcTime at) {
    const auto withSeconds = [](const QDateTime& time) {
        return isMidnight(time) ? day(time) : QLocale::c().toString(time, QStringLiteral("HH:mm:ss"));
    };
    const QDateTime kst = inKorea(at);
    return {at, withSeconds(kst), withSeconds(inUtc(at)), isMidnight(kst)};
}

Tick dayTick(UtcTime at) {
    const QDateTime kst = inKorea(at), utc = inUtc(at);
    return {at, day(kst), QStringLiteral("%1, %2").arg(day(utc), clock(utc)), kst.date().day() == 1};
}

Tick monthTick(UtcTime at) {
    const QDateTime first = inKorea(at);
    const bool newYear = first.date().month() == 1;
    return {at, words::printedDate(first, newYear ? words::DateForm::Year : words::DateForm::Month), {}, newYear};
}

// Collects ticks in the range, each later than the one before: where clocks were set back or forward, two readings of
// Korea's clocks can be one instant.
struct Collector {
    TimeRange range;
    std::vector<Tick> ticks;

    void add(const QDateTime& local, Tick (*make)(UtcTime)) {
        const UtcTime at = instantOf(local);
        if (range.begin <= at && at <= range.end && (ticks.empty() || ticks.back().at < at))
            ticks.push_back(make(at));
    }
};

// Every zone that Korea had is off by whole minutes.
std::vector<Tick> secondTicks(TimeRange range, seconds step) {
    std::vector<Tick> ticks;
    const milliseconds since = range.begin.time_since_epoch();
    for (UtcTime at{(since + step - milliseconds{1}) / step * step}; at <= range.end; at += step)
        ticks.push_back(secondTick(at));
    return ticks;
}

std::vector<Tick> clockTicks(TimeRange range, minutes step) {
    Collector collector{range, {}};
    const QDate last = inKorea(range.end).date();
    for (QDate day = inKorea(range.begin).date(); day <= last; day = day.addDays(1))
        for (minutes of_day{0}; of_day < hours{24}; of_day += step)
            collector.add(QDateTime(day,
                                    QTime::fromMSecsSinceStartOfDay(static_cast<int>(milliseconds{of_day}.count())),
                                    koreaZone()),
                          clockTick);
    return std::move(collector.ticks);
}

std::vector<Tick> dayTicks(TimeRange range, int step_days) {
    Collector collector{range, {}};
    const QDate last = inKorea(range.end).date();
    for (QDate day = inKorea(range.begin).date(); day <= last; day = day.addDays(1))
        if (day.toJulianDay() % step_days == 0) // Julian day 0 was a Monday: weeks begin there
            collector.add(day.startOfDay(koreaZone()), dayTick);
    return std::move(collector.ticks);
}

std::vector<Tick> monthTicks(TimeRange range, int step_months) {
    Collector collector{range, {}};
    const QDate last = inKorea(range.end).date();
    const QDate first = inKorea(range.begin).date();
    QDate month(first.year(), 1, 1);
    if (step_months > 12)
        month = QDate(first.year() - first.year() % (step_months / 12), 1, 1);
    for (; month <= last; month = month.addMonths(step_months))
        collector.add(month.startOfDay(koreaZone()), monthTick);
    return std::move(collector.ticks);
}

// Ticks of a step have room if each gets at least `spacing` pixels.
bool fits(milliseconds step, const TimeAxis& axis, qreal spacing) {
    const auto length = static_cast<double>(axis.range.length().count());
    return (axis.right - axis.left) * static_cast<double>(step.count()) >= spacing * length;
}

// The smallest step with room; perhaps none of its moments lies in the range.
std::vector<Tick> steppedTicks(const TimeAxis& axis, qreal spacing) {
    const TimeRange range = axis.range;
    if (range.length() < bySeconds) {
        constexpr qreal wider = 1.4; // "18:00:10" than "18:00"
        for (const seconds step : {seconds{1}, seconds{5}, seconds{10}, seconds{30}, seconds{60}})
            if (fits(step, axis, spacing * wider))
                return secondTicks(range, step);
        return {};
    }
    constexpr std::array clockSteps{minutes{1},  minutes{2},   minutes{5},   minutes{10},  minutes{15},  minutes{30},
                                    minutes{60}, minutes{120}, minutes{180}, minutes{240}, minutes{360}, minutes{720}};
    constexpr auto longestByDays = days{100};
    if (range.length() <= longestByDays) {
        for (const minutes step : clockSteps)
            if (fits(step, axis, spacing))
                return clockTicks(range, step);
        for (const int step : {1, 2, 7})
            if (fits(days{step}, axis, spacing))
                return dayTicks(range, step);
    }
    // "May" is a shorter word than "18:00" over "09:00" needs: months may stand closer.
    constexpr qreal narrower = 0.7;
    constexpr auto longestByMonths = days{8 * 366};
    if (range.length() <= longestByMonths)
        for (const int step : {1, 2, 3, 6})
            if (fits(days{step * 30}, axis, spacing * narrower))
                return monthTicks(range, step);
    for (const int years : {1, 2, 5})
        if (fits(days{years * 365}, axis, spacing * narrower))
            return monthTicks(range, years * 12);
    return monthTicks(range, 120);
}

} // namespace

qreal TimeAxis::xAt(UtcTime time) const {
    const auto length = static_cast<double>(range.length().count());
    if (length <= 0)
        return left;
    return left + (right - left) * static_cast<double>((time - range.begin).count()) / length;
}

UtcTime TimeAxis::timeAt(qreal x) const {
    if (right <= left)
        return range.begin;
    const double share = (x - left) / (right - left);
    return range.begin + milliseconds{std::llround(share * static_cast<double>(range.length().count()))};
}

std::vector<Tick> TimeAxis::ticks(qreal spacing) const {
    if (range.end <= range.begin || right <= left)
        return {};
    std::vector<Tick> ticks = steppedTicks(*this, spacing);
    if (ticks.empty())
        ticks.push_back(range.length() < bySeconds ? secondTick(range.begin) : clockTick(range.begin));
    return ticks;
}

TimeRange zoomed(const TimeAxis& axis, qreal anchor, double factor, UtcTime now) {
    const UtcTime pinned = axis.timeAt(anchor);
    const auto before = static_cast<double>(axis.range.length().count());
    const double length = std::clamp(before * factor, static_cast<double>(milliseconds{shortestRange}.count()),
                                     static_cast<double>(milliseconds{longestRange}.count()));
    const double share = axis.right > axis.left ? (anchor - axis.left) / (axis.right - axis.left) : 0.5;
    const UtcTime begin = pinned - milliseconds{std::llround(share * length)};
    return panned({begin, begin + milliseconds{std::llround(length)}}, milliseconds{0}, now, std::nullopt);
}

TimeRange panned(TimeRange range, milliseconds by, UtcTime now, std::optional<UtcTime> first) {
    const milliseconds length = range.length();
    const milliseconds slack{std::llround(overshoot * static_cast<double>(length.count()))};
    UtcTime begin = range.begin + by;
    if (first)
        begin = std::max(begin, *first - slack);
    begin = std::min(begin, now + slack - length); // now wins over the first row: a short record stands at the right
    return {begin, begin + length};
}

} // namespace kpwatch
