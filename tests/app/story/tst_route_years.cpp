// SPDX-License-Identifier: GPL-3.0-or-later
// Routes over years, by the day.
#include "app/story/route_years.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

UtcTime day(const char* text) { return *parseIsoUtc(std::string(text) + "T00:00:00Z"); }
RouteStretch stretch(const char* prefix, UtcTime from, UtcTime to) { return {"ripe-history", prefix, {from, to}, 300}; }
Verdict at(const Lane& lane, UtcTime moment) {
    for (const Span& span : lane.spans)
        if (span.range.contains(moment))
            return span.verdict;
    return Verdict::NotMonitored;
}

} // namespace

class RouteYearsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void holeBetweenTwoTimesIsGoneAndAllElseIsNoData() {
        std::vector<RouteStretch> stretches;
        for (const char* prefix : {"175.45.176.0/24", "175.45.177.0/24"}) {
            stretches.push_back(stretch(prefix, day("2012-01-01"), day("2014-12-21")));
            stretches.push_back(stretch(prefix, day("2014-12-23"), day("2026-11-01")));
        }
        stretches.push_back(stretch(referencePrefix, day("2010-01-01"), day("2026-11-01")));
        const TimeRange range{day("2010-01-01"), day("2026-11-20")};
        const auto lane = yearLane(stretches, range);
        QVERIFY(lane.has_value());
        QCOMPARE(at(*lane, day("2011-01-01")), Verdict::NotMonitored);
        QCOMPARE(at(*lane, day("2013-01-01")), Verdict::Up);
        QCOMPARE(at(*lane, day("2014-12-22")), Verdict::Down);
        QCOMPARE(at(*lane, day("2020-01-01")), Verdict::Up);
        QCOMPARE(at(*lane, day("2026-11-10")), Verdict::Unknown);
    }

    void holeThatTheReferenceHasTooIsNoData() {
        std::vector<RouteStretch> stretches{stretch("175.45.176.0/24", day("2024-01-01"), day("2024-03-01")),
                                            stretch("175.45.176.0/24", day("2024-03-05"), day("2024-06-01")),
                                            stretch("175.45.176.0/24", day("2024-06-05"), day("2024-12-31"))};
        const TimeRange range{day("2024-01-01"), day("2024-12-31")};
        QVERIFY(leaveHole(stretches));
        QCOMPARE(at(*yearLane(stretches, range), day("2024-03-02")), Verdict::Unknown); // nobody told of it
        stretches.push_back(stretch(referencePrefix, day("2023-12-01"), day("2024-03-03")));
        stretches.push_back(stretch(referencePrefix, day("2024-03-04"), day("2024-12-31")));
        const auto lane = yearLane(stretches, range);
        QCOMPARE(at(*lane, day("2024-03-02")), Verdict::Down);
        QCOMPARE(at(*lane, day("2024-03-03") + 12h), Verdict::Unknown);
        QCOMPARE(at(*lane, day("2024-03-04") + 12h), Verdict::Down);
        QCOMPARE(at(*lane, day("2024-06-02")), Verdict::Down);
        QCOMPARE(at(*lane, day("2024-08-05")), Verdict::Up);
    }

    void someOfThemIsVisibleInPart() {
        const std::vector<RouteStretch> stretches{stretch("175.45.176.0/24", day("2024-01-01"), day("2024-12-31")),
                                                  stretch("175.45.177.0/24", day("2024-01-01"), day("2024-06-01")),
                                                  stretch("175.45.177.0/24", day("2024-06-10"), day("2024-12-31"))};
        const auto lane = yearLane(stretches, {day("2024-01-01"), day("2024-12-31")});
        QCOMPARE(at(*lane, day("2024-06-05")), Verdict::Degraded);
        QCOMPARE(at(*lane, day("2024-08-05")), Verdict::Up);
    }

    void nextDayIsNoHole() {
        const std::vector<RouteStretch> stretches{stretch("175.45.176.0/24", day("2024-01-01"), day("2024-03-01") - 1s),
                                                  stretch("175.45.176.0/24", day("2024-03-01"), day("2024-12-31"))};
        QCOMPARE(yearLane(stretches, {day("2024-01-01"), day("2024-12-31")})->spans.size(), std::size_t(1));
        QVERIFY(!leaveHole(stretches));
    }

    void nothingKnownIsNoLane() { QVERIFY(!yearLane({}, {day("2024-01-01"), day("2024-12-31")})); }

    // As a damaged or foreign record may hold it.
    void whatLastedNoTimeIsNoLane() {
        const std::vector<RouteStretch> stretches{stretch("175.45.176.0/24", day("2024-03-01"), day("2024-03-01")),
                                                  stretch(referencePrefix, day("2024-03-01"), day("2024-06-01"))};
        QVERIFY(!yearLane(stretches, {day("2024-01-01"), day("2024-12-31")}));
    }
};

QTEST_APPLESS_MAIN(RouteYearsTest)
#include "tst_route_years.moc"
