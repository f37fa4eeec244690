// SPDX-License-Identifier: GPL-3.0-or-later
// Sleep, standstill and set clocks, with clocks set by hand.
#include "app/watch/wakefulness.h"

#include <QtTest>

#include <atomic>

using namespace kpwatch;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

struct HandClocks {
    Clocks clocks{100s, 90s, UtcTime{1'000'000s}};

    void run(nanoseconds length) {
        clocks.boot += length;
        clocks.monotonic += length;
        clocks.wall += std::chrono::duration_cast<milliseconds>(length);
    }
    void sleep(nanoseconds length) {
        clocks.boot += length;
        clocks.wall += std::chrono::duration_cast<milliseconds>(length);
    }
    void set(milliseconds by) { clocks.wall += by; }
};

} // namespace

class TestWakefulness : public QObject {
    Q_OBJECT

    HandClocks m_hand;
    int m_jolted = 0;
    std::unique_ptr<Wakefulness> m_wakefulness;

    // Looks every second for as long.
    void watch(std::chrono::seconds length) {
        for (auto i = 0s; i < length; ++i) {
            m_hand.run(1s);
            m_wakefulness->look();
        }
    }

  private Q_SLOTS:
    void init() {
        m_hand = {};
        m_jolted = 0;
        m_wakefulness = std::make_unique<Wakefulness>([this] { return m_hand.clocks; }, [this] { ++m_jolted; });
    }

    void nothingHappensWhileTimePasses() {
        watch(3600s);
        QVERIFY(m_wakefulness->take().empty());
        QCOMPARE(m_jolted, 0);
    }

    void sleepIsAGapFromTheLastLook() {
        watch(10s);
        const UtcTime last = m_hand.clocks.wall;
        m_hand.run(400ms);
        m_hand.sleep(8h);
        const auto jolts = m_wakefulness->take();
        QCOMPARE(jolts.size(), std::size_t(1));
        QCOMPARE(jolts[0].absentSince, std::optional(last));
        QCOMPARE(jolts[0].at, last + 8h + 400ms);
        QCOMPARE(jolts[0].absent, milliseconds(8h + 400ms));
        QVERIFY(!jolts[0].stoodStill);
        QCOMPARE(jolts[0].stepped, 0ms);
        QCOMPARE(m_jolted, 1);
        QVERIFY(m_wakefulness->take().empty());
    }

    void standingStillIsAGapThatWasNoSleep() {
        watch(10s);
        const UtcTime last = m_hand.clocks.wall;
        m_hand.run(5s);
        const auto jolts = m_wakefulness->take();
        QCOMPARE(jolts.size(), std::size_t(1));
        QCOMPARE(jolts[0].absentSince, std::optional(last));
        QVERIFY(jolts[0].stoodStill);
    }

    void aBusyMomentIsNoGap() {
        m_hand.run(3900ms);
        QVERIFY(m_wakefulness->take().empty());
    }

    // The recorder waits half a minute for its disk; the vigil goes on looking.
    void whoWaitsForTheDiskHasNotStoodStill() {
        m_wakefulness->take();
        watch(30s);
        QVERIFY(m_wakefulness->take().empty());
    }

    void gapsWaitUntilTheyAreTaken() {
        m_hand.sleep(1h);
        watch(5s);
        m_hand.sleep(2h);
        watch(5s);
        const auto jolts = m_wakefulness->take();
        QCOMPARE(jolts.size(), std::size_t(2));
        QVERIFY(jolts[0].at < *jolts[1].absentSince);
        QCOMPARE(m_jolted, 2);
    }

    void aSetClockIsAStepAndNoGap_data() {
        QTest::addColumn<qint64>("by_ms");
        QTest::newRow("an hour ahead") << qint64(3'600'000);
        QTest::newRow("an hour back") << qint64(-3'600'000);
        QTest::newRow("two seconds") << qint64(2'000);
    }
    void aSetClockIsAStepAndNoGap() {
        QFETCH(qint64, by_ms);
        watch(10s);
        m_hand.set(milliseconds(by_ms));
        m_hand.run(1s);
        const auto jolts = m_wakefulness->take();
        QCOMPARE(jolts.size(), std::size_t(1));
        QCOMPARE(jolts[0].stepped, milliseconds(by_ms));
        QVERIFY(!jolts[0].absentSince);
        QCOMPARE(m_jolted, 0);
        watch(10s);
        QVERIFY(m_wakefulness->take().empty()); // told once
    }

    void aSlewedClockIsNoStep() {
        for (int second = 0; second < 3600; ++second) {
            m_hand.run(1s);
            if (second % 2 == 0)
                m_hand.set(1ms); // 500 ppm, as fast as adjtime(3) goes
            m_wakefulness->look();
        }
        QVERIFY(m_wakefulness->take().empty());
    }

    // Local time is not looked at: a change to summer time is nothing.
    void theGapBeginsNoLaterThanItEndsWhenTheClockWasSetBackMeanwhile() {
        watch(10s);
        m_hand.sleep(1min);
        m_hand.set(-1h);
        const auto jolts = m_wakefulness->take();
        QCOMPARE(jolts.size(), std::size_t(1));
        QCOMPARE(jolts[0].stepped, milliseconds(-1h));
        QVERIFY(*jolts[0].absentSince <= jolts[0].at);
        QCOMPARE(jolts[0].absent, milliseconds(1min));
    }

    // Paused: nobody looks for an hour, which is no standstill; a sleep meanwhile is one all the same.
    void whoRestsDoesNotStandStill() {
        m_wakefulness->rest(true);
        m_hand.run(1h);
        QVERIFY(m_wakefulness->take().empty());
        m_wakefulness->rest(false);
        QVERIFY(m_wakefulness->take().empty());
        m_hand.run(1h);
        QCOMPARE(m_wakefulness->take().size(), std::size_t(1));
    }

    void theVigilIsWokenFromItsRest() {
        std::atomic<int> looks = 0;
        Wakefulness wakefulness([&looks] {
            ++looks;
            return readClocks();
        });
        wakefulness.rest(true);
        const Vigil vigil(wakefulness);
        wakefulness.rest(false);
        QTRY_VERIFY_WITH_TIMEOUT(looks >= 5, 20000);
    }

    void theVigilLooksByItself() {
        std::atomic<int> looks = 0;
        Wakefulness wakefulness([&looks] {
            ++looks;
            return readClocks();
        });
        const Vigil vigil(wakefulness);
        QTRY_VERIFY_WITH_TIMEOUT(looks >= 3, 20000);
    }
};

QTEST_GUILESS_MAIN(TestWakefulness)
#include "tst_wakefulness.moc"
