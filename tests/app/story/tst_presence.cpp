// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/presence.h"
#include "tests/support/script.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

struct Told {
    Presence presence;
    Told& row(int begin, int end, bool cancelled = false) {
        presence.observed(after(seconds(begin)), after(seconds(end)), Presence::provenFor, cancelled);
        return *this;
    }
    Told& event(int at, decltype(Event::what) what) {
        presence.take({after(seconds(at)), std::move(what)});
        return *this;
    }
    std::string until(int end) {
        presence.advanceTo(after(seconds(end)));
        StateTrack none;
        none.setFrom(UtcTime{}, {Verdict::Up, Reason::None, {}, {}, {}});
        return shown(laidOver(presence.track(), {}, none, {*presence.firstRowAt(), after(seconds(end))}));
    }
};

} // namespace

class TestPresence : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aRowProvesNinetySeconds() {
        QCOMPARE(Told{}.row(10, 20).until(110), std::string("up@10"));
        QCOMPARE(Told{}.row(10, 20).until(200), std::string("up@10, not-monitored/closed@110"));
    }
    void theNextRowEndsTheGapWhereItBegan() {
        QCOMPARE(Told{}.row(10, 20).row(300, 320).until(330), std::string("up@10, not-monitored/closed@110, up@300"));
    }
    void aLongCheckLeavesNoGap() { QCOMPARE(Told{}.row(10, 20).row(100, 130).until(140), std::string("up@10")); }
    void heartbeatsProveAsWell() {
        QCOMPARE(Told{}.event(0, Heartbeat{}).event(60, Heartbeat{}).event(120, Heartbeat{}).until(210),
                 std::string("up@0"));
    }
    void afterAKillTheGapRunsFromTheLatestRow() {
        QCOMPARE(Told{}.event(0, Started{}).row(10, 20).event(60, Started{}).until(100),
                 std::string("up@0, not-monitored/closed@20, up@60"));
        QCOMPARE(Told{}.event(0, Started{}).row(10, 20).event(900, Started{}).until(950),
                 std::string("up@0, not-monitored/closed@20, up@900"));
    }
    void stopEndsIt() {
        QCOMPARE(Told{}.event(0, Started{}).row(10, 20).event(30, Stopped{}).until(60),
                 std::string("up@0, not-monitored/closed@30"));
        QCOMPARE(Told{}.event(0, Started{}).event(30, Stopped{}).event(90, Started{}).until(100),
                 std::string("up@0, not-monitored/closed@30, up@90"));
    }
    void pauseEndsItThoughHeartbeatsGoOn() {
        QCOMPARE(Told{}
                     .event(0, Started{})
                     .event(30, Paused{})
                     .row(29, 31, true)
                     .event(60, Heartbeat{})
                     .event(200, Resumed{})
                     .until(230),
                 std::string("up@0, not-monitored/paused@30, up@200"));
    }
    void pausedThenKilled() {
        QCOMPARE(Told{}.event(0, Started{}).event(30, Paused{}).event(60, Heartbeat{}).event(500, Started{}).until(510),
                 std::string("up@0, not-monitored/paused@30, not-monitored/closed@60, up@500"));
    }
    void aCheckAfterAPauseShowsThatItEnded() {
        QCOMPARE(Told{}.event(0, Started{}).event(30, Paused{}).row(100, 101).until(120),
                 std::string("up@0, not-monitored/paused@30, up@100"));
    }
    void sleepIsWrittenOnWaking() {
        QCOMPARE(Told{}.event(0, Started{}).row(10, 20).event(4000, Asleep{after(seconds(30))}).until(4050),
                 std::string("up@0, not-monitored/asleep@30, up@4000"));
    }
    // 300 s of the clock in which no time went by: what follows the last proof says so, and nobody closed the program.
    void aClockThatIsSetAheadClosesNothing_data() {
        QTest::addColumn<bool>("checkedFirst"); // a check came back before the step was noticed
        QTest::newRow("step first") << false;
        QTest::newRow("check first") << true;
    }
    void aClockThatIsSetAheadClosesNothing() {
        QFETCH(bool, checkedFirst);
        Told told;
        told.event(0, Started{}).row(10, 20);
        if (checkedFirst)
            told.row(330, 331);
        told.event(332, ClockStep{300'000}).row(340, 345);
        told.until(350);
        const auto& segments = told.presence.track().segments();
        QCOMPARE(segments.size(), std::size_t{3});
        QCOMPARE(segments[1].begin, after(seconds(110)));
        QCOMPARE(segments[1].what.verdict, Verdict::NotMonitored);
        QCOMPARE(segments[1].what.reason, Reason::None);
        QCOMPARE(segments[1].what.note, std::string(skippedByClock));
        QCOMPARE(segments[2].begin, after(seconds(checkedFirst ? 330 : 332)));
        QCOMPARE(segments[2].what.verdict, Verdict::Up);
    }
    void aProgramThatWasClosedBeforeTheClockWasSetWasClosed() {
        QCOMPARE(Told{}
                     .event(0, Started{})
                     .event(30, Stopped{})
                     .event(900, Started{})
                     .event(905, ClockStep{60'000})
                     .until(910),
                 std::string("up@0, not-monitored/closed@30, up@900"));
        QCOMPARE(Told{}
                     .event(0, Started{})
                     .row(10, 20)
                     .row(600, 610)
                     .event(2000, ClockStep{1'000'000})
                     .until(2010)
                     .find("not-monitored/closed@110"),
                 std::string("up@0, ").size());
    }
    void aComputerThatSleptWhileTheClockWasSetWasAsleep() {
        QCOMPARE(Told{}
                     .event(0, Started{})
                     .row(10, 20)
                     .event(4000, Asleep{after(seconds(30))})
                     .event(4000, ClockStep{1'000'000})
                     .until(4050),
                 std::string("up@0, not-monitored/asleep@30, up@4000"));
    }
    void aCheckFromBeforeASleepDoesNotProveTheSleep() {
        QCOMPARE(
            Told{}.event(0, Started{}).row(10, 20).event(4000, Asleep{after(seconds(30))}).row(25, 4095).until(4100),
            std::string("up@0, not-monitored/asleep@30, up@4000"));
    }
    void sleepInAPauseStaysAPause() {
        QCOMPARE(Told{}.event(0, Started{}).event(20, Paused{}).event(4000, Asleep{after(seconds(30))}).until(4050),
                 std::string("up@0, not-monitored/paused@20, not-monitored/asleep@30, not-monitored/paused@4000"));
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
