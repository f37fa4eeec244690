// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/judge.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

class TestDetection : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void guaranteedLengths_data() {
        QTest::addColumn<int>("interval_s");
        QTest::addColumn<int>("timeout_s");
        QTest::addColumn<int>("length_s");
        QTest::newRow("HTTP") << 120 << 20 << 380; // 132 + 228 + 20
        QTest::newRow("DNS and TCP") << 120 << 10 << 370;
        QTest::newRow("sentinel") << 60 << 10 << 274; // 66 + 198 + 10
        QTest::newRow("mail") << 900 << 10 << 1990;   // 990 + 990 + 10
    }
    void guaranteedLengths() {
        QFETCH(int, interval_s);
        QFETCH(int, timeout_s);
        QFETCH(int, length_s);
        QCOMPARE(guaranteedDetection(std::chrono::seconds(interval_s), std::chrono::seconds(timeout_s), {}).count(),
                 std::chrono::milliseconds(std::chrono::seconds(length_s)).count());
    }

    void withoutReChecksTheIntervalsDecide() {
        Settings settings;
        settings.recheck_s = {};
        QVERIFY(guaranteedDetection(120s, 10s, settings) == 132s + 528s + 10s);
    }

    void longerSpanTakesLonger() {
        Settings settings;
        settings.confirm_span_s = 600;
        QVERIFY(guaranteedDetection(120s, 10s, settings) == 132s + 792s + 10s); // the sixth, 648 s at the earliest
    }
};

QTEST_GUILESS_MAIN(TestDetection)
#include "tst_detection.moc"
