// SPDX-License-Identifier: GPL-3.0-or-later
// Order is claimed only where onset ranges do not overlap.
#include "app/story/failure_order.h"
#include "app/story/grouping.h"
#include "tests/support/lane_script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

const Watchlist list = storyWatchlist();
Onset onset(int after_s, int by_s) { return {after(seconds(after_s)), after(seconds(by_s))}; }
Ranged ranged(int id, int after_s, int by_s) { return {TargetId{id}, onset(after_s, by_s)}; }

} // namespace

class TestFailureOrder : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void onlyRangesApartAreBefore_data() {
        QTest::addColumn<int>("next");
        QTest::addColumn<int>("clock_error_ms");
        QTest::addColumn<bool>("before");
        QTest::newRow("overlapping") << 150 << 0 << false;
        QTest::newRow("touching") << 200 << 0 << false;
        QTest::newRow("a second apart") << 201 << 0 << false;
        QTest::newRow("more than a second") << 202 << 0 << true;
        QTest::newRow("within the clock's error") << 204 << 3000 << false;
        QTest::newRow("beyond it") << 205 << 3000 << true;
    }
    void onlyRangesApartAreBefore() {
        QFETCH(int, next);
        QFETCH(int, clock_error_ms);
        QFETCH(bool, before);
        QCOMPARE(surelyBefore(onset(100, 200), onset(next, 300), milliseconds(clock_error_ms)), before);
        QVERIFY(!surelyBefore(onset(next, 300), onset(100, 200), milliseconds(clock_error_ms)));
    }

    void startThatNobodySawComesAfterNothing() { QVERIFY(!surelyBefore(onset(100, 200), Onset{{}, after(900s)}, 0ms)); }

    void chainsOfOverlapShareARank() {
        QCOMPARE(ranksOf({ranged(0, 0, 100), ranged(1, 90, 200), ranged(2, 150, 160), ranged(3, 300, 400)}, 0ms),
                 (std::vector<int>{1, 1, 1, 2}));
        // The first and the third are strictly ordered all the same: pairs say so, ranks cannot.
        QCOMPARE(surePairs({ranged(0, 0, 100), ranged(1, 90, 200), ranged(2, 150, 160)}, 0ms),
                 (std::vector<Before>{{TargetId{0}, TargetId{2}}}));
    }

    void longestChainIsFound() {
        QCOMPARE(longestChain({}, 0ms), 0);
        QCOMPARE(longestChain({ranged(0, 0, 500), ranged(1, 10, 20), ranged(2, 30, 40), ranged(3, 50, 60)}, 0ms), 3);
        QCOMPARE(longestChain({ranged(0, 0, 100), ranged(1, 0, 100), ranged(2, 50, 120)}, 0ms), 1);
    }

    void mailHasARankOnlyIfItsRangeIsNarrow_data() {
        QTest::addColumn<std::string>("width");
        QTest::addColumn<bool>("has");
        QTest::newRow("four minutes") << std::string("4") << true;
        QTest::newRow("fifteen minutes") << std::string("15") << false;
    }
    void mailHasARankOnlyIfItsRangeIsNarrow() {
        QFETCH(std::string, width);
        QFETCH(bool, has);
        Watchlist with_mail = list;
        with_mail.targets[9].layer = Layer::Mail;
        const TargetSpans spans = lanesOf(with_mail, "kcna-http 100-190; router-177 103~" + width + "-190");
        const auto found = incidentsOf({with_mail, spans, {}, minute(1440)}, {});
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].members.back().rank > 0, has);
    }

    void failureAndRecoveryAreOrderedApart() {
        const TargetSpans spans = lanesOf(list, "kcna-http 100-190; mfa-http 110-180; ns1 120-185; ns2 120.5-185.5");
        const auto found = incidentsOf({list, spans, {}, minute(1440)}, {});
        QCOMPARE(shown(found[0].before, list),
                 std::string("kcna-http<mfa-http kcna-http<ns1 kcna-http<ns2 mfa-http<ns1 mfa-http<ns2"));
        // Of those that came back within five minutes one lost check more may have hidden the first.
        QCOMPARE(shown(found[0].recoveredBefore, list), std::string("mfa-http<kcna-http"));
        std::vector<int> ranks, recoveries;
        for (const Member& member : found[0].members) {
            ranks.push_back(member.rank);
            recoveries.push_back(member.recoveryRank);
        }
        QCOMPARE(ranks, (std::vector<int>{1, 2, 3, 3}));
        QCOMPARE(recoveries, (std::vector<int>{1, 1, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(TestFailureOrder)
#include "tst_failure_order.moc"
