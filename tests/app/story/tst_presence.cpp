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
        presence.advanceTo(after(seconds(end)));
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
    void sleepInAPauseStaysAPause() {
        QCOMPARE(Told{}.event(0, Started{}).event(20, Paused{}).event(4000, Asleep{after(seconds(30))}).until(4050),
                 std::string("up@0, not-monitored/paused@20, not-monitored/asleep@30, not-monitored/paused@4000"));
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
