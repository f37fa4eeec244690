// SPDX-License-Identifier: GPL-3.0-or-later
// What is usual at this hour, and what is slow against it.
#include "app/story/handshakes.h"

#include <QTest>

#include <random>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime midnight = *parseIsoUtc("2026-03-05T00:00:00Z");

Micros ms(int count) { return std::chrono::milliseconds(count); }

// One every two minutes.
void fill(Handshakes& handshakes, UtcTime from, UtcTime to, Micros length) {
    for (UtcTime at = from; at < to; at += 2min)
        handshakes.add(at, length);
}

} // namespace

class HandshakesTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsUsualIsWhatThisHourWasIn7Days() {
        Handshakes handshakes;
        for (int day = 0; day < 7; ++day) {
            const UtcTime noon = midnight + 24h * day + 12h;
            fill(handshakes, noon - 12h, noon - 1h, ms(200));
            fill(handshakes, noon - 1h, noon + 2h, ms(500)); // this hour and its neighbours
            fill(handshakes, noon + 2h, noon + 12h, ms(200));
        }
        const UtcTime now = midnight + 24h * 7 + 12h + 30min;
        QCOMPARE(handshakes.usual(now), std::optional(ms(500)));
        QCOMPARE(handshakes.usual(now + 12h), std::optional(ms(200)));
    }

    void theHourBeforeAndWhatIsOlderThan7DaysAreLeftOut() {
        const UtcTime now = midnight + 24h * 9 + 30min;
        Handshakes handshakes;
        fill(handshakes, now - 24h * 8, now - 24h * 7 - 1h, ms(900)); // too old
        fill(handshakes, now - 24h * 7, now - 24h * 7 + 90min, ms(300));
        fill(handshakes, now - 59min, now, ms(900)); // too new
        QCOMPARE(handshakes.usual(now), std::optional(ms(300)));
    }

    void underThirtyAtThisHourTheLowerQuartileOfAllSoFarSpeaks_data() {
        QTest::addColumn<int>("answers");
        QTest::addColumn<int>("expected"); // ms; 0: none
        QTest::newRow("none yet") << 0 << 0;
        QTest::newRow("nine") << 9 << 0;
        QTest::newRow("ten") << 10 << 102;
        QTest::newRow("twenty-nine") << 29 << 107;
    }
    void underThirtyAtThisHourTheLowerQuartileOfAllSoFarSpeaks() {
        QFETCH(int, answers);
        QFETCH(int, expected);
        const UtcTime now = midnight + 12h + 59min;
        Handshakes handshakes;
        for (int i = 0; i < answers; ++i) // 100 ms, 101 ms, ...
            handshakes.add(now - 1h + i * 2min, ms(100 + i));
        const auto usual = handshakes.usual(now);
        QCOMPARE(usual.value_or(ms(0)), ms(expected));
    }

    void theMedianIsOfTheWindowAndNeedsFiveChecks_data() {
        QTest::addColumn<QList<int>>("lengths"); // one every two minutes up to now
        QTest::addColumn<int>("expected");
        QTest::newRow("none") << QList<int>{} << 0;
        QTest::newRow("four") << QList<int>{100, 200, 300, 400} << 0;
        QTest::newRow("five") << QList<int>{500, 100, 300, 200, 400} << 300;
        QTest::newRow("six: between the middle ones") << QList<int>{100, 200, 300, 400, 500, 600} << 350;
        QTest::newRow("the older ones are out") << QList<int>{900, 900, 900, 2, 4, 6, 8, 10, 12, 14, 16} << 9;
    }
    void theMedianIsOfTheWindowAndNeedsFiveChecks() {
        QFETCH(QList<int>, lengths);
        QFETCH(int, expected);
        const UtcTime now = midnight + 12h;
        Handshakes handshakes;
        for (qsizetype i = 0; i < lengths.size(); ++i)
            handshakes.add(now - 2min * (lengths.size() - 1 - i), ms(lengths[i]));
        const auto median = handshakes.median(now, {});
        QCOMPARE(median.value_or(ms(0)), ms(expected));
    }

    // What is kept of a time is the lower half of its milliseconds, which begins anew every seven weeks.
    void afterMonthsItIsAsIfOnlyTheLastWeekHadBeen() {
        std::mt19937 random(2);
        std::uniform_int_distribution<int> length(100, 900);
        Handshakes all;
        Handshakes lately;
        const UtcTime end = midnight + 24h * 117, week = end - 24h * 9; // it began on the 113th day
        for (UtcTime at = midnight; at < end; at += 10min) {
            const Micros its = ms(length(random));
            all.add(at, its);
            if (at < week)
                continue;
            lately.add(at, its);
            if (at >= end - 12h) {
                QCOMPARE(all.usual(at), lately.usual(at));
                QVERIFY(all.usual(at).has_value());
            }
        }
        for (Handshakes* const each : {&all, &lately})
            each->takeBack(end - 24h * 2);
        QCOMPARE(all.usual(end - 24h * 2), lately.usual(end - 24h * 2));
        // Nobody asked for longer than that: nothing of before is left.
        all.add(end + 24h * 80, ms(5));
        QCOMPARE(all.usual(end + 24h * 80), std::optional<Micros>());
    }

    void slowIsBoth100MsAndHalfAsLongAgain_data() {
        QTest::addColumn<int>("usual");
        QTest::addColumn<int>("median");
        QTest::addColumn<bool>("slow");
        QTest::newRow("short road, 100 ms more") << 50 << 150 << false;
        QTest::newRow("short road, more than that") << 50 << 151 << true;
        QTest::newRow("long road, half more") << 400 << 600 << false;
        QTest::newRow("long road, more than that") << 400 << 601 << true;
        QTest::newRow("faster") << 400 << 100 << false;
    }
    void slowIsBoth100MsAndHalfAsLongAgain() {
        QFETCH(int, usual);
        QFETCH(int, median);
        QFETCH(bool, slow);
        QCOMPARE(isSlow(ms(median), ms(usual), {}), slow);
    }

    void whatIsTakenBackNeverWas() {
        std::mt19937 random(1);
        std::uniform_int_distribution<int> length(100, 900);
        Handshakes straight;
        Handshakes taken;
        UtcTime at = midnight;
        for (int i = 0; i < 6000; ++i, at += 2min) {
            const Micros its = ms(length(random));
            straight.add(at, its);
            taken.add(at, its);
            if (i % 500 == 499) {
                for (int more = 1; more <= 10; ++more)
                    taken.add(at + more * 1min, ms(5));
                taken.takeBack(at + 1ms);
            }
            if (i % 50 == 0) {
                QCOMPARE(taken.usual(at), straight.usual(at));
                QCOMPARE(taken.median(at, {}), straight.median(at, {}));
            }
        }
    }
};

QTEST_GUILESS_MAIN(HandshakesTest)
#include "tst_handshakes.moc"
