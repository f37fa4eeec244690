// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/loss.h"
#include "tests/support/story.h"

#include <QTest>

#include <climits>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

UtcTime at(int seconds_after) { return after(seconds(seconds_after)); }

// `lost` of `all` checks of one target, one every `step` seconds from `from` on.
void add(Loss& loss, std::size_t target, Via via, int from, int step, int all, int lost) {
    for (int i = 0; i < all; ++i)
        loss.decided({target, via, at(from + step * i)}, i < lost);
}

} // namespace

class TestLoss : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void failuresThatChanceDoesNotExplain_data() {
        QTest::addColumn<double>("probability");
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("failures");
        QTest::newRow("no loss") << 1e-5 << 0.0 << 1;
        QTest::newRow("1 %") << 1e-5 << 0.01 << 3;
        QTest::newRow("10 %") << 1e-5 << 0.1 << 5;
        QTest::newRow("20 %") << 1e-5 << 0.2 << 8;
        QTest::newRow("50 %") << 1e-5 << 0.5 << 17;
        QTest::newRow("all") << 1e-5 << 1.0 << INT_MAX;
        QTest::newRow("onset at 10 %") << 1e-3 << 0.1 << 3;
        QTest::newRow("onset at 20 %") << 1e-3 << 0.2 << 5;
    }
    void failuresThatChanceDoesNotExplain() {
        QFETCH(double, probability);
        QFETCH(double, share);
        QFETCH(int, failures);
        QCOMPARE(Loss::failuresBelow(probability, share), failures);
    }

    void nothingDecidedIsNoLoss() { QCOMPARE(Loss(2).share({0, Via::China, at(100)}), 0.0); }

    void ownChecksOfTwoHoursCountFromTen() {
        Loss nine(1);
        add(nine, 0, Via::China, 0, 120, 9, 3);
        QCOMPARE(nine.share({0, Via::China, at(7000)}), 0.0);
        Loss ten(1);
        add(ten, 0, Via::China, 0, 120, 10, 3);
        QCOMPARE(ten.share({0, Via::China, at(7000)}), 0.3);
        QCOMPARE(ten.share({0, Via::China, at(9000)}), 0.0); // too long ago
    }

    void onlyTheLatestThirtyOfOnesOwnCount() {
        Loss loss(1);
        add(loss, 0, Via::China, 0, 60, 10, 10);
        add(loss, 0, Via::China, 600, 60, 30, 3);
        QCOMPARE(loss.share({0, Via::China, at(5000)}), 0.1);
    }

    void everybodysChecksShortlyBeforeCountFromFifteen() {
        Loss loss(4);
        for (std::size_t target = 1; target < 4; ++target)
            add(loss, target, Via::Both, 700, 20, 5, 2); // 700 to 780, within 5 min of a run at 1000
        QCOMPARE(loss.share({0, Via::Both, at(1000)}), 0.4);
        QCOMPARE(loss.share({0, Via::Both, at(1300)}), 0.4); // within 10 min
        QCOMPARE(loss.share({0, Via::Both, at(1500)}), 0.0);
    }

    void checksSinceTheRunBeganCountAsWell() {
        Loss loss(4);
        for (std::size_t target = 1; target < 4; ++target)
            add(loss, target, Via::Both, 1100, 20, 5, 1);
        QCOMPARE(loss.share({0, Via::Both, at(1000)}), 0.2);
    }

    void onesOwnSideMayBeWorse() {
        Loss loss(7);
        for (std::size_t target = 1; target < 4; ++target)
            add(loss, target, Via::China, 700, 20, 5, 3);
        for (std::size_t target = 4; target < 7; ++target)
            add(loss, target, Via::Russia, 700, 20, 5, 0);
        QCOMPARE(loss.share({0, Via::China, at(1000)}), 0.6);
        QCOMPARE(loss.share({0, Via::Russia, at(1000)}), 0.3);
        QCOMPARE(loss.share({0, Via::Both, at(1000)}), 0.6);
        QCOMPARE(loss.share({0, Via::Unknown, at(1000)}), 0.6);
    }

    void lateDecisionsTakeTheirPlace() {
        Loss loss(1);
        add(loss, 0, Via::China, 1000, 60, 15, 0);
        add(loss, 0, Via::China, 400, 60, 5, 5);                   // decided later, started earlier
        QCOMPARE(loss.share({0, Via::China, at(1200)}), 1.0 / 16); // from 600 on: one lost, fifteen answers
    }

    void newEpochClearsIt() {
        Loss loss(1);
        add(loss, 0, Via::China, 0, 60, 20, 10);
        loss.clear();
        QCOMPARE(loss.share({0, Via::China, at(1300)}), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestLoss)
#include "tst_loss.moc"
