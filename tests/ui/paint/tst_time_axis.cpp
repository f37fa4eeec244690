// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/time_axis.h"

#include "app/words/korea_time.h"

#include <QtTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

using Millis = std::chrono::milliseconds;

UtcTime at(const char* iso) { return parseIsoUtc(iso).value(); }

const UtcTime now = at("2026-03-12T07:46:20Z");

TimeAxis axisOf(Millis length, qreal width, UtcTime end = now) { return {{end - length, end}, 276, 276 + width}; }

} // namespace

class TestTimeAxis : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void instantsAndPixelsAreInverse() {
        const TimeAxis axis = axisOf(24h, 971);
        QCOMPARE(axis.xAt(axis.range.begin), axis.left);
        QCOMPARE(axis.xAt(axis.range.end), axis.right);
        for (const qreal x : {276.0, 300.5, 777.25, 1247.0})
            QVERIFY(std::abs(axis.xAt(axis.timeAt(x)) - x) < 0.001);
    }

    void emptyAxesAreHarmless() {
        const TimeAxis noTime{{now, now}, 0, 100};
        QCOMPARE(noTime.xAt(now + 1h), 0.0);
        QVERIFY(noTime.ticks().empty());
        const TimeAxis noWidth{{now - 1h, now}, 50, 50};
        QCOMPARE(noWidth.timeAt(80), now - 1h);
        QVERIFY(noWidth.ticks().empty());
    }

    void theFirstStepWithRoomIsTaken_data() {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<int>("width");
        QTest::addColumn<qint64>("step");
        const auto row = [](const char* name, Millis length, int width, Millis step) {
            QTest::newRow(name) << qint64{std::chrono::duration_cast<std::chrono::minutes>(length).count()} << width
                                << qint64{std::chrono::duration_cast<std::chrono::minutes>(step).count()};
        };
        row("5 min", 5min, 1000, 1min);
        row("1 h", 1h, 1000, 10min);
        row("2 h", 2h, 1000, 15min);
        row("6 h", 6h, 1000, 1h);
        row("10 h", 10h, 1000, 1h);
        row("24 h", 24h, 1000, 3h);
        row("24 h narrow", 24h, 500, 6h);
        row("7 d", 24h * 7, 1000, 24h);
        row("14 d", 24h * 14, 1000, 48h);
        row("60 d", 24h * 60, 1000, 24h * 7);
    }
    void theFirstStepWithRoomIsTaken() {
        QFETCH(qint64, minutes);
        QFETCH(int, width);
        QFETCH(qint64, step);
        const TimeAxis axis = axisOf(std::chrono::minutes{minutes}, width);
        const std::vector<Tick> ticks = axis.ticks();
        QVERIFY(ticks.size() >= 2);
        for (std::size_t index = 1; index < ticks.size(); ++index) {
            QCOMPARE(ticks[index].at - ticks[index - 1].at, Millis(std::chrono::minutes{step}));
            QVERIFY(axis.xAt(ticks[index].at) - axis.xAt(ticks[index - 1].at) >= 86);
        }
    }

    void midnightPrintsTheDateOfItsZone() {
        QString kstDay, utcDay;
        for (const Tick& tick : axisOf(24h, 1000).ticks()) {
            if (tick.strong)
                kstDay = tick.kst + QLatin1Char('/') + tick.utc;
            if (inUtc(tick.at).time() == QTime(0, 0))
                utcDay = tick.kst + QLatin1Char('/') + tick.utc;
        }
        QCOMPARE(kstDay, QStringLiteral("12 Mar/15:00"));
        QCOMPARE(utcDay, QStringLiteral("09:00/12 Mar"));
    }

    void ticksStandOnTheClocksOfTheEraOfHalfPastEight() {
        const std::vector<Tick> ticks = axisOf(24h, 1000, at("2016-06-01T15:00:00Z")).ticks();
        QVERIFY(ticks.size() >= 7);
        for (const Tick& tick : ticks) {
            QCOMPARE(inKorea(tick.at).time().minute(), 0);
            QCOMPARE(inUtc(tick.at).time().minute(), 30);
        }
    }

    void ticksSurviveTheDaysTheClocksWereMoved_data() {
        QTest::addColumn<QString>("end");
        QTest::newRow("back by 30 min") << "2015-08-15T03:00:00Z";
        QTest::newRow("forward by 30 min") << "2018-05-05T03:00:00Z";
    }
    void ticksSurviveTheDaysTheClocksWereMoved() {
        QFETCH(QString, end);
        const UtcTime last = at(end.toUtf8().constData());
        for (const Millis length : {Millis{2h}, Millis{12h}, Millis{24h}, Millis{24h * 7}}) {
            const std::vector<Tick> ticks = axisOf(length, 1000, last).ticks();
            QVERIFY(ticks.size() >= 3);
            for (std::size_t index = 1; index < ticks.size(); ++index)
                QVERIFY(ticks[index - 1].at < ticks[index].at);
            for (const Tick& tick : ticks)
                QVERIFY(!tick.kst.isEmpty());
        }
    }

    void aYearIsToldInMonthsAndTheNewYearIsStrong() {
        const std::vector<Tick> ticks = axisOf(24h * 365, 971).ticks();
        QCOMPARE(ticks.size(), std::size_t{12});
        QCOMPARE(ticks.front().kst, QStringLiteral("Apr"));
        const auto newYear = std::ranges::find(ticks, true, &Tick::strong);
        QVERIFY(newYear != ticks.end());
        QCOMPARE(newYear->kst, QStringLiteral("2026"));
        for (const Tick& tick : ticks)
            QCOMPARE(inKorea(tick.at).date().day(), 1);
    }

    void manyYearsAreToldInYears() {
        const std::vector<Tick> ticks = axisOf(24h * 365 * 15, 971).ticks();
        QVERIFY(ticks.size() >= 7);
        for (const Tick& tick : ticks) {
            QCOMPARE(inKorea(tick.at).date().month(), 1);
            QVERIFY(tick.strong);
        }
    }

    void theShortestTimeHasATickWithSeconds() {
        for (const Millis length : {Millis{300ms}, Millis{7s}, Millis{40s}, Millis{59s}, Millis{119s}})
            for (const int width : {60, 400, 1600}) {
                const std::vector<Tick> ticks = axisOf(length, width).ticks();
                QVERIFY2(!ticks.empty(), qPrintable(QString::number(length.count())));
                for (const Tick& tick : ticks)
                    QVERIFY(tick.kst.count(u':') == 2 && tick.utc.count(u':') == 2);
            }
        const std::vector<Tick> ticks = axisOf(40s, 1000).ticks(); // 07:45:40 to 07:46:20
        QCOMPARE(ticks.front().kst + QLatin1Char('/') + ticks.front().utc, QStringLiteral("16:45:40/07:45:40"));
        QCOMPARE(ticks[1].at - ticks[0].at, Millis{5s});
        QCOMPARE(axisOf(5min, 1000).ticks().front().kst.count(u':'), 1);
    }

    void everyAxisHasATick() {
        for (Millis length = 1s; length <= Millis{longestRange}; length = length * 3 / 2)
            for (const int width : {1, 60, 400, 1600})
                QVERIFY2(!axisOf(length, width).ticks().empty(), qPrintable(QString::number(length.count())));
    }

    void ticksAreFewAtEveryRangeAndWidth() {
        for (Millis length = 5min; length <= Millis{longestRange}; length = length * 3 / 2)
            for (const int width : {1, 60, 400, 1600, 4000}) {
                const std::size_t most = static_cast<std::size_t>(width) / 50 + 3;
                QVERIFY(axisOf(length, width).ticks().size() <= most);
            }
    }

    void theInstantUnderThePointerStaysPut_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("factor");
        for (const double share : {0.0, 0.1, 0.37, 0.5, 0.93})
            for (const double factor : {0.25, 0.8, 0.999})
                QTest::addRow("%.2f by %.3f", share, factor) << share << factor;
    }
    void theInstantUnderThePointerStaysPut() {
        QFETCH(double, share);
        QFETCH(double, factor);
        TimeAxis axis = axisOf(24h * 30, 971);
        const qreal anchor = axis.left + share * (axis.right - axis.left);
        const UtcTime pinned = axis.timeAt(anchor);
        axis.range = zoomed(axis, anchor, factor, now);
        QVERIFY(std::abs(axis.xAt(pinned) - anchor) < 0.01);
        axis.range = zoomed(axis, anchor, 1 / factor, now);
        QVERIFY(std::abs(axis.xAt(pinned) - anchor) < 0.01);
    }

    void zoomStopsAtItsLimits() {
        TimeAxis axis = axisOf(24h, 971);
        for (int turn = 0; turn < 100; ++turn)
            axis.range = zoomed(axis, 500, 0.5, now);
        QCOMPARE(axis.range.length(), Millis(shortestRange));
        for (int turn = 0; turn < 100; ++turn)
            axis.range = zoomed(axis, 500, 2, now);
        QCOMPARE(axis.range.length(), Millis(longestRange));
        QVERIFY(axis.range.end <= now + axis.range.length() * 3 / 100 + 1ms);
    }

    void panningStopsShortlyAfterNowAndAtTheFirstRow() {
        const TimeRange day{now - 24h, now};
        const TimeRange later = panned(day, 240h, now, now - 24h * 100);
        QCOMPARE(later.length(), Millis(24h));
        QCOMPARE(later.end, now + Millis(24h) * 3 / 100);
        const TimeRange earlier = panned(day, -24h * 1000, now, now - 24h * 100);
        QCOMPARE(earlier.begin, now - 24h * 100 - Millis(24h) * 3 / 100);
        QCOMPARE(panned(day, -1h, now, std::nullopt), (TimeRange{now - 25h, now - 1h}));
        // A record shorter than the view stands at its right end.
        QCOMPARE(panned(day, -1h, now, now - 1h).end, now + Millis(24h) * 3 / 100);
    }
};

QTEST_GUILESS_MAIN(TestTimeAxis)
#include "tst_time_axis.moc"
