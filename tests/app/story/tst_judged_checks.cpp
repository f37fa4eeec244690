// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/judged_checks.h"

#include <QTest>

using namespace kpwatch;
using namespace std::chrono_literals;

namespace {

const UtcTime noon = *parseIsoUtc("2026-03-05T12:00:00Z");

ToJudge answer(std::size_t target, UtcTime end, Micros handshake) {
    ToJudge judged;
    judged.check.target = target;
    judged.check.range = {end - 300ms, end};
    judged.check.meaning = Meaning::Answer;
    judged.check.packets.heard = true;
    judged.check.packets.handshake = handshake;
    return judged;
}

ToJudge failure(std::size_t target, UtcTime end) {
    ToJudge judged;
    judged.check.target = target;
    judged.check.range = {end - 12s, end};
    judged.check.meaning = Meaning::Failed;
    judged.check.note = "http connect timeout";
    return judged;
}

} // namespace

class TestJudgedChecks : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void allComeBackAsTheyWereAndInTheirOrder() {
        ToJudge line{{}, EpochBegin{true, false, "home", "office"}};
        line.check.range = {noon + 5s, noon + 5s};
        const std::vector<ToJudge> judged{answer(0, noon, 290ms),
                                          answer(1, noon + 1ms, 301us),
                                          answer(0, noon + 2s, 291ms),
                                          failure(1, noon + 3s),
                                          line,
                                          answer(0, noon + 6s, 290ms),
                                          failure(1, noon + 7s),
                                          answer(1, noon + 8s, 0us),
                                          answer(0, noon - 1s, 290ms)}; // the clock was set back
        JudgedChecks kept(noon);
        for (const ToJudge& each : judged)
            kept.add(each);
        std::vector<ToJudge> again;
        kept.appendTo(again);
        QVERIFY(again == judged);
    }

    void theyAreAppended() {
        JudgedChecks kept(noon);
        kept.add(failure(0, noon));
        std::vector<ToJudge> all{failure(3, noon - 5min)};
        kept.appendTo(all);
        QVERIFY(all == (std::vector<ToJudge>{failure(3, noon - 5min), failure(0, noon)}));
    }

    void onceClearedTheyAreForgotten() {
        JudgedChecks kept(noon);
        kept.add(failure(0, noon));
        kept.clear();
        kept.add(answer(0, noon + 1s, 290ms));
        std::vector<ToJudge> all;
        kept.appendTo(all);
        QVERIFY(all == std::vector<ToJudge>{answer(0, noon + 1s, 290ms)});
    }

    void aClaimOfAnySizeDoesNoHarm() {
        JudgedChecks kept(noon);
        ToJudge year = answer(0, noon, 24h * 365);
        year.check.range.begin = noon - 24h * 365;
        kept.add(year);
        std::vector<ToJudge> all;
        kept.appendTo(all);
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].check.range.end, noon);
        QVERIFY(all[0].check.range.length() > 24h * 21);
        QVERIFY(*all[0].check.packets.handshake > 30min);
    }
};

QTEST_GUILESS_MAIN(TestJudgedChecks)
#include "tst_judged_checks.moc"
