// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/qualification.h"
#include "tests/support/story.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;
using namespace std::chrono_literals;

namespace {

constexpr int day = 86400;

// Asked every `every` seconds; fails where `fails` says so.
void ask(
    Qualification& control, int from, int to, const std::function<bool(int)>& fails = [](int) { return false; },
    int every = 60) {
    for (int at = from; at < to; at += every)
        control.take(after(seconds(at)), !fails(at));
}
const auto always = [](int) { return true; };
// The i-th of every `n` readings a minute apart.
auto onceIn(int n) {
    return [n](int at) { return at / 60 % n == 0; };
}

} // namespace

class TestQualification : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void threeInARowQualifyALineControl() {
        Qualification control(Qualification::By::Answers);
        ask(control, 0, 120);
        control.take(after(seconds(120)), false);
        ask(control, 180, 300);
        QVERIFY(!control.since());
        ask(control, 300, 301);
        QVERIFY(control.since() == after(seconds(300)));
        ask(control, 360, 5 * day, always);
        QVERIFY(control.since() == after(seconds(300)));
    }

    void longHaulControlLapsesAfterADayOfSilence() {
        Qualification control(Qualification::By::AnswersUntilQuiet);
        ask(control, 0, 180);
        ask(control, 180, 180 + day, always);
        QVERIFY(control.since());
        ask(control, 180 + day, 240 + day, always);
        QVERIFY(!control.since());
    }

    void transitControlTakesTwoDays() {
        Qualification control(Qualification::By::TwoDays);
        ask(control, 0, 2 * day);
        QVERIFY(!control.since());
        ask(control, 2 * day, 2 * day + 1);
        QVERIFY(control.since() == after(seconds(2 * day)));
    }

    void ninetyEightPercentSuffice() {
        Qualification good(Qualification::By::TwoDays);
        ask(good, 0, 4 * day, onceIn(50));
        QVERIFY(good.since());
        Qualification poor(Qualification::By::TwoDays);
        ask(poor, 0, 4 * day, onceIn(49));
        QVERIFY(!poor.since());
    }

    void onlyTheLastTwoDaysCount() {
        Qualification control(Qualification::By::TwoDays);
        ask(control, 0, 10 * day, onceIn(4));
        ask(control, 10 * day, 12 * day + 60);
        QVERIFY(control.since());
    }

    void lossAfterwardsIsHeard() {
        Qualification control(Qualification::By::TwoDays);
        ask(control, 0, 2 * day + 60);
        ask(control, 2 * day + 60, 20 * day, onceIn(2));
        QVERIFY(control.since() == after(seconds(2 * day)));
    }

    // Not asked is not silent.
    void aComputerThatIsOffTakesNoVoteAway() {
        Qualification control(Qualification::By::TwoDays);
        ask(control, 0, 2 * day + 60);
        ask(control, 9 * day, 9 * day + 3600, always);
        QVERIFY(control.since());
    }

    void aFewReadingsAreNotTwoDays() {
        Qualification control(Qualification::By::TwoDays);
        ask(
            control, 0, 10 * day, [](int) { return false; }, day / 48);
        QVERIFY(!control.since());
    }

    // What was read before the latest three days makes no difference once these have decided.
    void settledMeansWhatCameBeforeDoesNotMatter() {
        for (const bool good_before : {false, true})
            for (const int failing : {50, 1}) {
                Qualification whole(Qualification::By::TwoDays), late(Qualification::By::TwoDays);
                ask(whole, 0, 9 * day, good_before ? onceIn(100) : onceIn(3));
                for (Qualification* const control : {&whole, &late})
                    ask(*control, 9 * day, 12 * day + 3600, onceIn(failing));
                QVERIFY(late.settled());
                QCOMPARE(late.since().has_value(), whole.since().has_value());
            }
    }
};

QTEST_GUILESS_MAIN(TestQualification)
#include "tst_qualification.moc"
