// SPDX-License-Identifier: GPL-3.0-or-later
// A round trip that cannot be, and those that only look like it.
#include "app/story/signs.h"
#include "tests/support/story.h"

#include <QTest>

using namespace kpwatch;
using namespace kpwatch::test;

namespace {

constexpr int spell = 600;
constexpr int enough = 30;

Observation answer(int at, int ms) {
    Observation row{.startedAt = after(seconds(at)), .elapsed = milliseconds(ms), .detail = ConnectDetail{}};
    row.phases.connect = row.elapsed;
    row.reached = Stage::Done;
    row.failure = Failure::None;
    return row;
}

// The handshake itself turned down, so long after it began.
Observation refused(Micros after_it, const std::string& peer = "175.45.176.71") {
    Observation row{.elapsed = after_it, .peer = peer};
    row.reached = Stage::Connect;
    row.failure = Failure::Refused;
    return row;
}

// A connection that took 200 ms to make, cut so long after it stood.
Observation cut(milliseconds after_it) {
    Observation row = refused(milliseconds(200) + after_it);
    row.phases.connect = milliseconds(200);
    row.reached = Stage::Tls;
    row.failure = Failure::Reset;
    return row;
}

// One answer every `every` seconds; whether the last one was foreign.
bool tell(Signs& signs, int from, int every, int count, int ms) {
    bool foreign = false;
    for (int i = 0; i < count; ++i)
        foreign = signs.foreign(answer(from + i * every, ms));
    return foreign;
}

} // namespace

class TestSigns : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void anAnswerInLessThanHalfTheUsualTimeIsSomebodyElses() {
        Signs signs;
        QVERIFY(!tell(signs, 0, spell, enough, 200));
        QVERIFY(!signs.foreign(answer(enough * spell, 100)));
        Signs other;
        tell(other, 0, spell, enough, 200);
        QVERIFY(other.foreign(answer(enough * spell, 99)));
    }

    // A line or a machine that is busy for two hours, and then no longer.
    void aBusyTimeDoesNotMakeSlownessUsual() {
        Signs signs;
        QVERIFY(!tell(signs, 0, 120, 2 * 3600 / 120, 200));
        QVERIFY(!signs.foreign(answer(2 * 3600, 50)));
    }

    void afterTwoHoursAndAHalfItIsKnownWhatIsUsual() {
        Signs signs;
        QVERIFY(!tell(signs, 0, 120, 9000 / 120, 200));
        QVERIFY(signs.foreign(answer(9000, 50)));
        Signs seldom; // mail: the time is long, but the answers are few
        QVERIFY(!tell(seldom, 0, 900, 9000 / 900, 200));
        QVERIFY(!seldom.foreign(answer(9000, 50)));
    }

    void nearHostsSayNothing() {
        Signs signs;
        tell(signs, 0, spell, enough, 19);
        QVERIFY(!signs.foreign(answer(enough * spell, 1)));
    }

    void aRoadThatStaysShorterIsBelieved() {
        Signs signs;
        tell(signs, 0, spell, enough, 200);
        const int then = enough * spell;
        QVERIFY(tell(signs, then, spell, enough - 1, 60));
        QVERIFY(!signs.foreign(answer(then + (enough - 1) * spell, 60)));
        QVERIFY(!signs.foreign(answer(then + enough * spell, 60)));
        QVERIFY(signs.foreign(answer(then + enough * spell + 120, 25)));
    }

    void oneLongWayInBetweenAndItIsNotBelieved() {
        Signs signs;
        tell(signs, 0, spell, enough, 200);
        const int then = enough * spell;
        tell(signs, then, spell, enough - 1, 60);
        QVERIFY(!signs.foreign(answer(then + (enough - 1) * spell, 200)));
        QVERIFY(signs.foreign(answer(then + enough * spell, 60)));
    }

    void somebodyBesideUsIsNeverBelieved() {
        Signs signs;
        tell(signs, 0, spell, enough, 200);
        QVERIFY(tell(signs, enough * spell, spell, 3 * enough, 19));
    }

    // Until they have answered they may live beside us; one answer shows that they are farther away.
    void aRefusalBesideUsIsAFirewallOfOurs() {
        Signs signs;
        QVERIFY(!signs.refusedTooSoon(refused(Micros(100))));
        QVERIFY(!signs.foreign(answer(0, 200)));
        QVERIFY(signs.refusedTooSoon(refused(Micros(1999))) == Reason::OwnFirewall);
        QVERIFY(!signs.refusedTooSoon(refused(Micros(2000))));
        QVERIFY(!signs.refusedTooSoon(refused(Micros(100), "10.1.2.3")));
        Observation twice = refused(Micros(100));
        twice.tries = 2;
        QVERIFY(!signs.refusedTooSoon(twice));
    }

    void aRefusalOverARoadTooShortToMeasureIsTheirs() {
        Signs signs;
        tell(signs, 0, spell, enough, 19);
        QVERIFY(!signs.refusedTooSoon(refused(Micros(100))));
        QVERIFY(!signs.refusedTooSoon(cut(milliseconds(0))));
    }

    // By whom is not known, and it may be theirs until much is known of the road.
    void aConnectionCutSoonerThanTheyCouldIsNotTheirDoing() {
        Signs signs;
        QVERIFY(!signs.foreign(answer(0, 200)));
        QVERIFY(!signs.refusedTooSoon(cut(milliseconds(1))));
        tell(signs, spell, spell, enough, 200);
        QVERIFY(signs.refusedTooSoon(cut(milliseconds(99))) == Reason::NotAnsweredFor);
        QVERIFY(!signs.refusedTooSoon(cut(milliseconds(100))));
    }

    void aTimeThatTookTwoTriesIsNoRoundTrip() {
        Signs signs;
        tell(signs, 0, spell, enough, 200);
        Observation again = answer(enough * spell, 50);
        again.tries = 2;
        QVERIFY(!signs.foreign(again));
    }
};

QTEST_GUILESS_MAIN(TestSigns)
#include "tst_signs.moc"
